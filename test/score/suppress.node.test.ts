import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { suppress } from '../../src/score/index.js';

describe('Small cells', () => {
  const table: [why: string, cells: Record<string, number>, hidden: string[]][] = [
    ['none is small', { A: 5, B: 12 }, []],
    ['there is none', {}, []],
    ['one is small: the next smallest goes with it', { A: 12, B: 4, C: 9, D: 30 }, ['B', 'C']],
    ['two are small and enough between them', { A: 12, B: 4, C: 3 }, ['B', 'C']],
    ['two are small and not enough between them', { A: 12, B: 1, C: 2, D: 40 }, ['A', 'B', 'C']],
    ['an empty one is small', { A: 12, B: 0, C: 9 }, ['B', 'C']],
    ['of equal cells the first goes', { A: 9, B: 9, C: 2 }, ['A', 'C']],
    ['only one cell, and small', { A: 3 }, ['A']],
    ['two cells, one small', { A: 3, B: 100 }, ['A', 'B']],
  ];
  for (const [why, cells, hidden] of table) {
    it(why, () => assert.deepEqual(suppress(cells), hidden));
  }

  it('are those under the minimum asked for', () => {
    const cells = { A: 12, B: 9, C: 30 };
    assert.deepEqual(suppress(cells), []);
    assert.deepEqual(suppress(cells, { minimum: 10 }), ['A', 'B']);
    assert.deepEqual(suppress({ A: 1 }, { minimum: 1 }), []);
  });

  it('cannot be had by taking what is shown from the total', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.nat(20)), fc.integer({ min: 1, max: 12 }), (cells, minimum) => {
        const hidden = new Set(suppress(cells, { minimum }));
        for (const [name, n] of Object.entries(cells)) if (n < minimum) assert.ok(hidden.has(name));
        if (hidden.size === 0 || hidden.size === Object.keys(cells).length) return;
        const remainder = [...hidden].reduce((sum, name) => sum + (cells[name] as number), 0);
        assert.ok(hidden.size >= 2 && remainder >= minimum);
      }),
    );
  });

  it('are refused when they are no numbers of answers', () => {
    for (const n of [-1, 2.5, NaN, '4', null]) {
      assert.throws(() => suppress({ A: 5, B: n as number }), {
        name: 'RangeError',
        message: /^B: .+ is not a number of answers/,
      });
    }
    for (const minimum of [0, -1, 2.5, NaN]) {
      assert.throws(() => suppress({ A: 5 }, { minimum }), {
        name: 'RangeError',
        message: /^minimum: .+ write a whole number from 1/,
      });
    }
  });
});
