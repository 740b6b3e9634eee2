import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare, nps, sampleSizeForChange, sampleSizeForMargin } from '../../src/score/index.js';
import { counts } from './close.js';

describe('A sample size', () => {
  it('is for the worst case, 95 % and a power of 80 % unless told otherwise', () => {
    assert.equal(sampleSizeForMargin({ margin: 10 }), 382);
    assert.equal(
      sampleSizeForMargin({ margin: 10 }),
      sampleSizeForMargin({ margin: 10, level: 0.95, variance: 10_000 }),
    );
    assert.equal(
      sampleSizeForChange({ change: 10 }),
      sampleSizeForChange({ change: 10, level: 0.95, power: 0.8, variance: 10_000 }),
    );
  });

  it('for a margin gives an interval of that margin, and one answer in a hundred fewer does not', () => {
    const margin = (n: number): number => {
      const { interval } = nps(counts([n / 2, 0, n / 2]));
      return ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    };
    const n = sampleSizeForMargin({ margin: 5 });
    assert.ok(margin(n) <= 5);
    assert.ok(margin(2 * Math.floor((0.99 * n) / 2)) > 5);
  });

  it('for a change makes just that change significant half of the time when the power is 50 %', () => {
    // Thirds: variance 6,667. With n answers a side a difference of exactly 10 points is then on the edge of p = 0.05.
    const n = sampleSizeForChange({ change: 10, power: 0.5, variance: 1e4 * (2 / 3) });
    const third = Math.round(n / 3);
    const shift = Math.round(n / 20);
    const { p } = compare(counts([third - shift, third, third + shift]), counts([third, third, third]));
    assert.ok(Math.abs((p as number) - 0.05) < 0.01, `${p}`);
  });

  it('for a power under one half is smaller than for one half', () => {
    const sizes = [0.3, 0.5, 0.7].map((power) => sampleSizeForChange({ change: 10, power }));
    // 2·10⁴·(1.959964 + z)²/100 − 3 with z = −0.524401, 0 and 0.524401, rounded up.
    assert.deepEqual(sizes, [410, 766, 1232]);
  });

  it('of a small population never exceeds it, and of a huge one is Wald’s', () => {
    assert.equal(sampleSizeForMargin({ margin: 1, population: 50 }), 50);
    assert.equal(sampleSizeForMargin({ margin: 10, population: 1 }), 1);
    assert.equal(sampleSizeForMargin({ margin: 10, population: 2 ** 50 }), 385);
  });

  it('is at least one', () => {
    assert.equal(sampleSizeForMargin({ margin: 150 }), 1);
    assert.equal(sampleSizeForMargin({ margin: 10, variance: 0 }), 1);
    assert.equal(sampleSizeForChange({ change: 200, variance: 0 }), 1);
  });

  it('refuses what cannot be planned, and names it', () => {
    const wrong: [() => unknown, RegExp][] = [
      [() => sampleSizeForMargin({ margin: 0 }), /^margin: 0 is not a number of points; write one above 0\.$/],
      [() => sampleSizeForMargin({ margin: NaN }), /^margin: NaN/],
      [() => sampleSizeForMargin({ margin: '5' as unknown as number }), /^margin: '5'/],
      [() => sampleSizeForMargin({ margin: 5, level: 95 }), /^level: 95 .+ 0\.95 for 95 %/],
      [
        () => sampleSizeForMargin({ margin: 5, variance: 10_001 }),
        /^variance: 10001 is not from 0 to 10000; it is in squared points/,
      ],
      [() => sampleSizeForMargin({ margin: 5, variance: -1 }), /^variance: -1/],
      [() => sampleSizeForMargin({ margin: 5, population: 0 }), /^population: 0 is not a number of people/],
      [() => sampleSizeForMargin({ margin: 5, population: 10.5 }), /^population: 10\.5/],
      [() => sampleSizeForChange({ change: -3 }), /^change: -3/],
      [() => sampleSizeForChange({ change: 3, power: 1 }), /^power: 1 is not between 0 and 1/],
      [() => sampleSizeForChange({ change: 3, level: 0 }), /^level: 0/],
      [() => sampleSizeForChange({ change: 3, variance: NaN }), /^variance: NaN/],
    ];
    for (const [plan, message] of wrong) assert.throws(plan, { name: 'RangeError', message });
  });
});
