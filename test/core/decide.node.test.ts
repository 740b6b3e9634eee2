import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decide, type Rules } from '../../src/core/decide.js';
import { boundHistory, CLOCK_SLACK, healHistory, type AskRecord, type History } from '../../src/core/history.js';
import { throttleFor } from '../../src/core/throttle.js';
import { DAY, facts, NOW } from './facts.js';

const CASES = { numRuns: 10_000 };

// Few different instants, so that many asks fall on the same one.
const time = fc.integer({ min: -300, max: 40 }).map((half) => NOW + (half * DAY) / 2);
const ask: fc.Arbitrary<AskRecord> = fc.record({
  id: fc.uuid(),
  survey: fc.constantFrom('nps', 'support'),
  state: fc.constantFrom('claimed', 'returned', 'shown', 'shown', 'snoozed', 'dismissed', 'answered'),
  at: time,
  until: time,
  by: fc.constantFrom(undefined, 'ann', 'ben'),
});
const asks = fc.uniqueArray(ask, { maxLength: 12, selector: ({ id }) => id });
const past = (list: AskRecord[]): History => ({ v: 1, asks: list, firstSeen: NOW - 365 * DAY, visits: 9 });
const days = fc.constantFrom(0, 0.5, 1, 7, 30, 90);
const rules: fc.Arbitrary<Rules> = fc.record({
  survey: fc.constant('nps'),
  wave: fc.constantFrom('quarter', 'half', 'year', 'launch'),
  rate: fc.constantFrom(0, 0.3, 1),
  holdout: fc.constantFrom(0, 0.3),
  spread: fc.boolean(),
  throttle: fc
    .record({
      afterAnswerDays: days,
      afterDismissDays: days,
      afterSnoozeDays: days,
      afterIgnoreDays: days,
      betweenSurveysDays: days,
    })
    .map((own) => throttleFor('relational', own)),
});
const who = fc.record({ person: fc.constantFrom(undefined, 'ann'), sampleId: fc.string() });

describe('any decision', () => {
  it('does not depend on the order in which the asks are remembered', () => {
    fc.assert(
      fc.property(asks, rules, who, fc.func(fc.integer()), (list, wanted, me, key) => {
        const shuffled = [...list].sort((a, b) => key(a) - key(b));
        assert.deepEqual(
          decide(facts({ history: past(shuffled), ...me }), wanted, NOW),
          decide(facts({ history: past(list), ...me }), wanted, NOW),
        );
      }),
      CASES,
    );
  });

  it('names, if it names a date, the first instant at which the person may be asked', () => {
    fc.assert(
      fc.property(asks, rules, who, (list, wanted, me) => {
        const found = facts({ history: past(list), ...me });
        const { eligible, nextEligibleAt } = decide(found, wanted, NOW);
        if (eligible) assert.equal(nextEligibleAt, undefined);
        if (nextEligibleAt === undefined) return;
        const at = Date.parse(nextEligibleAt);
        assert.ok(at > NOW);
        // A stamp of the far future is dated at the first look, and stays so.
        const healed = { ...found, history: healHistory(found.history, NOW) };
        assert.equal(decide(healed, wanted, at).eligible, true);
        // A stamp of the far future comes true one day and may then take an ignored ask's place, which no date can foresee.
        if (list.every((one) => Math.max(one.at, one.until) <= NOW + CLOCK_SLACK))
          assert.equal(decide(healed, wanted, at - 1).eligible, false);
      }),
      CASES,
    );
  });

  it('is not changed by cutting the history to what is stored', () => {
    fc.assert(
      fc.property(asks, rules, who, (list, wanted, me) => {
        const most = list.filter(({ state }) => state !== 'returned').length;
        assert.deepEqual(
          decide(facts({ history: boundHistory(past(list), most), ...me }), wanted, NOW),
          decide(facts({ history: past(list), ...me }), wanted, NOW),
        );
      }),
      CASES,
    );
  });
});
