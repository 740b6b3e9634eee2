import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../src/core/id.js';
import type { Message } from '../../src/core/message.js';

const WORDS = [
  'Delivery was late and nobody said why.',
  'Friendly, quick, fair.',
  'I cannot find my invoices.',
  'Alles bestens, danke!',
];

/** An answer such as pages send: the same shape every time, its own id, score, person and branch. */
export function answer(n: number, change: Partial<Message> = {}): Message {
  const at = new Date(Date.UTC(2026, 10, 22, 10, 0, 0, n % 1000)).toISOString();
  const score = (n * 7) % 11;
  return {
    schema: 'askwell/1',
    type: 'response',
    id: uuidv7(Date.now(), randomBytes(16)),
    revision: 1,
    final: true,
    at,
    survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'invoice_paid' },
    score,
    ...(n % 3 === 0 && { comment: WORDS[n % 4]! }),
    shown: {
      question: 'How likely are you to recommend us to a friend or colleague?',
      locale: 'en',
      dir: 'ltr',
      layout: 'corner',
      at,
    },
    person: { anonymousId: `a${n % 100_000}`, traits: { plan: 'pro' } },
    sampling: { probability: 1 },
    timing: { toScoreMs: 4200, toFinalMs: 9100 },
    context: { path: '/billing', properties: { branch: `b${n % 12}` } },
    lib: { name: 'askwell', version: '1.0.0' },
    ...change,
  };
}

/** Bodies of `size` messages each, made before the clock starts. */
export const bodies = (count: number, size: number): string[] =>
  Array.from({ length: count }, (_, i) => JSON.stringify(Array.from({ length: size }, (_, k) => answer(i * size + k))));

/** What a run came to. */
export interface Run {
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
}

/** Runs `jobs` over the items from `width` hands at once; milliseconds for each are measured by the caller's own clock. */
export async function drive<T>(
  items: readonly T[],
  width: number,
  perItem: number,
  job: (item: T) => Promise<boolean>,
): Promise<Run> {
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) {
        const item = items[next++]!;
        const begun = performance.now();
        if (!(await job(item))) failed++;
        times.push(performance.now() - begun);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  return { perSecond: (items.length * perItem) / seconds, p50: quantile(0.5), p99: quantile(0.99), failed };
}
