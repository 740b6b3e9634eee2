import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nps, type Counts, type Interval, type Method } from '../../src/score/index.js';
import { close, counts } from './close.js';

const METHODS: Method[] = ['adjusted-wald', 'score', 'wald', 'bayes'];
const some = fc
  .record({ detractors: fc.nat(400), passives: fc.nat(400), promoters: fc.nat(400) })
  .filter(({ detractors, passives, promoters }) => detractors + passives + promoters > 0);
const ends = (triple: Counts, method: Method, level = 0.95) => nps(triple, { method, level }).interval as Interval;

describe('A score', () => {
  it('is undefined without answers, and has no interval', () => {
    for (const method of METHODS) {
      const empty = nps(counts([0, 0, 0]), { method });
      assert.deepEqual(empty, { score: undefined, n: 0, method, level: 0.95 });
      assert.equal('interval' in empty, false);
    }
  });

  it('takes the adjusted Wald method at 95 % unless told otherwise', () => {
    const { method, level } = nps(counts([1, 2, 3]));
    assert.deepEqual({ method, level }, { method: 'adjusted-wald', level: 0.95 });
  });

  it('of one answer, or of answers all alike, has an interval of some width, except by Wald', () => {
    for (const triple of [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 10],
      [10, 0, 0],
      [0, 10, 0],
    ]) {
      for (const method of METHODS) {
        const { low, high } = ends(counts(triple), method);
        if (method === 'wald') assert.equal(low, high);
        else assert.ok(high - low > 20 && low >= -100 && high <= 100, `${triple} ${method} ${low} ${high}`);
      }
    }
  });

  it('is never −0', () => {
    assert.ok(Object.is(nps(counts([0, 3, 0])).score, 0));
    assert.ok(Object.is(nps(counts([3, 3, 3])).score, 0));
  });

  it('mirrors when promoters and detractors change places', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...METHODS), ({ detractors, passives, promoters }, method) => {
        const one = ends({ detractors, passives, promoters }, method);
        const other = ends({ detractors: promoters, passives, promoters: detractors }, method);
        close(one.low + 200, 200 - other.high, 1e-11);
        close(one.high + 200, 200 - other.low, 1e-11);
      }),
      { numRuns: 60 },
    );
  });

  it('lies in its interval, within −100…100, and a higher level widens it', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...METHODS),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        (triple, method, level) => {
          const narrow = ends(triple, method, level);
          const wide = ends(triple, method, level + 0.019);
          assert.ok(-100 <= wide.low && wide.low <= narrow.low + 1e-9);
          assert.ok(narrow.high - 1e-9 <= wide.high && wide.high <= 100);
          const score = nps(triple).score as number;
          // The pseudo-answers and the prior draw the middle towards 0, so a narrow interval of few answers may miss the score.
          if (method === 'wald' || method === 'score')
            assert.ok(narrow.low <= score + 1e-9 && score - 1e-9 <= narrow.high);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('stays exact for enormous counts', () => {
    const n = 2 ** 52;
    const { score, variance, interval } = nps(counts([n / 4, n / 2, n / 4 + 1]));
    close(score, 100 / (n + 1));
    close(variance, 5000);
    close(
      (interval?.high ?? 0) - (interval?.low ?? 0),
      (2 * 1.9599639845400538 * Math.sqrt(5000)) / Math.sqrt(n),
      1e-7,
    );
    // One detractor among all those: the naive p_D + p_P − m² would have lost every digit.
    close(nps(counts([1, 0, 1e9 + 6])).variance, (4e4 * (1e9 + 6)) / (1e9 + 7) ** 2);
    const wald = ends(counts([n / 4, n / 2, n / 4]), 'wald');
    for (const method of METHODS) close(ends(counts([n / 4, n / 2, n / 4]), method).high, wald.high, 1e-6);
  });

  it('holds at levels next to 0 and 1', () => {
    for (const method of METHODS) {
      const hair = ends(counts([10, 20, 30]), method, 1e-9);
      assert.ok(hair.high - hair.low < 1e-6 && hair.high > 30);
      const all = ends(counts([10, 20, 30]), method, 1 - 1e-12);
      assert.ok(
        all.low < -20 && all.high > 75 && all.low >= -100 && all.high <= 100,
        `${method} ${all.low} ${all.high}`,
      );
    }
  });

  it('refuses what is not a count, and says where', () => {
    const wrong: [unknown, RegExp][] = [
      [
        { detractors: -1, passives: 0, promoters: 0 },
        /^counts\.detractors: -1 is not a number of answers; write a whole/,
      ],
      [{ detractors: 0, passives: 1.5, promoters: 0 }, /^counts\.passives: 1\.5 is not/],
      [{ detractors: 0, passives: 0, promoters: '3' }, /^counts\.promoters: '3' is not/],
      [{ detractors: 0, passives: 0 }, /^counts\.promoters: undefined is not/],
      [{ detractors: NaN, passives: 0, promoters: 0 }, /^counts\.detractors: NaN is not/],
      [{ detractors: Infinity, passives: 0, promoters: 0 }, /^counts\.detractors: Infinity is not/],
      [{ detractors: 2 ** 53, passives: 0, promoters: 0 }, /^counts\.detractors: 9007199254740992 is not/],
      [undefined, /^counts\.detractors: undefined is not/],
    ];
    for (const [given, message] of wrong) assert.throws(() => nps(given as Counts), { name: 'RangeError', message });
  });

  it('refuses a level outside (0, 1) and a method it does not know', () => {
    for (const level of [0, 1, -0.5, 1.5, NaN, Infinity, '0.95', null]) {
      assert.throws(() => nps(counts([1, 2, 3]), { level: level as number }), {
        name: 'RangeError',
        message: /^level: .+ is not between 0 and 1/,
      });
    }
    assert.throws(() => nps(counts([1, 2, 3]), { level: 95 }), /level: 95 .+ for example 0\.95 for 95 %/);
    assert.throws(() => nps(counts([1, 2, 3]), { method: 'wilson' as Method }), {
      name: 'RangeError',
      message: "method: 'wilson' is not known here; write one of adjusted-wald, score, wald, bayes.",
    });
  });
});
