import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  adoptHistory,
  boundHistory,
  CLOCK_SLACK,
  healHistory,
  historyFor,
  mergeHistory,
  MOST_ASKS,
  parseHistory,
  type AskRecord,
  type AskState,
  type History,
} from '../../src/core/history.js';
import { DAY, NOW } from './facts.js';

const CASES = { numRuns: 10_000 };
const STATES = [
  'claimed',
  'returned',
  'shown',
  'snoozed',
  'dismissed',
  'answered',
  'opted-out',
] as const satisfies AskState[];

const time = fc.integer({ min: NOW - 1000 * DAY, max: NOW + 1000 * DAY });
const askRecord: fc.Arbitrary<AskRecord> = fc.record({
  id: fc.integer({ min: 0, max: 8 }).map(String),
  survey: fc.constant('nps'),
  state: fc.constantFrom(...STATES),
  at: time,
  until: time,
  by: fc.constantFrom(undefined, 'ann', 'ben'),
  known: fc.option(time, { nil: undefined }),
});
const anyHistory: fc.Arbitrary<History> = fc.record({
  v: fc.constant(1 as const),
  asks: fc.uniqueArray(askRecord, { maxLength: 8, selector: ({ id }) => id }),
  firstSeen: fc.option(time, { nil: undefined }),
  firstWas: fc.option(time, { nil: undefined }),
  visits: fc.option(fc.nat(5), { nil: undefined }),
  lastVisit: fc.option(time, { nil: undefined }),
  latest: fc.option(time, { nil: undefined }),
  anonymousId: fc.constantFrom(undefined, 'a', 'b'),
});

/** As it is stored; the order of the asks means nothing, and a count that is absent is none. */
const plain = (history: History) =>
  JSON.parse(
    JSON.stringify({
      ...history,
      visits: history.visits ?? 0,
      lastVisit: history.lastVisit ?? 0,
      asks: [...history.asks].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  );
const same = (a: History, b: History) => assert.deepEqual(plain(a), plain(b));

describe('merging histories', () => {
  it('does not depend on who is merged into whom', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (a, b) => same(mergeHistory(a, b), mergeHistory(b, a))),
      CASES,
    );
  });

  it('does not depend on the order of merging', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, anyHistory, (a, b, c) =>
        same(mergeHistory(mergeHistory(a, b), c), mergeHistory(a, mergeHistory(b, c))),
      ),
      CASES,
    );
  });

  it('changes nothing when the same is merged again', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (a, b) => {
        same(mergeHistory(a, a), a);
        const merged = mergeHistory(a, b);
        same(mergeHistory(merged, b), merged);
      }),
      CASES,
    );
  });

  it('loses no ask, never takes a state back, and keeps first and last visit', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (a, b) => {
        const merged = mergeHistory(a, b);
        for (const ask of [...a.asks, ...b.asks]) {
          const kept = merged.asks.find(({ id }) => id === ask.id)!;
          assert.ok(STATES.indexOf(kept.state) >= STATES.indexOf(ask.state));
          assert.ok(kept.at <= ask.at);
          if (kept.state === ask.state) assert.ok(kept.until >= ask.until);
          if (ask.by) assert.ok(kept.by);
          if (ask.known) assert.ok(kept.known! >= ask.known);
        }
        for (const { firstSeen, visits, latest } of [a, b]) {
          if (latest !== undefined) assert.ok(merged.latest! >= latest);
          if (firstSeen !== undefined) assert.ok(merged.firstSeen! <= firstSeen);
          assert.ok((merged.visits ?? 0) >= (visits ?? 0));
        }
      }),
      CASES,
    );
  });

  it('survives being stored and read in between', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (a, b) => {
        const stored = parseHistory(JSON.parse(JSON.stringify(a)))!;
        same(parseHistory(JSON.parse(JSON.stringify(mergeHistory(stored, b))))!, mergeHistory(a, b));
      }),
      CASES,
    );
  });

  const records: [string, Partial<AskRecord>, Partial<AskRecord>, Partial<AskRecord>][] = [
    [
      'a dismissal after an answer leaves it an answer',
      { state: 'answered', until: 5 },
      { state: 'dismissed', until: 9 },
      { state: 'answered', until: 5 },
    ],
    [
      'an ask that another tab gave back but this one showed was shown',
      { state: 'returned', until: 9 },
      { state: 'shown', until: 5 },
      { state: 'shown', until: 5 },
    ],
    [
      'an opt-out outlasts an answer',
      { state: 'answered', until: 9 },
      { state: 'opted-out', until: 5 },
      { state: 'opted-out', until: 5 },
    ],
    [
      'a changed score counts from the change',
      { state: 'answered', until: 5 },
      { state: 'answered', until: 9 },
      { state: 'answered', until: 9 },
    ],
    ['an adopted ask stays adopted', { by: 'ann' }, {}, { by: 'ann' }],
  ];
  for (const [name, one, other, expected] of records) {
    it(name, () => {
      const ask: AskRecord = { id: 'x', survey: 'nps', state: 'shown', at: 1, until: 1 };
      const merged = mergeHistory({ v: 1, asks: [{ ...ask, ...one }] }, { v: 1, asks: [{ ...ask, ...other }] });
      assert.deepEqual(JSON.parse(JSON.stringify(merged.asks)), [{ ...ask, ...expected }]);
    });
  }
});

