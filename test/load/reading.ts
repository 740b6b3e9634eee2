import { sql } from 'kysely';
import { openDatabase, type DatabaseOptions } from '../../src/collector/database.js';
import { createCollector } from '../../src/collector/index.js';
import { receive } from '../../src/collector/receive.js';
import type { Message } from '../../src/core/message.js';
import { paint } from './paint.js';
import { answer } from './traffic.js';

const YEARS_MS = 3 * 365 * 86_400_000;
const UNTIL = Date.UTC(2026, 10, 20);
const STEP = 1_000;

/**
 * One ask as the messages that pages send of it: that it was seen, the score, and for a third the comment after it. One of four
 * is closed without a score. They are spread over three years, twelve branches, two languages and three surveys.
 */
function ask(n: number, of: number): Message[] {
  const at = new Date(UNTIL - YEARS_MS * (1 - n / of)).toISOString();
  const german = n % 5 === 0;
  const question = german ? 'Wie wahrscheinlich ist es …?' : 'How likely are you to recommend us to a friend?';
  const full = answer(n, {
    at,
    survey: {
      id: ['nps', 'nps', 'nps', 'checkout', 'support'][n % 5]!,
      kind: 'relational',
      wave: '2026-Q4',
      trigger: 't',
    },
    shown: { question, locale: german ? 'de' : 'en', dir: 'ltr', layout: n > of / 2 ? 'bar' : 'corner', at },
    ...(n % 3 === 0 && { comment: `Delivery was late and nobody said why, number ${n}`, reasons: ['price', 'speed'] }),
  });
  const { score: _score, comment: _comment, reasons: _reasons, timing: _timing, ...seen } = full;
  const asked: Message = { ...seen, type: 'asked', revision: 0, final: false };
  if (n % 4 === 3) return [asked, { ...seen, type: 'dismissed', revision: 1 }];
  const { comment: _late, reasons: _also, ...scored } = full;
  return [asked, { ...scored, final: full.comment === undefined }, ...(full.comment ? [{ ...full, revision: 2 }] : [])];
}

/** Sends so many answers' messages the way that ingest writes them, a thousand asks at a time and revision by revision. */
async function fill(database: DatabaseOptions, answers: number, name: string): Promise<void> {
  const opened = await openDatabase(database);
  const asks = Math.round((answers * 4) / 3);
  const start = performance.now();
  let messages = 0;
  for (let from = 0; from < asks; from += STEP) {
    const all = Array.from({ length: Math.min(STEP, asks - from) }, (_, k) => ask(from + k, asks));
    for (const revision of [0, 1, 2]) {
      const some = all.flatMap((one) => one[revision] ?? []);
      if (some.length) await receive(opened.write, some, [], UNTIL);
      messages += some.length;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const size = async (): Promise<{ heap: number; all: number }> =>
    (
      await sql<{ heap: number; all: number }>`select pg_table_size('asks')::float8 / 1e6 as heap,
        pg_total_relation_size('asks')::float8 / 1e6 as all`.execute(opened.write)
    ).rows[0]!;
  await sql`vacuum analyze asks`.execute(opened.write);
  const { heap, all } = await size();
  console.log(
    `\n${name}: ${messages} messages, ${answers} answers of ${asks} asks, in ${seconds.toFixed(0)} s (${Math.round(messages / seconds)} a second); ${Math.round(heap)} MB and ${Math.round(all - heap)} MB of indexes`,
  );
  await opened.close();
}

/** Fills a database with answers over three years and times what reads them, as it comes out of the handler. */
export async function measureReading(database: DatabaseOptions, answers: number, name: string): Promise<void> {
  await fill(database, answers, name);
  const collect = createCollector({ database, token: 'load' });
  await collect.ready();
  const time = async (what: string, path: string): Promise<void> => {
    const begun = performance.now();
    const response = await collect(
      new Request(`http://load.test${path}`, { headers: { Authorization: 'Bearer load' } }),
    );
    let bytes = 0;
    let first = 0;
    for await (const chunk of response.body!) {
      first ||= performance.now() - begun;
      bytes += chunk.byteLength;
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(2);
    console.log(
      `${name}: ${what} in ${seconds} s, its beginning after ${first.toFixed(0)} ms (${(bytes / 1e6).toFixed(1)} MB, status ${response.status})`,
    );
  };
  await time('report page, first', '/');
  await time('report page, again', '/');
  await time('report page, by language', '/?by=locale');
  await time('report of one quarter', '/?from=2026-07-01&to=2026-09-30');
  await time('comments with a rare word', '/?words=number%20777777');
  await time('export.ndjson', '/v1/export.ndjson');
  await time('export.csv', '/v1/export.csv');
  await collect.close();
  const place =
    'url' in database ? ['--database-url', database.url] : 'dataDir' in database ? ['--data', database.dataDir] : [];
  const painted = await paint(place, 3);
  if (!painted) console.warn('No Chromium here: when the report is on the screen was NOT measured.');
  for (const { first, largest, whole } of painted ?? [])
    console.log(
      `${name}: report in Chromium: something is on the screen after ${first.toFixed(0)} ms, the score after ${largest.toFixed(0)} ms, the page is whole after ${whole.toFixed(0)} ms`,
    );
}
