import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare, compareGroups, type Counts } from '../../src/score/index.js';
import { close, counts } from './close.js';

// Worked out with numpy and scipy.stats (2·(1 − norm.cdf), chi2.sf).
const BRANCHES = {
  North: counts([10, 20, 70]),
  South: counts([40, 30, 30]),
  East: counts([30, 30, 40]),
  West: counts([25, 40, 35]),
};

describe('Groups', () => {
  it('differ as Cochran’s Q says, and each from the rest as compare says', () => {
    const { q, df, p, groups } = compareGroups(BRANCHES);
    close(q, 52.17898002783304);
    assert.equal(df, 3);
    close(p, 2.7432312600817396e-11);
    const expected = {
      North: 1.2439604901715029e-11,
      South: 0.00011030351432928884,
      East: 0.2825624873979027,
      West: 0.25878828889214656,
    };
    for (const [name, value] of Object.entries(expected)) close(groups[name]?.p, value);
    close(groups.West?.p, compare(BRANCHES.West, counts([80, 80, 140])).p as number);
    assert.deepEqual([groups.North?.score, groups.North?.n], [60, 100]);
  });

  it('are corrected for the number of looks by Holm’s steps, which never go down', () => {
    const { groups } = compareGroups(BRANCHES);
    close(groups.North?.holm, 4 * 1.2439604901715029e-11);
    close(groups.South?.holm, 3 * 0.00011030351432928884);
    close(groups.West?.holm, 2 * 0.25878828889214656);
    // Once 0.28 by itself, but not less than the one before it.
    close(groups.East?.holm, 2 * 0.25878828889214656);
  });

  it('like each other have p near 1, which Holm does not take beyond', () => {
    const { q, p, groups } = compareGroups({
      a: counts([10, 10, 10]),
      b: counts([10, 10, 10]),
      c: counts([10, 10, 10]),
    });
    assert.deepEqual([q, p], [0, 1]);
    for (const { holm } of Object.values(groups)) assert.equal(holm, 1);
  });

  it('without answers are listed and take no part', () => {
    const { df, groups } = compareGroups({ ...BRANCHES, Empty: counts([0, 0, 0]) });
    assert.equal(df, 3);
    assert.deepEqual(groups.Empty, { score: undefined, n: 0 });
    assert.deepEqual(groups.North, compareGroups(BRANCHES).groups.North);
  });

  it('that are none, or one, are not tested', () => {
    assert.deepEqual(compareGroups({}), { df: 0, groups: {} });
    assert.deepEqual(compareGroups({ only: counts([1, 2, 3]) }), { df: 0, groups: { only: { score: 100 / 3, n: 6 } } });
  });

  it('of which one has answers all alike are still compared: it does not outweigh all others', () => {
    const { q, p } = compareGroups({
      same: counts([0, 0, 5]),
      other: counts([20, 20, 60]),
      third: counts([25, 20, 55]),
    });
    assert.ok(Number.isFinite(q) && (p as number) > 0.01 && (p as number) < 1);
    const { p: alike } = compareGroups({ a: counts([0, 5, 0]), b: counts([0, 9, 0]) });
    assert.equal(alike, 1);
  });

  it('may have any name', () => {
    const odd = Object.fromEntries([
      ['__proto__', counts([1, 2, 3])],
      ['constructor', counts([3, 2, 1])],
    ]);
    assert.deepEqual(Object.keys(compareGroups(odd).groups), ['__proto__', 'constructor']);
  });

  it('with a wrong count are refused by name', () => {
    assert.throws(() => compareGroups({ North: counts([1, 2, 3]), South: { detractors: -2 } as Counts }), {
      name: 'RangeError',
      message: /^South\.detractors: -2 is not a number of answers/,
    });
  });
});

describe('Two samples', () => {
  it('of which one is empty have no difference', () => {
    assert.deepEqual(compare(counts([0, 0, 0]), counts([1, 2, 3])), { difference: undefined });
    assert.deepEqual(compare(counts([1, 2, 3]), counts([0, 0, 0])), { difference: undefined });
  });

  it('change the sign with their order, and nothing else', () => {
    const [a, b] = [counts([8, 13, 15]), counts([12, 7, 12])];
    const [there, back] = [compare(a, b), compare(b, a)];
    assert.deepEqual([there.difference, there.z, there.p], [-(back.difference ?? 0), -(back.z ?? 0), back.p]);
    assert.ok((there.difference as number) > 0);
  });

  it('at opposite ends differ by no more than 200 points', () => {
    const { interval } = compare(counts([1, 0, 0]), counts([0, 0, 1]), { level: 0.9999 });
    assert.equal(interval?.low, -200);
    const { z, p } = compare(counts([10, 0, 0]), counts([0, 0, 10]), { method: 'wald' });
    assert.deepEqual([z, p], [-Infinity, 0]);
  });

  it('cannot be compared by a method for one sample', () => {
    for (const method of ['score', 'bayes']) {
      assert.throws(() => compare(counts([1, 2, 3]), counts([1, 2, 3]), { method: method as 'wald' }), {
        name: 'RangeError',
        message: `method: '${method}' is not known here; write one of adjusted-wald, wald.`,
      });
    }
    assert.throws(() => compare(counts([1, 2, 3]), counts([1, 2, 3]), { level: 1 }), /^RangeError: level: 1 is not/);
    assert.throws(() => compare(counts([1, 2, 3]), {} as Counts), /^RangeError: b\.detractors: undefined/);
  });
});
