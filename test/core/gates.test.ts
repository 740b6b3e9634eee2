import { expect } from '@open-wc/testing';
import { decide, type Facts, type Rules } from '../../src/core/decide.js';
import { DEFERRING, type GateCode } from '../../src/core/decision.js';
import { hash, WHOLE } from '../../src/core/sampling.js';
import { throttleFor, type Throttle } from '../../src/core/throttle.js';
import { waveOf } from '../../src/core/wave.js';
import { ask, DAY, facts, history, NOW, rules } from './facts.js';

/** As they are published, in order of precedence. */
const CODES: GateCode[] = [
  'consent',
  'opted-out',
  'holdout',
  'sampling',
  'cohort-day',
  'path',
  'first-ask-delay',
  'min-visits',
  'after-answer',
  'after-dismiss',
  'after-snooze',
  'after-ignore',
  'max-ignores',
  'between-surveys',
  'other-tab',
  'hidden',
  'modal',
  'typing',
  'media',
  'recent-error',
  'automation',
  'busy',
  'veto',
];

const gateOf = (code: GateCode, found: Partial<Facts>, wanted: Partial<Rules> = {}, now = NOW) =>
  decide(facts(found), rules(wanted), now).gates.find((gate) => gate.code === code)!;

const iso = (time: number) => new Date(time).toISOString();
const own = (throttle: Partial<Throttle>): Partial<Rules> => ({ throttle: throttleFor('relational', throttle) });
const was = (...asks: Parameters<typeof ask>[]): Partial<Facts> => ({
  history: history(asks.map((one) => ask(...one))),
});

const quarter = waveOf('quarter', NOW);
const dueOn = (day: number) =>
  Array.from({ length: 1000 }, (_, i) => `u${i}`).find((id) => hash(`nps:${quarter.name}:${id}`) % 92 === day)!;

it('the gates are the published ones, each once, in order of precedence', () => {
  for (const found of [facts(), facts({ consent: false, path: false, manners: { modal: true } })]) {
    expect(decide(found, rules(), NOW).gates.map(({ code }) => code)).to.deep.equal(CODES);
  }
});

/** One row for each gate that opens by itself: from which instant it counts, so many days, and the facts. */
const OPENS: [GateCode, string, since: number, days: number, Partial<Facts>, Partial<Rules>?][] = [
  ['cohort-day', 'on the due day of the wave', quarter.start, 60, { sampleId: dueOn(60) }, { spread: true }],
  ['first-ask-delay', '7 days after the first visit', NOW, 7, { history: history([], { firstSeen: NOW }) }],
  ['first-ask-delay', '7 days after the account was made', NOW, 7, { createdAt: NOW }],
  ['after-answer', '90 days after an answer', NOW, 90, was(['answered', NOW])],
  ['after-answer', '90 days after the host asked elsewhere', NOW, 90, { lastAskedAt: NOW }],
  ['after-dismiss', '30 days after a dismissal', NOW, 30, was(['dismissed', NOW])],
  ['after-snooze', '7 days after “ask me later”', NOW, 7, was(['snoozed', NOW])],
  ['after-ignore', '7 days after an ask that nobody touched', NOW, 7, was(['shown', NOW])],
  ['between-surveys', '14 days after another survey', NOW, 14, was(['answered', NOW, { survey: 'support' }])],
  ['other-tab', '24 hours after a claim that was never shown', NOW, 1, was(['claimed', NOW])],
  ['first-ask-delay', 'after the host’s days', NOW, 2, { createdAt: NOW }, own({ firstAskAfterDays: 2 })],
  ['after-answer', 'after half a day', NOW, 0.5, was(['answered', NOW]), own({ afterAnswerDays: 0.5 })],
  ['after-dismiss', 'after a year', NOW, 365, was(['dismissed', NOW]), own({ afterDismissDays: 365 })],
  ['after-snooze', 'after a day', NOW, 1, was(['snoozed', NOW]), own({ afterSnoozeDays: 1 })],
  ['after-ignore', 'after 40 days', NOW, 40, was(['shown', NOW]), own({ afterIgnoreDays: 40 })],
  [
    'between-surveys',
    'after three days',
    NOW,
    3,
    was(['shown', NOW, { survey: 'support' }]),
    own({ betweenSurveysDays: 3 }),
  ],
];

