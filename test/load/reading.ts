import { sql } from 'kysely';
import { openDatabase, type DatabaseOptions } from '../../src/collector/database.js';
import { createCollector } from '../../src/collector/index.js';

/** Fills a database with answers over three years and times what reads them, as it comes out of the handler. */
export async function measureReading(database: DatabaseOptions, answers: number, name: string): Promise<void> {
  const opened = await openDatabase(database);
  const start = performance.now();
  const step = 50_000;
  for (let from = 0; from < answers; from += step) {
    await sql`
      insert into asks (id, revision, type, final, at, survey, kind, wave, trigger, score, comment, question, locale, dir, layout, shown_at,
        anonymous_id, probability, to_score_ms, path, properties, version, asked, source, received_at, changed_at)
      select ('01980000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 2, 'response', true,
        timestamptz '2023-11-01' + n * interval '95 seconds' * (1000000.0 / ${answers}::int), 'nps', 'relational', '2026-Q4', 'seconds',
        (n::bigint * 7919 % 11)::smallint, case when n % 3 = 0 then 'Delivery was late and nobody said why, number ' || n end,
        'How likely are you to recommend us to a friend or colleague?', case when n % 5 = 0 then 'de' else 'en' end, 'ltr', 'corner',
        timestamptz '2023-11-01' + n * interval '95 seconds', 'a' || n, 1, 4200, '/billing',
        jsonb_build_object('branch', 'b' || n % 12), '1.0.0', true, 'message', now(), now()
      from generate_series(${from}::int, ${Math.min(from + step, answers) - 1}::int) as n
      on conflict (id) do nothing`.execute(opened.write);
  }
  await sql`vacuum analyze asks`.execute(opened.write);
  const {
    rows: [size],
  } = await sql<{ mb: number }>`select (pg_total_relation_size('asks') / 1e6)::float8 as mb`.execute(opened.write);
  console.log(`\n${name}: ${answers} answers written in ${seconds(start)}, ${Math.round(size!.mb)} MB with indexes`);
  await opened.close();

  const collect = createCollector({ database, token: 'load' });
  await collect.ready();
  const time = async (what: string, path: string): Promise<void> => {
    const begun = performance.now();
    const response = await collect(
      new Request(`http://load.test${path}`, { headers: { Authorization: 'Bearer load' } }),
    );
    let bytes = 0;
    for await (const chunk of response.body!) bytes += chunk.byteLength;
    console.log(`${name}: ${what} in ${seconds(begun)} (${(bytes / 1e6).toFixed(1)} MB, status ${response.status})`);
  };
  await time('report page, first', '/');
  await time('report page, again', '/');
  await time('report of one quarter', '/?from=2026-07-01&to=2026-09-30');
  await time('comments with a rare word', '/?words=number%20777777');
  await time('export.ndjson', '/v1/export.ndjson');
  await time('export.csv', '/v1/export.csv');
  await collect.close();
}

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(2)} s`;
