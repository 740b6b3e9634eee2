import assert from 'node:assert/strict';
import type { Collector } from '../../src/collector/index.js';
import { uuidv7 } from '../../src/core/id.js';
import { answer } from './traffic.js';

/** A generator of its own, so that the seed in a failure repeats it. */
export function random(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const ODD: unknown[] = [
  null,
  '',
  0,
  -1,
  2 ** 31,
  2 ** 53,
  1e308,
  -0,
  1.5,
  true,
  [],
  {},
  [[]],
  '\0',
  '\ud800',
  "'; drop table asks; --",
  '__proto__',
  'x'.repeat(5000),
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  { __proto__: null, toString: 1 },
  NaN,
];

/** A message with some of its places changed, then some of its bytes. */
export function fuzzedBody(n: number, draw: () => number): Uint8Array<ArrayBuffer> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  // An id that follows from the seed too, or a failure could not be repeated.
  const id = uuidv7(
    1_795_000_000_000 + n,
    Uint8Array.from({ length: 16 }, () => Math.floor(draw() * 256)),
  );
  const value = JSON.parse(JSON.stringify(answer(n, { id }))) as Record<string, unknown>;
  for (let changes = Math.floor(draw() * 4); changes > 0; changes--) {
    let place = value;
    const keys = (): string[] => Object.keys(place);
    while (draw() < 0.5) {
      const inner = place[pick(keys())];
      if (typeof inner !== 'object' || inner === null || !Object.keys(inner).length) break;
      place = inner as Record<string, unknown>;
    }
    const key = draw() < 0.8 ? pick(keys()) : pick(['__proto__', 'constructor', 'x', '', '\0', 'score']);
    if (draw() < 0.2) delete place[key];
    else
      Object.defineProperty(place, key, {
        value: structuredClone(pick(ODD)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  const text = JSON.stringify(draw() < 0.1 ? [value, value] : value);
  const bytes = new TextEncoder().encode(draw() < 0.1 ? text.replace('"score"', '"score":1,"score"') : text);
  if (draw() < 0.3)
    for (let flips = 1 + Math.floor(draw() * 5); flips > 0; flips--)
      bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 256);
  return draw() < 0.05 ? bytes.slice(0, Math.floor(draw() * bytes.length)) : bytes;
}

/**
 * Posts `count` bodies that are nearly right.
 *
 * @returns how often each status came.
 * @throws AssertionError with the seed and number of the body when the answer is no refusal and no acceptance.
 */
export async function fuzz(collect: Collector, count: number, seed: number): Promise<Map<number, number>> {
  const draw = random(seed);
  const seen = new Map<number, number>();
  for (let n = 0; n < count; n += 20) {
    const some = Array.from({ length: Math.min(20, count - n) }, (_, k) => fuzzedBody(n + k, draw));
    await Promise.all(
      some.map(async (body, k) => {
        const response = await collect(new Request('http://fuzz.test/v1/messages', { method: 'POST', body }));
        await response.text();
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        assert.ok(
          [202, 400, 413].includes(response.status),
          `seed ${seed}, body ${n + k}: ${response.status}\n${Buffer.from(body).toString('base64')}`,
        );
      }),
    );
  }
  assert.equal(({} as { x?: unknown }).x, undefined);
  return seen;
}