describe('a gate of time', () => {
  for (const [code, when, since, days, found, wanted] of OPENS) {
    const opens = since + days * DAY;

    it(`${code} opens exactly ${when}, and says what it found, wants and waits for`, () => {
      const at = (now: number) => gateOf(code, found, wanted, now);
      const gate = { code, required: days };
      expect(at(opens - 1), 'a millisecond before').to.deep.equal({
        ...gate,
        pass: false,
        actual: (days * DAY - 1) / DAY,
        nextEligibleAt: iso(opens),
      });
      expect(at(opens), 'at that instant').to.deep.equal({
        ...gate,
        pass: true,
        actual: days,
        nextEligibleAt: undefined,
      });
      expect(at(opens + 1), 'a millisecond after').to.deep.equal({
        ...gate,
        pass: true,
        actual: (days * DAY + 1) / DAY,
        nextEligibleAt: undefined,
      });
    });

    it(`${code} is the only gate closed before (${when}), and the decision names the same instant`, () => {
      const decision = decide(facts(found), rules(wanted), opens - 1);
      expect(decision.gates.filter(({ pass }) => !pass).map((gate) => gate.code)).to.deep.equal([code]);
      expect(decision).to.include({ eligible: false, nextEligibleAt: iso(opens) });
      expect(decide(facts(found), rules(wanted), opens)).to.include({ eligible: true, nextEligibleAt: undefined });
    });
  }

  it('max-ignores counts to three and then waits as after a dismissal, 30 days', () => {
    const ignored = (n: number) => ({
      history: history(Array.from({ length: n }, (_, i) => ask('shown', NOW - i * 10 * DAY))),
    });
    const opens = NOW + 30 * DAY;
    const gate = { code: 'max-ignores', required: 3 };
    const open = { pass: true, nextEligibleAt: undefined };
    expect(gateOf('max-ignores', ignored(2)), 'two').to.deep.equal({ ...gate, ...open, actual: 2 });
    const at = (n: number, now: number) => gateOf('max-ignores', ignored(n), {}, now);
    for (const actual of [3, 4]) {
      const closed = { ...gate, pass: false, actual, nextEligibleAt: iso(opens) };
      expect(at(actual, opens - 1), `${actual}, a millisecond before`).to.deep.equal(closed);
      expect(at(actual, opens), `${actual}, at that instant`).to.deep.equal({ ...gate, ...open, actual });
      expect(at(actual, opens + 1), `${actual}, after`).to.deep.equal({ ...gate, ...open, actual });
    }
    expect(decide(facts(ignored(3)), rules(), NOW + 29 * DAY).nextEligibleAt).to.equal(iso(opens));
  });

  it('has nothing to say where the thing never happened', () => {
    for (const code of ['after-answer', 'after-dismiss', 'after-snooze', 'after-ignore', 'other-tab'] as const) {
      expect(gateOf(code, {}), code).to.include({ pass: true, actual: undefined, nextEligibleAt: undefined });
    }
  });
});

const held = hash('holdout:ann') / WHOLE;
const draw = hash(`nps:${quarter.name}:ann`) / WHOLE;
const ann = { sampleId: 'ann' };
const visits = (n: number): Partial<Facts> => ({ history: history([], { visits: n }) });
const tiny = 1 / WHOLE;

/** One row for each look at a gate that waiting does not open: just not enough, just enough, more than that. */
const HOLDS: [GateCode, pass: boolean, actual: unknown, required: unknown, Partial<Facts>, Partial<Rules>?][] = [
  ['consent', false, false, true, { consent: false }],
  ['consent', true, true, true, { consent: true }],
  ['opted-out', false, true, false, was(['opted-out', NOW - 10_000 * DAY])],
  ['opted-out', false, true, false, was(['opted-out', NOW - 15 * DAY, { survey: 'support' }])],
  ['opted-out', true, false, false, was(['answered', NOW - 100 * DAY])],
  ['holdout', false, held, held + tiny, ann, { holdout: held + tiny }],
  ['holdout', true, held, held, ann, { holdout: held }],
  ['holdout', true, held, held - tiny, ann, { holdout: held - tiny }],
  ['sampling', false, draw, draw - tiny, ann, { rate: draw - tiny, wave: quarter.name }],
  ['sampling', false, draw, draw, ann, { rate: draw, wave: quarter.name }],
  ['sampling', true, draw, draw + tiny, ann, { rate: draw + tiny, wave: quarter.name }],
  ['path', false, false, true, { path: false }],
  ['path', true, true, true, { path: true }],
  ['min-visits', false, 2, 3, visits(2)],
  ['min-visits', true, 3, 3, visits(3)],
  ['min-visits', true, 4, 3, visits(4)],
  ['min-visits', false, 0, 1, { history: history([], { visits: undefined }) }, own({ minVisits: 1 })],
];

describe('a gate that waiting does not open', () => {
  for (const [code, pass, actual, required, found, wanted] of HOLDS) {
    it(`${code} ${pass ? 'lets through' : 'refuses'} ${actual} where ${required} is wanted, and names no date`, () => {
      const decision = decide(facts(found), rules(wanted), NOW);
      const gate = decision.gates.find((one) => one.code === code);
      expect(gate).to.deep.equal({ code, pass, actual, required, nextEligibleAt: undefined });
      expect(decision.gates.filter((one) => !one.pass).map((one) => one.code)).to.deep.equal(pass ? [] : [code]);
      expect(decision).to.include({ eligible: pass, nextEligibleAt: undefined });
    });
  }
});

describe('manners', () => {
  for (const code of DEFERRING) {
    it(`${code} defers without naming a date, and is content when it is over`, () => {
      const decision = decide(facts({ manners: { [code]: true } }), rules(), NOW);
      expect(decision).to.include({ eligible: false, nextEligibleAt: undefined });
      expect(decision.gates.filter(({ pass }) => !pass)).to.deep.equal([
        { code, pass: false, actual: true, required: false, nextEligibleAt: undefined },
      ]);
      expect(gateOf(code, {})).to.deep.equal({
        code,
        pass: true,
        actual: false,
        required: false,
        nextEligibleAt: undefined,
      });
    });
  }

  it('leave the date that the throttle names as it is', () => {
    const found = facts({ manners: { hidden: true }, ...was(['dismissed', NOW]) });
    expect(decide(found, rules(), NOW).nextEligibleAt).to.equal(iso(NOW + 30 * DAY));
  });
});
