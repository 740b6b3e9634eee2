import { Kysely, PGliteDialect, PostgresDialect, type PGliteDialectConfig } from 'kysely';
import type { Tables } from './tables.js';
import { lockFolder } from './lock.js';
import { migrate } from './migrations.js';
import { createPool } from './pool.js';

export type Database = Kysely<Tables>;

/**
 * Where answers are kept.
 * `dataDir`: PGlite, Postgres inside this process, with its files in that folder (one process at a time).
 * `url`: a Postgres server, `postgres://user:password@host/database`; any number of processes. `readUrl`: a standby of it
 * that the reports read, so that a long report takes nothing from ingest.
 * `pglite`: an instance that the host made; the host also closes it.
 */
export type DatabaseOptions =
  | { dataDir: string }
  | { url: string; readUrl?: string; poolSize?: number }
  | { pglite: PGliteDialectConfig['pglite'] & object };

/** Is this the address of a Postgres server? */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\/./.test(url);

export interface Opened {
  write: Database;
  read: Database;
  close(): Promise<void>;
}

/** Longest time that one statement may take; past it the request is answered 503 and the sender tries again. */
const STATEMENT_MS = 10_000;
const REPORT_MS = 60_000;

/** Opens the database and brings its tables up to date. Rejects when it cannot be reached; calling again tries again. */
export async function openDatabase(options: DatabaseOptions): Promise<Opened> {
  if ('url' in options) {
    const write: Database = new Kysely({
      dialect: new PostgresDialect({ pool: await createPool(options.url, options.poolSize ?? 10, STATEMENT_MS) }),
    });
    const read: Database = new Kysely({
      dialect: new PostgresDialect({ pool: await createPool(options.readUrl ?? options.url, 4, REPORT_MS) }),
    });
    const close = async (): Promise<void> => {
      await Promise.all([write.destroy(), read.destroy()]);
    };
    return await migrated({ write, read, close });
  }
  if ('pglite' in options) {
    const db: Database = new Kysely({ dialect: new PGliteDialect({ pglite: options.pglite }) });
    return await migrated({ write: db, read: db, close: async () => {} });
  }
  const unlock = await lockFolder(options.dataDir);
  const { PGlite } = await import('@electric-sql/pglite');
  const db: Database = new Kysely({
    dialect: new PGliteDialect({ pglite: await PGlite.create(options.dataDir).catch(abandon(unlock)) }),
  });
  const close = async (): Promise<void> => {
    await db.destroy();
    await unlock();
  };
  return await migrated({ write: db, read: db, close });
}

const abandon =
  (unlock: () => Promise<void>) =>
  async (error: unknown): Promise<never> => {
    await unlock();
    throw error;
  };

async function migrated(opened: Opened): Promise<Opened> {
  try {
    await migrate(opened.write);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}
