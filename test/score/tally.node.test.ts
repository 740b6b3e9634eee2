import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { categorize, tally } from '../../src/score/index.js';

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const EACH = { detractors: 7, passives: 2, promoters: 2 };
const WRONG: [unknown, string][] = [
  ['', "''"],
  [null, 'null'],
  [3.5, '3.5'],
  [11, '11'],
  ['9', "'9'"],
  [NaN, 'NaN'],
  [-1, '-1'],
  [undefined, 'undefined'],
  [true, 'true'],
];

async function* later(scores: Iterable<unknown>) {
  for (const score of scores) {
    await Promise.resolve();
    yield score as number;
  }
}

describe('A tally', () => {
  it('counts what categorize says, from a list, a typed array, any iterable or an async iterable', async () => {
    const names = ALL.map((score) => `${categorize(score)}s`);
    for (const [name, n] of Object.entries(EACH)) assert.equal(names.filter((found) => found === name).length, n);
    assert.deepEqual(tally(ALL), EACH);
    assert.deepEqual(tally(Uint8Array.from(ALL)), EACH);
    assert.deepEqual(tally(new Set(ALL)), EACH);
    assert.deepEqual(await tally(later(ALL)), EACH);
  });

  it('of nothing is nothing', async () => {
    assert.deepEqual(tally([]), { detractors: 0, passives: 0, promoters: 0 });
    assert.deepEqual(await tally(later([])), { detractors: 0, passives: 0, promoters: 0 });
  });

  it('refuses what is not a score, names it and says where it was', async () => {
    for (const [value, name] of WRONG) {
      const expected = {
        name: 'RangeError',
        message: `scores[2]: ${name} is not a score; a score is an integer from 0 to 10.`,
      };
      const scores = [9, 10, value, 8] as number[];
      assert.throws(() => tally(scores), expected);
      assert.throws(() => tally(scores.values()), expected);
      await assert.rejects(tally(later(scores)), expected);
      assert.throws(() => categorize(value as number), RangeError);
    }
  });

  it('stops reading at the first that is not a score, and closes the source', () => {
    let read = 0;
    let closed = false;
    function* source() {
      try {
        for (const score of [9, 11, 10]) {
          read++;
          yield score;
        }
      } finally {
        closed = true;
      }
    }
    assert.throws(() => tally(source()), RangeError);
    assert.deepEqual([read, closed], [2, true]);
  });

  it('keeps nothing: twenty million scores pass through a heap of 32 MB', () => {
    const program = `
      import { tally } from ${JSON.stringify(new URL('../../src/score/tally.ts', import.meta.url).href)};
      function* scores() { for (let k = 0; k < 20e6; k++) yield k % 11; }
      const { detractors, passives, promoters } = tally(scores());
      process.stdout.write(String(detractors + passives + promoters));
    `;
    const args = ['--max-old-space-size=32', '--import', 'tsx', '--input-type=module', '--eval', program];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(stdout, '20000000', stderr);
  });
});
