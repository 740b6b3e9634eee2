import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { throttleFor } from '../../src/core/throttle.js';
import { surviveClock } from './clocks.js';
import { visitor, type Visitor } from './pages.js';
import { randomFrom } from './random.js';
import { closedGates, type Outcome, type Seen } from './reference.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

const OUTCOMES: Outcome[] = ['shown', 'shown', 'snoozed', 'dismissed', 'answered', 'answered'];

/** The year of `surviveClock` with the built script tag on the pages of the device. */
export async function surviveWithTag(browser: Browser, seed: number): Promise<{ asks: number; jumps: number }> {
  const here = await visitor(browser);
  const view = async (now: number): Promise<boolean> =>
    (await here.view(now, { when: [], manners: { automation: false } })).asked;
  try {
    return await surviveClock(seed, { view, react: here.react });
  } finally {
    await here.close();
  }
}

/**
 * A year of a few people on one device with the built script tag, in a real browser: each page view asks exactly when the
 * reference would. What the tag says by itself names no gate that is open, and a date on which the last of them opens.
 */
export async function liveWithTag(browser: Browser, seed: number): Promise<{ views: number; asks: number }> {
  const here = await visitor(browser);
  try {
    return await live(here, seed);
  } finally {
    await here.close();
  }
}

async function live(here: Visitor, seed: number): Promise<{ views: number; asks: number }> {
  const random = randomFrom(seed);
  const sampling = {
    rate: random.pick([1, 1, 0.5]),
    holdout: random.pick([0, 0, 0.2]),
    spread: random.chance(0.2),
  };
  const isSampled = sampling.rate < 1 || sampling.holdout > 0 || sampling.spread;
  const own = {
    firstAskAfterDays: random.pick([0, 1, 7]),
    minVisits: 1 + random.below(3),
    afterAnswerDays: random.pick([0, 30, 90]),
    afterDismissDays: random.pick([1, 15, 30]),
    afterSnoozeDays: random.pick([0, 3, 7]),
    afterIgnoreDays: random.pick([0, 3, 7]),
    maxIgnores: 1 + random.below(3),
    betweenSurveysDays: random.pick([0, 7, 14]),
  };
  const throttle = throttleFor('relational', random.chance(0.4) ? {} : own);
  const surveys = ['nps', 'support'].slice(0, 1 + random.below(2));
  // Nobody outside can tell which anonymous visitor is drawn.
  const people = isSampled ? ['ann', 'ben'] : ['ann', 'ben', undefined];
  const created = new Map(people.map((one) => [one, random.chance(0.4) ? START - random.below(10) * DAY : undefined]));
  const seen: Seen[] = [];
  const visits: number[] = [];
  const counts = { views: 0, asks: 0 };
  let lastView = -Infinity;

  for (let now = START; now < START + 365 * DAY;) {
    const person = random.pick(people);
    const survey = random.pick(surveys);
    const createdAt = created.get(person);
    const user = person ? { id: person, ...(createdAt !== undefined && { createdAt }) } : undefined;
    const told = user && random.chance(0.3) ? `askwell('identify', ${JSON.stringify(user)})` : '';
    if (now - lastView >= 30 * MINUTE) visits.push(now);
    lastView = now;
    if (person) for (const one of seen) one.owner ??= person;
    const situation = { device: 0, person, sampleId: person ?? '', visits, createdAt, seen, planned: [] };
    const rules = { survey, throttle, wave: 'quarter', ...sampling };
    const closed = closedGates(now, rules, situation);
    const where = `seed ${seed} at ${new Date(now).toISOString()}, ${survey} for ${person}`;

    counts.views++;
    const { asked, decision } = await here.view(
      now,
      {
        survey,
        throttle,
        sampling,
        when: random.pick([[], [{ event: 'x' }]]),
        manners: { automation: false },
        ...(user && !told && { user }),
      },
      told,
    );
    assert.equal(asked, !closed.length, `${where}: ${closed.join() || 'may be asked'}`);
    if (asked) {
      counts.asks++;
      const outcome = random.chance(0.03) ? 'opted-out' : random.pick(OUTCOMES);
      await here.react(outcome);
      seen.push({ survey, devices: new Set([0]), ...(person && { owner: person }), outcome, outcomeAt: now });
    } else {
      const shut = decision.gates.filter(({ pass }) => !pass).map(({ code }) => code);
      assert.deepEqual(
        shut.filter((code) => !closed.includes(code)),
        [],
        where,
      );
      // The tag does not see who is drawn, so where there is a draw its date is only the earliest.
      if (decision.nextEligibleAt && !isSampled) {
        const at = Date.parse(decision.nextEligibleAt);
        assert.deepEqual(closedGates(at, rules, situation), [], `${where}: the named date`);
        assert.notDeepEqual(closedGates(at - 1, rules, situation), [], `${where}: just before the named date`);
      }
      if (random.chance(0.15)) {
        const { gates } = await here.explain();
        const all = gates.filter(({ pass }) => !pass).map(({ code }) => code);
        assert.deepEqual(all.sort(), closed.sort(), `${where}: explained`);
      }
    }
    now += random.pick([10 * MINUTE, 30 * MINUTE, 360 * MINUTE, DAY, DAY, 3 * DAY, 7 * DAY, 14 * DAY]);
  }
  return counts;
}
