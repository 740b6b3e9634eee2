import { sql, type Kysely } from 'kysely';
import { failureName } from './log.js';
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

const tables = [
  `create table if not exists asks (${askColumns}, released timestamptz, words_released timestamptz, erased_at timestamptz,
    received_at timestamptz not null default now(), changed_at timestamptz not null default now())`,
  `create table if not exists loop_items (id uuid primary key, state text not null, owner text, due_at timestamptz not null,
    reason text, created_at timestamptz not null, contacted_at timestamptz, closed_at timestamptz)`,
  `create table if not exists notices (id uuid, channel text, attempts integer not null, next_at timestamptz,
    done_at timestamptz, failure text, primary key (id, channel))`,
  `create table if not exists audit (id uuid primary key, at timestamptz not null default now(), action text not null,
    rows integer not null, subject text)`,
  `create table if not exists erased (id text primary key, at timestamptz not null)`,
  `create table if not exists settings (name text primary key, value text not null)`,
  `create table if not exists ways (id text primary key, survey text not null, locale text not null, question text not null,
    layout text not null, probability float8 not null, first timestamptz not null)`,
];

const indexes = [
  `create index if not exists asks_at on asks (at desc)`,
  `create index if not exists asks_comment on asks (at desc, id) where comment is not null`,
  `create index if not exists asks_changed on asks (changed_at, id)`,
  `create index if not exists asks_person on asks (person_id) where person_id is not null`,
  `create index if not exists asks_anonymous on asks (anonymous_id) where anonymous_id is not null`,
  `create index if not exists asks_unreleased on asks (survey, wave, at)
    where kind = 'employee' and type = 'response' and released is null`,
  `create index if not exists asks_released on asks (released) where released is not null`,
  `create index if not exists loop_items_due on loop_items (due_at) where closed_at is null`,
  `create index if not exists notices_next on notices (next_at) where next_at is not null`,
];

type Step = (db: Kysely<Tables>) => Promise<void>;

/** Steps in order. A step that was released is never changed: a new one follows it. Each may be run again when it broke off. */
const STEPS: Record<string, Step> = {
  '001-tables': async (db) => {
    for (const statement of [...tables, ...indexes]) await sql.raw(statement).execute(db);
    const values = Object.entries({ release: '', retention: '', 'subject-key': randomSecret() });
    await db
      .insertInto('settings')
      .values(values.map(([name, value]) => ({ name: name as Tables['settings']['name'], value })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  },
};

const UNDEFINED_TABLE = '42P01';
/** What two that make the same table at the same moment are told: it is there, under one name or another. */
const SAME_MOMENT = ['23505', '42P07', '42710'];

/**
 * Brings the tables up to date. Safe to run from several processes at once: one does it, the others wait, for a row of a table
 * and not for an advisory lock, which poolers and some distributed databases do not have.
 */
export async function migrate(db: Kysely<Tables>, tries = 5): Promise<void> {
  // Looked at before anything is written: a database that only reads may be up to date.
  if (!(await missing(db)).length) return;
  try {
    await sql`create table if not exists askwell_steps (name text primary key, at timestamptz not null default now())`.execute(
      db,
    );
    await sql`insert into askwell_steps (name) values ('lock') on conflict (name) do nothing`.execute(db);
    await db.transaction().execute(async (transaction) => {
      await sql`select name from askwell_steps where name = 'lock' for update`.execute(transaction);
      for (const name of await missing(transaction)) {
        await STEPS[name]!(transaction);
        await sql`insert into askwell_steps (name) values (${name}) on conflict (name) do nothing`.execute(transaction);
      }
    });
  } catch (error) {
    if (!tries || !SAME_MOMENT.includes(failureName(error))) throw error;
    await migrate(db, tries - 1);
  }
}

/** The steps that are still to be made; all of them where not even the table of steps is there. */
async function missing(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from askwell_steps`.execute(db);
    return Object.keys(STEPS).filter((step) => !rows.some(({ name }) => name === step));
  } catch (error) {
    if (failureName(error) === UNDEFINED_TABLE) return Object.keys(STEPS);
    throw error;
  }
}
