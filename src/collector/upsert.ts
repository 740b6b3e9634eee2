import { sql } from 'kysely';
import type { Database } from './database.js';
import { ERASURE } from './privacy/erased.js';
import { ASK_COLUMNS, type AskRow } from './tables.js';

/** `stored`: it is now what the store knows of this ask. `duplicate`: that revision was known. `superseded`: a higher one is. */
export type Status = 'stored' | 'duplicate' | 'superseded';

export interface Result {
  id: string;
  revision: number;
  status: Status;
}

const names = ASK_COLUMNS.map(([name]) => name);
const definition = sql.raw(ASK_COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(', '));
const columns = sql.raw(names.map((name) => `"${name}"`).join(', '));

// When an employee's answer came is kept to the day, like everything else about it.
const arrived = `case when kind = 'employee' then to_timestamp(floor(extract(epoch from now()) / 86400) * 86400) else now() end`;

// An answer outranks every message that is none, so that no late or wrongly numbered `asked` can take a score away; among
// equals the revision decides. This is a total order, so the outcome is the same in whatever order messages come.
const wins = `(excluded.type = 'response', excluded.revision) > (asks.type = 'response', asks.revision)`;

// What was released of an employee's answer stays as it was and where it was counted: two reports must not differ by one
// person's change of mind. What was erased stays away, whatever comes later.
const words = ['comment', 'reasons'];
const personal = Object.keys(ERASURE);
const FROZEN: Record<string, readonly string[]> = {
  released: ['score', 'at', 'survey', 'kind', 'wave', ...personal.filter((name) => !words.includes(name))],
  words_released: words,
  erased_at: personal,
};
const winsFor = (name: string): string =>
  [
    wins,
    ...Object.keys(FROZEN).flatMap((since) => (FROZEN[since]!.includes(name) ? `asks.${since} is null` : [])),
  ].join(' and ');

const assignments = sql.raw(
  [
    ...names
      .filter((name) => name !== 'id' && name !== 'asked')
      .map((name) => `"${name}" = case when ${winsFor(name)} then excluded."${name}" else asks."${name}" end`),
    `asked = asks.asked or excluded.asked`,
    `changed_at = case when asks.kind = 'employee' then asks.changed_at else now() end`,
  ].join(', '),
);
const changes = sql.raw(`${wins} or (excluded.asked and not asks.asked)`);

const outranks = (a: AskRow, b: AskRow): boolean =>
  (a.type === 'response') === (b.type === 'response') ? a.revision > b.revision : a.type === 'response';

/** The statement: one parameter, whatever the number of rows, which must be sorted by id and have each id once. */
export const upsertQuery = (rows: readonly AskRow[]) => sql<{ id: string; revision: number; type: string }>`
    insert into asks (${columns}, received_at, changed_at)
    select ${columns}, ${sql.raw(arrived)}, ${sql.raw(arrived)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as incoming(${definition})
    on conflict (id) do update set ${assignments} where ${changes}
    returning id, revision, type`;

/**
 * Writes rows so that each id has exactly one, that of its highest revision, however often and in whatever order and from
 * however many processes they come. One statement, one parameter: it says the same to one Postgres and to a distributed one.
 *
 * @returns what became of each row, in the order given.
 */
export async function upsertAsks(db: Database, rows: readonly AskRow[]): Promise<Result[]> {
  const best = new Map<string, AskRow>();
  for (const row of rows) {
    const known = best.get(row.id);
    if (!known) best.set(row.id, row);
    else best.set(row.id, { ...(outranks(row, known) ? row : known), asked: row.asked || known.asked });
  }
  // Always in the order of ids: two batches that share ids then wait for each other instead of deadlocking.
  const sorted = [...best.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { rows: written } = await upsertQuery(sorted).execute(db);
  const stored = new Map(written.map((row) => [row.id, row]));
  const missing = sorted.map(({ id }) => id).filter((id) => !stored.has(id));
  const kept = missing.length
    ? await db.selectFrom('asks').select(['id', 'revision', 'type']).where('id', 'in', missing).execute()
    : [];
  const known = new Map(kept.map((row) => [row.id, row]));
  const told = new Set<string>();
  return rows.map((row) => {
    const now = stored.get(row.id) ?? known.get(row.id);
    const same = now?.revision === row.revision && now.type === row.type;
    // The second of two equal messages in one batch is the duplicate of the first.
    const status = !same ? 'superseded' : stored.has(row.id) && !told.has(row.id) ? 'stored' : 'duplicate';
    if (same) told.add(row.id);
    return { id: row.id, revision: row.revision, status };
  });
}
