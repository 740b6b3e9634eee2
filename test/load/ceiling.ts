import type { Kysely } from 'kysely';
import pg from 'pg';
import type { PGlite } from '@electric-sql/pglite';
import { toRow } from '../../src/collector/row.js';
import type { Tables } from '../../src/collector/tables.js';
import { upsertQuery } from '../../src/collector/upsert.js';
import { answer, drive, type Run } from './traffic.js';

/** The collector's own statement, ready to be sent: text and its one parameter. */
function statements(db: Kysely<Tables>, count: number, size: number): { text: string; values: unknown[] }[] {
  return Array.from({ length: count }, (_, i) => {
    const rows = Array.from({ length: size }, (_, k) => toRow(answer(i * size + k))).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const { sql, parameters } = upsertQuery(rows).compile(db);
    return { text: sql, values: [...parameters] };
  });
}

/** What the database takes when nothing but `pg` stands before it: the most that any collector could reach. */
export async function postgresCeiling(
  url: string,
  db: Kysely<Tables>,
  count: number,
  size: number,
  width: number,
): Promise<Run> {
  const pool = new pg.Pool({ connectionString: url, max: width });
  const run = await drive(statements(db, count, size), width, size, async (statement) => {
    await pool.query(statement);
    return true;
  });
  await pool.end();
  return run;
}

export function pgliteCeiling(
  pglite: PGlite,
  db: Kysely<Tables>,
  count: number,
  size: number,
  width: number,
): Promise<Run> {
  return drive(statements(db, count, size), width, size, async ({ text, values }) => {
    await pglite.query(text, values);
    return true;
  });
}
