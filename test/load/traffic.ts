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

/** What a run came to so far; several runs of one thing are added up. */
export class Run {
  private readonly times: number[] = [];
  private seconds = 0;
  /** How often each answer came that was none of success. */
  readonly failures = new Map<string, number>();

  /** @param perItem messages in each item. */
  constructor(private readonly perItem: number) {}

  get perSecond(): number {
    return (this.times.length * this.perItem) / this.seconds;
  }

  /** Milliseconds within which this share of the requests was answered. */
  quantile(share: number): number {
    const sorted = this.times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  }

  /** Does the job for every item from `width` hands at once. It gives what went wrong, or nothing. */
  async drive<T>(items: readonly T[], width: number, job: (item: T) => Promise<string | undefined>): Promise<this> {
    let next = 0;
    const start = performance.now();
    await Promise.all(
      Array.from({ length: width }, async () => {
        while (next < items.length) {
          const item = items[next++]!;
          const begun = performance.now();
          const failure = await job(item);
          this.times.push(performance.now() - begun);
          if (failure !== undefined) this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
        }
      }),
    );
    this.seconds += (performance.now() - start) / 1000;
    return this;
  }
}
