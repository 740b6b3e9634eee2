import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { randomSecret } from './secret.js';
import { ASK_COLUMNS, type Tables } from './tables.js';

const NOT_NULL = new Set<string>([
  'revision',
  'type',
  'final',
  'at',
  'survey',
  'kind',
  'wave',
  'trigger',
  'question',
  'locale',
  'dir',
  'layout',
  'shown_at',
  'probability',
  'version',
  'asked',
  'source',
]);

const askColumns = ASK_COLUMNS.map(
  ([name, type]) => `"${name}" ${type}${name === 'id' ? ' primary key' : NOT_NULL.has(name) ? ' not null' : ''}`,
).join(', ');

const asks = [
  `create table asks (${askColumns},
    received_at timestamptz not null default now(),
    changed_at timestamptz not null default now())`,
  `create index asks_at on asks (at desc)`,
  `create index asks_comment on asks (at desc, id) where comment is not null`,
];

const loop = [
  `create table loop_items (id uuid primary key, state text not null, owner text, due_at timestamptz not null, reason text,
    created_at timestamptz not null, contacted_at timestamptz, closed_at timestamptz)`,
  `create index loop_items_due on loop_items (due_at) where closed_at is null`,
  `create table notices (id uuid, channel text, attempts integer not null, next_at timestamptz, done_at timestamptz,
    failure text, primary key (id, channel))`,
  `create index notices_next on notices (next_at) where next_at is not null`,
];

const privacy = [
  `alter table asks add column released timestamptz`,
  `alter table asks add column erased_at timestamptz`,
  `create index asks_person on asks (person_id) where person_id is not null`,
  `create index asks_anonymous on asks (anonymous_id) where anonymous_id is not null`,
  `create index asks_unreleased on asks (survey, wave, at) where kind = 'employee' and type = 'response' and released is null`,
  `create index asks_changed on asks (changed_at, id)`,
  `create table audit (id uuid primary key, at timestamptz not null default now(), action text not null,
    rows integer not null, subject text)`,
  `create table erased (id text primary key, at timestamptz not null)`,
  `create table settings (name text primary key, value text not null)`,
  `insert into settings (name, value) values ('release', ''), ('retention', '')`,
];

const report = [
  `alter table asks add column words_released timestamptz`,
  `create index asks_released on asks (released) where released is not null`,
];

const step = (statements: readonly string[], last?: (db: Kysely<Tables>) => Promise<unknown>): Migration => ({
  async up(db: Kysely<Tables>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await last?.(db);
  },
});

/** Steps in order of name. A step that was released is never changed: a new one follows it. */
const MIGRATIONS: Record<string, Migration> = {
  '001-asks': step(asks),
  '002-loop': step(loop),
  '003-privacy': step(privacy, (db) =>
    db.insertInto('settings').values({ name: 'subject-key', value: randomSecret() }).execute(),
  ),
  '004-report': step(report),
};

/** Brings the tables up to date. Safe to run from several processes at once: one does it, the others wait. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => MIGRATIONS };
  const names = { migrationTableName: 'askwell_migration', migrationLockTableName: 'askwell_migration_lock' };
  const { error } = await new Migrator({ db, provider, ...names }).migrateToLatest();
  if (error) throw error;
}
