import type { Kysely } from 'kysely';
import pg from 'pg';
import type { PGlite } from '@electric-sql/pglite';
import { toRow } from '../../src/collector/row.js';
import type { Tables } from '../../src/collector/tables.js';
import { upsertQuery } from '../../src/collector/upsert.js';
import { answer } from './traffic.js';

export interface Statement {
  text: string;
  values: unknown[];
}

/** The collector's own statement, ready to be sent: text and its one parameter. */
export function statements(db: Kysely<Tables>, count: number, size: number): Statement[] {
  return Array.from({ length: count }, (_, i) => {
    const rows = Array.from({ length: size }, (_, k) => toRow(answer(i * size + k), Date.now())).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const { sql, parameters } = upsertQuery(rows).compile(db);
    return { text: sql, values: [...parameters] };
  });
}

/** What takes the statements when nothing but the database's own driver stands before it: the most that a collector could reach. */
export interface Ceiling {
  send(statement: Statement): Promise<undefined>;
  close(): Promise<void>;
}

export function postgresCeiling(url: string, width: number): Ceiling {
  const pool = new pg.Pool({ connectionString: url, max: width });
  return { send: async (statement) => void (await pool.query(statement)), close: () => pool.end() };
}

export function pgliteCeiling(pglite: PGlite): Ceiling {
  return {
    send: async ({ text, values }) => void (await pglite.query(text, values)),
    close: () => pglite.close(),
  };
}
