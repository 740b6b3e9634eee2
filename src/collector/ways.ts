import { sql } from 'kysely';
import type { Database } from './database.js';
import type { AskRow } from './tables.js';

/** One way in which customers of a survey were asked, and when first. Few rows, so that no report looks for them in millions. */
export interface Way {
  survey: string;
  locale: string;
  question: string;
  layout: string;
  probability: number;
  first: Date;
}

/** What this process knows to be written down: the first instant by way. */
const known = new WeakMap<Database, Map<string, number>>();
/** Ways that are remembered; a sender that makes up a new question every time must not fill the memory. */
const MOST = 10_000;

const nameOf = ({ survey, locale, question, layout, probability }: AskRow): string =>
  JSON.stringify([survey, locale, question, layout, probability]);

/** Writes down ways that are new, or older than was known. Nearly always there are none, and then nothing is sent. */
export async function noteWays(db: Database, rows: readonly AskRow[]): Promise<void> {
  let seen = known.get(db);
  if (!seen || seen.size > MOST) known.set(db, (seen = new Map()));
  const fresh = new Map<string, AskRow>();
  for (const row of rows) {
    if (row.kind === 'employee') continue;
    const name = nameOf(row);
    const at = row.at.getTime();
    if (at < (seen.get(name) ?? Infinity) && at < (fresh.get(name)?.at.getTime() ?? Infinity)) fresh.set(name, row);
  }
  if (!fresh.size) return;
  // In one order, so that two batches with the same new ways wait for each other instead of deadlocking.
  const found = [...fresh].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = found.map(([name, { survey, locale, question, layout, probability, at }]) => ({
    name,
    survey,
    locale,
    question,
    layout,
    probability,
    first: at,
  }));
  await sql`insert into ways (id, survey, locale, question, layout, probability, first)
    select md5(name), survey, locale, question, layout, probability, first
    from json_to_recordset(${JSON.stringify(list)}::json) as incoming(name text, survey text, locale text, question text,
      layout text, probability float8, first timestamptz)
    on conflict (id) do update set first = excluded.first where excluded.first < ways.first`.execute(db);
  for (const [name, { at }] of found) seen.set(name, at.getTime());
}

/** All ways of one survey, or of all. */
export function readWays(db: Database, survey: string | undefined): Promise<Way[]> {
  return db
    .selectFrom('ways')
    .select(['survey', 'locale', 'question', 'layout', 'probability', 'first'])
    .$if(survey !== undefined, (query) => query.where('survey', '=', survey!))
    .execute();
}
