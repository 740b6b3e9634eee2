import { expect } from '@open-wc/testing';
import { withDefaults } from '../../src/config/defaults.js';
import type { AskwellConfig } from '../../src/config/config.js';
import { quickConfig } from '../../src/config/quick.js';
import { decide } from '../../src/core/decide.js';
import type { Gate } from '../../src/core/decision.js';
import { mergeHistory, type AskState, type History, type Visits } from '../../src/core/history.js';
import { personHash } from '../../src/core/person.js';
import { forgetRests, keyOf, noteRest, noteVisit, refusalOf } from '../../src/script/glance.js';
import { ask, DAY, NOW } from '../core/facts.js';
import { randomFrom } from '../model/random.js';

const full = (config: AskwellConfig) => withDefaults(quickConfig(config)!);

/** What the script tag sees before it fetches anything. */
describe('a glance', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  const outAt = (given: AskwellConfig, visit: Visits, now: number): boolean =>
    !!refusalOf(quickConfig(given)!, keyOf(given), visit, now);
  const regular: History = { v: 1, asks: [], firstSeen: NOW - 100 * DAY, visits: 9 };

  it('sees too few visits and too short an acquaintance, to the millisecond', () => {
    const given = { throttle: { minVisits: 3, firstAskAfterDays: 7 } };
    const seen = (visits: number, firstSeen: number) => outAt(given, { ...regular, visits, firstSeen }, NOW);
    expect(seen(2, NOW - 7 * DAY)).to.equal(true);
    expect(seen(3, NOW - 7 * DAY + 1)).to.equal(true);
    expect(seen(3, NOW - 7 * DAY)).to.equal(false);
  });

  it('prefers the account’s age, but not one of the future', () => {
    const created = (at: number) => ({ user: { id: 'ann', createdAt: at } });
    expect(outAt(created(NOW - DAY), regular, NOW)).to.equal(true);
    expect(outAt(created(NOW - 7 * DAY), { ...regular, firstSeen: NOW }, NOW)).to.equal(false);
    expect(outAt(created(NOW + 3650 * DAY), regular, NOW)).to.equal(false);
  });

  it('knows no account of an employee', () => {
    const given: AskwellConfig = { kind: 'employee', user: { id: 'ann', createdAt: NOW - DAY } };
    expect(outAt(given, regular, NOW)).to.equal(false);
    expect(outAt(given, { ...regular, firstSeen: NOW }, NOW)).to.equal(true);
  });

  it('has no name for what is no data', () => {
    const round: Record<string, unknown> = {};
    round['round'] = round;
    for (const given of [round, { n: 10n }]) expect(keyOf(given)).to.deep.equal(NaN);
  });

  it('is not early after a clock that went back for a while, nor late after one that was ahead', () => {
    const given = { throttle: { minVisits: 1, firstAskAfterDays: 7 } };
    const config = quickConfig(given)!;
    const outOn = (now: number): boolean => outAt(given, noteVisit(config, now), now);
    expect(outOn(NOW)).to.equal(true);
    expect(outOn(NOW - 3650 * DAY)).to.equal(true);
    expect(outOn(NOW + 300_000)).to.equal(true);
    expect(outOn(NOW + 7 * DAY - 1)).to.equal(true);
    expect(outOn(NOW + 7 * DAY)).to.equal(false);
    localStorage.clear();
    expect(outOn(NOW + 3650 * DAY)).to.equal(true);
    expect(outOn(NOW)).to.equal(true);
    expect(outOn(NOW + 7 * DAY)).to.equal(false);
  });

  it('counts visits as an asker does, and no tab’s asks are touched by it', () => {
    const asks = [ask('answered', NOW - DAY)];
    localStorage.setItem('askwell:device', JSON.stringify({ ...regular, asks }));
    const survey = { kind: 'relational', survey: 'nps', consent: 'granted' } as const;
    expect(noteVisit(survey, NOW)).to.include({ visits: 10, firstSeen: regular.firstSeen });
    expect(noteVisit(survey, NOW + 60_000).visits).to.equal(10);
    expect(noteVisit(survey, NOW + 60_000 + 1_800_000).visits).to.equal(11);
    expect(JSON.parse(localStorage.getItem('askwell:device')!).asks).to.deep.equal(asks);
  });

  it('keeps employees and customers apart', () => {
    noteVisit({ kind: 'employee', survey: 'nps', consent: 'granted' }, NOW);
    expect(noteVisit({ kind: 'relational', survey: 'nps', consent: 'granted' }, NOW).visits).to.equal(1);
  });

  it('rests until the date that a decision has named, to the millisecond, and no longer', () => {
    const given: AskwellConfig = {};
    const { wave, sampling, ...config } = full(given);
    const history = { ...regular, asks: [ask('dismissed', NOW)] };
    const decision = decide({ history, consent: true, path: true }, { ...config, wave, ...sampling }, NOW + DAY);
    noteRest(quickConfig(given)!, keyOf(given), decision, NOW + DAY);
    expect(outAt(given, regular, NOW + 30 * DAY - 1)).to.equal(true);
    expect(outAt(given, regular, NOW + 30 * DAY)).to.equal(false);
    const other = { user: { id: 'ben' } };
    expect(outAt(other, regular, NOW + 2 * DAY), 'another person').to.equal(false);
  });

  it('lets nobody rest on the word of a clock that was ahead', () => {
    const given: AskwellConfig = {};
    const history = { ...regular, asks: [ask('answered', NOW + 3650 * DAY)] };
    const { wave, sampling, ...config } = full(given);
    const late = decide({ history, consent: true, path: true }, { ...config, wave, ...sampling }, NOW + 3651 * DAY);
    noteRest(quickConfig(given)!, keyOf(given), late, NOW + 3651 * DAY);
    expect(outAt(given, regular, NOW + 3652 * DAY)).to.equal(true);
    expect(outAt(given, regular, NOW)).to.equal(false);
  });

  it('forgets what it knew of every survey, when one has asked, but not of employees', () => {
    const given: AskwellConfig = {};
    const config = quickConfig(given)!;
    const { wave, sampling, ...all } = full(given);
    const history = { ...regular, asks: [ask('dismissed', NOW)] };
    const decision = decide({ history, consent: true, path: true }, { ...all, wave, ...sampling }, NOW);
    const surveys = [config, { ...config, survey: 'other' }, { ...config, kind: 'employee' as const }];
    for (const survey of surveys) noteRest(survey, keyOf(given), decision, NOW);
    forgetRests(config);
    const out = surveys.map((survey) => !!refusalOf(survey, keyOf(given), regular, NOW));
    expect(out).to.deep.equal([false, false, true]);
  });

  it('is never sure of somebody whom the whole decision would ask (2,000 lives)', () => {
    const random = randomFrom(3);
    const STATES: AskState[] = ['claimed', 'returned', 'shown', 'snoozed', 'dismissed', 'answered', 'opted-out'];
    let sure = 0;
    let asked = 0;
    let aged = 0;
    let dated = 0;
    for (let i = 0; i < 2000; i++) {
      localStorage.clear();
      const id = random.pick([undefined, `u${i}`]);
      const at = (days: number) =>
        NOW - Math.floor(random.next() * days * DAY) + random.pick([0, 0, 0, DAY, 400 * DAY]);
      const given: AskwellConfig = {
        ...(id && { user: { id, ...(random.chance(0.3) && { createdAt: at(20) }) } }),
        ...(random.chance(0.5) && { sampling: { rate: random.pick([0.2, 0.7]), spread: random.chance(0.3) } }),
        ...(random.chance(0.5) && { throttle: { firstAskAfterDays: random.pick([0, 1, 30]), minVisits: 1 } }),
      };
      const { user } = given;
      const { wave, sampling, ...config } = full(given);
      const asks = Array.from({ length: random.below(4) }, () =>
        ask(random.pick(STATES), at(120), { survey: random.pick(['nps', 'nps', 'support']) }),
      );
      const history: History = { v: 1, asks, firstSeen: at(60), visits: random.below(6), anonymousId: `a${i}` };
      const decideAt = (now: number, remembered = history) =>
        decide(
          {
            history: remembered,
            consent: true,
            path: true,
            ...(id && { person: personHash(id) }),
            sampleId: id ?? `a${i}`,
            ...(user?.createdAt && { createdAt: +new Date(user.createdAt) }),
          },
          { ...config, wave, ...sampling },
          now,
        );
      const noted = random.chance(0.7) ? decideAt(NOW) : undefined;
      if (noted) noteRest(quickConfig(given)!, keyOf(given), noted, NOW);
      const now = NOW + random.pick([0, 0.5, 1, 7, 29, 30, 31, 90, -1, -3, 3650, -3650]) * DAY;
      localStorage.setItem('askwell:device', JSON.stringify(history));
      const visit = noteVisit(quickConfig(given)!, now);
      const { eligible, nextEligibleAt, gates } = decideAt(now, mergeHistory(history, { v: 1, asks: [], ...visit }));
      const refused = refusalOf(quickConfig(given)!, keyOf(given), visit, now);
      const life = `life ${i}: ${JSON.stringify({ given, history, now })}`;
      if (refused) {
        sure++;
        expect(eligible, life).to.equal(false);
        const counted = (all: Gate[]) =>
          all
            .filter(({ code }) => /^(first-ask-delay|min-visits)$/.test(code))
            .map(({ code, pass, required, nextEligibleAt }) => [code, pass, required, nextEligibleAt]);
        expect(refused.gates.map(({ code }) => code)).to.deep.equal(gates.map(({ code }) => code));
        expect(counted(refused.gates), life).to.deep.equal(counted(gates));
        const days = (all: Gate[]) =>
          all
            .filter(({ code, pass }) => !pass && /^(after|between|first)/.test(code))
            .map(({ code, actual }) => [code, Math.round((actual as number) * DAY)]);
        // What a wrong clock has dated is healed by each page view, which this life has none of.
        const isTimely = now >= NOW && history.firstSeen! <= NOW && asks.every((one) => one.until <= NOW);
        if (isTimely) aged += days(refused.gates).filter(([code]) => code !== 'first-ask-delay').length;
        if (isTimely) expect(days(gates), life).to.deep.include.members(days(refused.gates));
        // Where visits were missing then, no date could be named.
        if (isTimely && noted?.nextEligibleAt) {
          dated++;
          expect(refused.nextEligibleAt, life).to.equal(nextEligibleAt);
        }
      } else if (eligible) asked++;
    }
    expect(sure).to.be.greaterThan(500);
    expect(asked).to.be.greaterThan(200);
    expect(aged).to.be.greaterThan(30);
    expect(dated).to.be.greaterThan(50);
  });
});