describe('reading a stored history', () => {
  it('never throws, and what it reads can be merged, healed, bounded and written', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), anyHistory, (value, history) => {
        const hostile = [
          value,
          { v: 1, asks: value },
          { v: 1, asks: [value] },
          { ...history, asks: [{ ...history.asks[0], by: value }] },
          { ...history, asks: [{ ...history.asks[0], known: value }] },
          { ...history, firstSeen: value, visits: value, lastVisit: value, latest: value, anonymousId: value },
        ];
        for (const one of hostile) {
          const read = parseHistory(one);
          if (read) JSON.stringify(boundHistory(healHistory(mergeHistory(read, history), NOW)));
        }
      }),
      CASES,
    );
  });

  const BROKEN: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'v'],
    ['a number', 1],
    ['a list', []],
    ['no version', { asks: [] }],
    ['a newer version', { v: 2, asks: [] }],
    ['a version in words', { v: '1', asks: [] }],
    ['no asks', { v: 1 }],
    ['asks that are no list', { v: 1, asks: { length: 1 } }],
  ];
  for (const [name, value] of BROKEN) it(`refuses ${name}`, () => assert.equal(parseHistory(value), undefined));

  it('leaves out the broken asks and keeps the sound ones', () => {
    const sound = { id: 'x', survey: 'nps', state: 'shown', at: 1, until: 2 };
    const broken = [
      null,
      1,
      {},
      { ...sound, id: 7 },
      { ...sound, state: 'asked' },
      { ...sound, at: '1' },
      { ...sound, until: null },
      { ...sound, by: {} },
      { ...sound, known: '3' },
    ];
    assert.deepEqual(parseHistory({ v: 1, asks: [...broken, sound] })!.asks, [sound]);
  });

  it('takes nothing for a date that is none', () => {
    const { firstSeen, visits, lastVisit, latest, anonymousId } = parseHistory({
      v: 1,
      asks: [],
      firstSeen: 'x',
      visits: null,
      lastVisit: NaN,
      latest: '1',
      anonymousId: { toString: 1 },
    })!;
    assert.deepEqual(
      { firstSeen, visits, lastVisit, latest, anonymousId },
      {
        firstSeen: undefined,
        visits: undefined,
        lastVisit: undefined,
        latest: undefined,
        anonymousId: undefined,
      },
    );
  });
});

describe('people on one device', () => {
  const asks = (['ann', 'ben', undefined] as const).map((by, i): AskRecord => ({
    id: String(i),
    survey: 'nps',
    state: 'answered',
    at: 1,
    until: 1,
    by,
  }));

  it('a signed-in person sees own asks and those of nobody', () => {
    assert.deepEqual(
      historyFor({ v: 1, asks }, 'ann').asks.map(({ by }) => by),
      ['ann', undefined],
    );
  });

  it('an anonymous one sees all', () => assert.equal(historyFor({ v: 1, asks }).asks.length, 3));

  it('who signs in takes over what is nobody’s, so that the next person does not', () => {
    const adopted = adoptHistory({ v: 1, asks }, 'ann');
    assert.equal(historyFor(adopted, 'ann').asks.length, 2);
    assert.equal(historyFor(adopted, 'ben').asks.length, 1);
  });
});

describe('healing after a wrong clock', () => {
  const wrong = (at: number): History => ({
    v: 1,
    asks: [{ id: 'x', survey: 'nps', state: 'answered', at, until: at }],
    firstSeen: at,
  });

  it('dates a claim of the far future now, and leaves one of the near future', () => {
    assert.equal(healHistory(wrong(NOW + CLOCK_SLACK + 1), NOW).asks[0]!.at, NOW);
    assert.equal(healHistory(wrong(NOW + CLOCK_SLACK), NOW).asks[0]!.at, NOW + CLOCK_SLACK);
  });

  it('holds against every later merge with the copy that was not healed', () => {
    fc.assert(
      fc.property(anyHistory, time, time, (history, first, later) => {
        const healed = mergeHistory(healHistory(history, Math.min(first, later)), history);
        const { firstSeen, firstWas, ...rest } = healHistory(healed, Math.max(first, later));
        same({ ...rest, firstSeen: healed.firstSeen, firstWas: healed.firstWas }, healed);
        // What a clock that went back had lowered counts again once its date has come.
        const isTrue = firstWas !== undefined && firstWas <= Math.max(first, later);
        assert.deepEqual([firstSeen, firstWas], [isTrue ? firstWas : healed.firstSeen, healed.firstWas]);
      }),
      CASES,
    );
  });

  it('dates the first visit at the latest now', () => assert.equal(healHistory(wrong(NOW + 1), NOW).firstSeen, NOW));
});

describe('bounding', () => {
  it('keeps opt-outs and the newest asks, and lets those given back go first', () => {
    const make = (n: number, state: AskState, from: number): AskRecord[] =>
      Array.from({ length: n }, (_, i) => ({
        id: `${state}${i}`,
        survey: 'nps',
        state,
        at: from + i,
        until: from + i,
      }));
    const { asks } = boundHistory({
      v: 1,
      asks: [...make(300, 'returned', 5000), ...make(200, 'answered', 1000), ...make(2, 'opted-out', 1)],
    });
    assert.equal(asks.length, MOST_ASKS);
    assert.deepEqual(
      asks.slice(0, 3).map(({ id }) => id),
      ['opted-out1', 'opted-out0', 'answered199'],
    );
    assert.ok(asks.every(({ state }) => state !== 'returned'));
  });

  it('takes less than 16 KiB at its fullest', () => {
    const full = Array.from({ length: 500 }, (_, i): AskRecord => ({
      id: `0192f6c0-0000-7000-8000-${String(i).padStart(12, '0')}`,
      survey: 'nps',
      state: 'dismissed',
      at: NOW,
      until: NOW,
      by: '0123456789abcdef',
    }));
    assert.ok(JSON.stringify(boundHistory({ v: 1, asks: full })).length < 16_384);
  });
});
