import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coalesce } from '../../src/collector/coalesce.js';

/** Work that ends when the test says so. */
function manual() {
  const calls: { items: number[]; end(): void; fail(): void }[] = [];
  const work = (items: readonly number[]): Promise<number[]> =>
    new Promise((resolve, reject) => {
      calls.push({
        items: [...items],
        end: () => resolve(items.map((item) => item * 10)),
        fail: () => reject(new Error(String(items))),
      });
    });
  return { calls, work };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('coalescing', () => {
  it('does at once what comes alone, and joins what comes meanwhile', async () => {
    const { calls, work } = manual();
    const join = coalesce(work, 1);
    const all = [join([1]), join([2, 3]), join([4])];
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1]],
    );
    calls[0]!.end();
    await turn();
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1], [2, 3, 4]],
    );
    calls[1]!.end();
    assert.deepEqual(await Promise.all(all), [[10], [20, 30], [40]]);
  });

  it('has as many under way as its width', () => {
    const { calls, work } = manual();
    const join = coalesce(work, 2);
    for (const item of [1, 2, 3]) void join([item]);
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1], [2]],
    );
  });

  it('gives each their own attempt when a joint one fails, so that only the guilty fail', async () => {
    const join = coalesce(async (items: readonly number[]) => {
      await turn();
      if (items.includes(3)) throw new Error('three');
      return [...items];
    }, 1);
    const all = await Promise.allSettled([join([1]), join([2]), join([3]), join([4])]);
    assert.deepEqual(
      all.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
  });

  it('joins no more than 500, and lets one bring more', async () => {
    const { calls, work } = manual();
    const join = coalesce(work, 1);
    void join([0]);
    for (const size of [300, 300, 600]) void join(Array<number>(size).fill(1));
    // Each end begins the next call, so the list grows while it is walked through.
    for (let i = 0; i < calls.length; i++) {
      calls.at(-1)!.end();
      await turn();
    }
    assert.deepEqual(
      calls.map(({ items }) => items.length),
      [1, 300, 300, 600],
    );
  });
});
