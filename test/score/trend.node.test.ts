import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trend, type At, type Counts } from '../../src/score/index.js';
import { kendall } from '../../src/score/kendall.js';
import { twoSidedP } from '../../src/score/normal.js';
import { close, counts } from './close.js';

const RISING = [
  [30, 40, 50],
  [26, 40, 60],
  [19, 42, 70],
].map(counts);
const over = (ats: At[], lots: Counts[] = RISING) => trend(ats.map((at, k) => ({ at, counts: lots[k] as Counts })));

/** Every order of `values`, equal ones told apart. */
function orders(values: number[]): number[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, k) => orders(values.toSpliced(k, 1)).map((rest) => [value, ...rest]));
}

const s = (values: number[]): number =>
  values.reduce(
    (sum, later, j) => sum + values.slice(0, j).reduce((part, earlier) => part + Math.sign(later - earlier), 0),
    0,
  );

describe('A trend', () => {
  it('is in points per period, in the order of time, whichever way the periods are listed', () => {
    const expected = over([1, 2, 3]);
    assert.ok((expected.slope as number) > 0);
    const listings: At[][] = [
      ['2026-Q1', '2026-Q2', '2026-Q3'],
      ['2026-9', '2026-10', '2026-11'],
      ['Monday', 'Tuesday', 'Friday'],
      [new Date('2026-01-01'), new Date('2026-04-01'), new Date('2026-07-01')],
    ];
    for (const ats of listings) assert.deepEqual(over(ats), expected);
    const backwards = [...RISING].reverse();
    for (const ats of [
      [3, 2, 1],
      ['2026-10', '2026-9', '2026-8'],
      [new Date(3), new Date(2), new Date(1)],
    ]) {
      assert.deepEqual(over(ats, backwards), expected);
    }
    assert.equal(over(['Monday', 'Tuesday', 'Friday'], backwards).kendall?.s, -3);
  });

  it('of two equal periods is 0, and of a steady rise that rise', () => {
    const flat = over([1, 2], [counts([10, 20, 30]), counts([10, 20, 30])]);
    assert.deepEqual([flat.slope, flat.z, flat.p, flat.kendall], [0, 0, 1, { s: 0, p: 1 }]);
    const rise = over(
      [1, 2, 3],
      [
        [40, 30, 30],
        [35, 30, 35],
        [30, 30, 40],
      ].map(counts),
    );
    close(rise.slope, 10);
  });

  it('keeps the place of a period without answers, without weight', () => {
    const gap = over([1, 2, 3], [counts([40, 30, 30]), counts([0, 0, 0]), counts([30, 30, 40])]);
    close(gap.slope, 10);
    assert.equal(gap.q?.df, 1);
  });

  it('is not known from fewer than two periods with answers', () => {
    assert.deepEqual(trend([]), { slope: undefined });
    assert.deepEqual(over([1, 2], [counts([1, 2, 3]), counts([0, 0, 0])]), { slope: undefined });
  });

  it('survives a period in which all answers are alike', () => {
    const { slope, p } = over([1, 2, 3], [counts([10, 20, 30]), counts([0, 0, 4]), counts([12, 20, 28])]);
    assert.ok(Number.isFinite(slope) && (p as number) > 0.05);
  });

  it('refuses a period that is no time, that comes twice or is written in another way, and names it', () => {
    const wrong: [At[], RegExp][] = [
      [[1, NaN, 3], /^periods\[1\]\.at: NaN is no time/],
      [[new Date('soon'), new Date(1), new Date(2)], /^periods\[0\]\.at: Invalid Date is no time/],
      [[1, 2, null as unknown as At], /^periods\[2\]\.at: null is no time/],
      [['2026-Q1', '2026-Q2', '2026-Q1'], /^periods\[2\]\.at: '2026-Q1' is also periods\[0\]; add up the counts/],
      [[1, '2', 3], /^periods\[1\]\.at: '2' is of another kind than the first/],
    ];
    for (const [ats, message] of wrong) assert.throws(() => over(ats), { name: 'RangeError', message });
    assert.throws(
      () => over([1, 2], [counts([1, 2, 3]), counts([1, 2, -3])]),
      /^RangeError: periods\[1\]\.counts\.promoters: -3/,
    );
    assert.throws(
      () => over([2, 1], [counts([1, 2, -3]), counts([1, 2, 3])]),
      /^RangeError: periods\[0\]\.counts\.promoters: -3/,
    );
  });
});

describe('Kendall’s test', () => {
  const lists = [
    [1, 2, 3, 4],
    [4, 1, 3, 2],
    [1, 1, 2, 3],
    [2, 1, 1, 2, 3],
    [5, 5, 5],
    [1, 2, 2, 2, 3, 3],
    [3, 1, 4, 1, 5, 2],
    [7],
  ];
  it('counts out exactly what listing every order gives, ties included', () => {
    for (const values of lists) {
      const found = kendall(values);
      assert.equal(found.s, s(values));
      const all = orders(values);
      const asFar = all.filter((order) => Math.abs(s(order)) >= Math.abs(found.s)).length;
      close(found.p, asFar / all.length, 1e-12);
    }
  });

  it('of more than 50 values is normal, and meets the exact test there', () => {
    // A wave on a slope, so that p is neither 0 nor 1.
    const exact = kendall(Array.from({ length: 50 }, (_, k) => Math.sin(k * 2.4) * 10 + k / 12));
    const normal = twoSidedP((exact.s - 1) / Math.sqrt((50 * 49 * 105) / 18));
    assert.ok(exact.p > 0.01 && exact.p < 0.5 && Math.abs(exact.p - normal) < 0.002, `${exact.p} ${normal}`);
    assert.deepEqual(kendall(Array.from({ length: 60 }, () => 1)), { s: 0, p: 1 });
    // 60 values with the variance 60·59·125/18 of S.
    const more = kendall(Array.from({ length: 60 }, (_, k) => Math.sin(k * 2.4) * 10 + k / 12));
    assert.ok(more.p > 1e-4 && more.p < 0.5, `${more.p}`);
    close(more.p, twoSidedP((more.s - 1) / Math.sqrt(24_583 + 1 / 3)));
    assert.ok(kendall(Array.from({ length: 60 }, (_, k) => k)).p < 1e-15);
  });
});
