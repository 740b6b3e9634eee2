import { createHash } from 'node:crypto';
import type { Message } from '../src/core/message.js';
import { categorize } from '../src/core/category.js';
import scores from './scores.json' with { type: 'json' };

const DAY = 86_400_000;

/** The same number in [0, 1) for the same name: a seed run twice writes the same messages, and the collector keeps each once. */
function unit(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

/** A UUIDv7 made from the name alone, so that seeding again on another day is a repeat and not a second thousand. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const time = Date.UTC(2026, 0, 1).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/** 1,000 real scores as the messages that 1,000 people would have sent over the year before `now` (epoch milliseconds). */
export function seedMessages(now: number): Message[] {
  const today = now - (now % DAY);
  return Object.entries(scores.units).flatMap(([unitName, histogram]) =>
    histogram.flatMap((count, score) =>
      Array.from({ length: count }, (_, i) => {
        const name = `${unitName}/${score}/${i}`;
        const at = today - Math.floor(unit(name) * 365 * DAY) - 1;
        const date = new Date(at);
        const instant = date.toISOString();
        return {
          schema: 'askwell/1',
          type: 'response',
          id: idOf(name),
          revision: 1,
          final: true,
          at: instant,
          survey: {
            id: 'nps',
            kind: 'relational',
            wave: `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`,
            trigger: 'import',
          },
          score,
          category: categorize(score),
          shown: {
            question: 'How likely is it that you would recommend us to a friend or colleague?',
            locale: 'en',
            dir: 'ltr',
            layout: 'corner',
            at: instant,
          },
          sampling: { probability: 1 },
          context: { properties: { branch: unitName } },
          lib: { name: 'askwell', version: '0.1.0' },
        } satisfies Message;
      }),
    ),
  );
}

/** Sends them through the collector's own endpoint, a hundred at a time. Returns how many it took; throws what it refused. */
export async function seed(endpoint: string, now: number): Promise<number> {
  const messages = seedMessages(now);
  for (let from = 0; from < messages.length; from += 100) {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(messages.slice(from, from + 100)),
    });
    if (response.status !== 202) throw new Error(`The collector answered ${response.status}: ${await response.text()}`);
  }
  return messages.length;
}
