import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { ASK_COLUMNS, type Tables } from './columns.js';

const NOT_NULL = new Set<string>([
  'revision', 'type', 'final', 'at', 'survey', 'kind', 'wave', 'trigger', 'question', 'locale', 'dir', 'layout', 'shown_at',
  'probability', 'version', 'asked', 'source',
]);

/** Steps in order of name. A step that was released is never changed: a new one follows it. */
const MIGRATIONS: Record<string, Migration> = {
  '001-asks': {
    async up(db: Kysely<unknown>) {
      let table = db.schema.createTable('asks');
      for (const [name, type] of ASK_COLUMNS) {
        table = table.addColumn(name, sql.raw(type), (column) =>
          name === 'id' ? column.primaryKey() : NOT_NULL.has(name) ? column.notNull() : column);
      }
      await table
        .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .addColumn('changed_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await sql`create index asks_at on asks (at desc)`.execute(db);
      await sql`create index asks_comment on asks (at desc, id) where comment is not null`.execute(db);
    },
  },
};

/** Brings the tables up to date. Safe to run from several processes at once: one does it, the others wait. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => MIGRATIONS };
  const { error } = await new Migrator({ db, provider, migrationTableName: 'askwell_migration', migrationLockTableName: 'askwell_migration_lock' })
    .migrateToLatest();
  if (error) throw error;
}
