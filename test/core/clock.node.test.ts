import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { decide } from '../../src/core/decide.js';
import type { AskState } from '../../src/core/history.js';
import { mergeHistory, type History } from '../../src/core/history.js';
import { visited } from '../../src/page/visits.js';
import { ask, DAY, facts, history, NOW, rules } from './facts.js';

const WAITS: [AskState, number][] = [
  ['answered', 90],
  ['dismissed', 30],
  ['snoozed', 7],
  ['shown', 7],
  ['claimed', 1],
];
const TEN_YEARS = 3650 * DAY;

/** A page view at `now`: what is remembered is healed and merged with itself, as a session does. */
const view = (remembered: History, now: number): History => mergeHistory(remembered, visited(remembered, now));
const mayAsk = (remembered: History, now: number): boolean =>
  decide(facts({ history: view(remembered, now) }), rules(), now).eligible;

describe('a clock that jumps by ten years', () => {
  for (const [state, days] of WAITS) {
    it(`ahead and back: who was asked meanwhile (${state}) waits from then on, for ${days} days and no longer`, () => {
      const remembered = view(history([ask(state, NOW + TEN_YEARS)]), NOW);
      assert.equal(mayAsk(remembered, NOW), false);
      assert.equal(mayAsk(remembered, NOW + days * DAY - 1), false);
      assert.equal(mayAsk(remembered, NOW + days * DAY), true);
    });

    it(`back: who was asked before (${state}) is not asked sooner, and waits for ${days} days by that clock`, () => {
      const past = NOW - TEN_YEARS;
      const remembered = view(history([ask(state, NOW)], { firstSeen: 0 }), past);
      assert.equal(mayAsk(remembered, past), false);
      assert.equal(mayAsk(remembered, past + days * DAY - 1), false);
      assert.equal(mayAsk(remembered, past + days * DAY), true);
    });

    it(`back and ahead again: who was asked meanwhile (${state}) waits for ${days} days from the last visit before`, () => {
      const before = view({ v: 1, asks: [], firstSeen: 0, visits: 5 }, NOW - DAY);
      const back = view(before, NOW - TEN_YEARS);
      assert.equal(back.latest, NOW - DAY);
      const asked = ask(state, NOW - TEN_YEARS, { known: back.latest });
      const remembered = view({ ...back, asks: [asked] }, NOW);
      assert.equal(mayAsk(remembered, NOW - DAY + days * DAY - 1), false);
      assert.equal(mayAsk(remembered, NOW - DAY + days * DAY), true);
    });

    it(`back and ahead again: the true date of the ask (${state}) counts as ever`, () => {
      const remembered = view(history([ask(state, NOW)]), NOW - TEN_YEARS);
      assert.equal(mayAsk(remembered, NOW + days * DAY - 1), false);
      assert.equal(mayAsk(remembered, NOW + days * DAY), true);
    });
  }

  it('ahead and back: a newcomer waits for 7 days, no less and no more', () => {
    const remembered = view(view({ v: 1, asks: [], visits: 5 }, NOW + TEN_YEARS), NOW);
    assert.equal(mayAsk(remembered, NOW + 7 * DAY - 1), false);
    assert.equal(mayAsk(remembered, NOW + 7 * DAY), true);
  });

  it('back and ahead again: a newcomer is not early, and waits for 7 days from the true first visit', () => {
    const first = view({ v: 1, asks: [], visits: 5 }, NOW);
    const remembered = view(view(first, NOW - TEN_YEARS), NOW + 300_000);
    assert.equal(mayAsk(remembered, NOW + 7 * DAY - 1), false);
    assert.equal(mayAsk(remembered, NOW + 7 * DAY), true);
    // Merged with what another tab had stored before, or not.
    assert.equal(mayAsk(mergeHistory(remembered, first), NOW + 7 * DAY - 1), false);
  });

  it('ahead and stays there cannot be told from ten years of absence', () => {
    assert.equal(mayAsk(history([ask('answered', NOW)]), NOW + TEN_YEARS), true);
  });

  it('ahead at the host does not silence somebody for years', () => {
    const wrong = facts({ lastAskedAt: NOW + TEN_YEARS });
    assert.equal(decide(wrong, rules(), NOW).eligible, true);
  });

  it('ahead does not make an account of the future, of which the first visit tells more', () => {
    const wrong = facts({ createdAt: NOW + TEN_YEARS });
    assert.equal(decide(wrong, rules(), NOW).eligible, true);
  });
});

describe('summer time', () => {
  const { TZ } = process.env;
  after(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  for (const [zone, change] of [
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
    ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
    ['America/New_York', Date.UTC(2026, 2, 8, 7)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
  ] as const) {
    it(`of ${zone} on ${new Date(change).toISOString().slice(0, 10)} neither lengthens nor shortens a day`, () => {
      process.env['TZ'] = zone;
      const offset = (time: number) => new Date(time).getTimezoneOffset();
      assert.notEqual(offset(change - 1), offset(change), 'the clocks of this zone do not change here');
      for (const [state, days] of WAITS) {
        const asked = change - DAY / 2;
        const found = facts({ history: history([ask(state, asked)], { firstSeen: 0 }) });
        assert.equal(decide(found, rules(), asked + days * DAY - 1).eligible, false);
        assert.equal(decide(found, rules(), asked + days * DAY).eligible, true);
      }
    });
  }
});
