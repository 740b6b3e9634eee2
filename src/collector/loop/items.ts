import { sql } from 'kysely';
import type { Database } from '../database.js';
import { Refusal } from '../refusal.js';
import type { LoopState } from '../tables.js';
import { CAME_FROM, isClosed } from './states.js';

/** One promise to call back, with what the person said. */
export interface LoopItem {
  id: string;
  state: LoopState;
  owner?: string;
  due: Date;
  /** Open and past `due`. */
  overdue: boolean;
  reason?: string;
  createdAt: Date;
  contactedAt?: Date;
  closedAt?: Date;
  survey: string;
  score: number;
  comment?: string;
  reasons?: string[];
  email?: string;
  person?: string;
  /** Why no news of it could be delivered by webhook or mail, when the last try failed. */
  undelivered?: string;
}

/** How the loop does as a whole. */
export interface LoopSummary {
  states: Record<LoopState, number>;
  overdue: number;
  /** Hours from the answer to `resolved` or `declined`: the middle one. Absent before the first. */
  medianHoursToClose?: number;
}

export interface LoopFilter {
  state?: LoopState;
  id?: string;
  survey?: string;
  limit?: number;
}

/** Items, open ones first, those due soonest first. */
export async function readLoop(db: Database, filter: LoopFilter, now: number): Promise<LoopItem[]> {
  const rows = await db
    .selectFrom('loop_items as item')
    .innerJoin('asks as ask', 'ask.id', 'item.id')
    .select([
      'item.id',
      'state',
      'owner',
      'due_at',
      'reason',
      'created_at',
      'contacted_at',
      'closed_at',
      'survey',
      'score',
      'comment',
      'reasons',
      'contact_email',
      'person_id',
    ])
    .select((eb) =>
      eb
        .selectFrom('notices')
        .select((inner) => inner.fn.max('failure').as('f'))
        .whereRef('notices.id', '=', 'item.id')
        .where('done_at', 'is', null)
        .as('failure'),
    )
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state!))
    .$if(filter.id !== undefined, (query) => query.where('item.id', '=', filter.id!))
    .$if(filter.survey !== undefined, (query) => query.where('survey', '=', filter.survey!))
    .orderBy(sql`closed_at is not null`)
    .orderBy('due_at')
    .orderBy('item.id')
    .limit(filter.limit ?? 200)
    .execute();
  return rows.map((row) =>
    dropNull({
      id: row.id,
      state: row.state,
      owner: row.owner,
      due: row.due_at,
      overdue: row.closed_at === null && row.due_at.getTime() < now,
      reason: row.reason,
      createdAt: row.created_at,
      contactedAt: row.contacted_at,
      closedAt: row.closed_at,
      survey: row.survey,
      score: row.score!,
      comment: row.comment,
      reasons: row.reasons,
      email: row.contact_email,
      person: row.person_id,
      undelivered: row.failure,
    }),
  );
}

/** @param survey counts only what its answers raised. */
export async function readLoopSummary(db: Database, now: number, survey?: string): Promise<LoopSummary> {
  const items = db
    .selectFrom('loop_items')
    .$if(survey !== undefined, (query) =>
      query.where((is) =>
        is.exists(
          is.selectFrom('asks').select('id').whereRef('asks.id', '=', 'loop_items.id').where('survey', '=', survey!),
        ),
      ),
    );
  const rows = await items
    .select([
      'state',
      sql<number>`count(*)::int`.as('n'),
      sql<number>`(count(*) filter (where closed_at is null and due_at < ${new Date(now)}))::int`.as('late'),
    ])
    .groupBy('state')
    .execute();
  const middle = await items
    .select(
      sql<
        number | null
      >`percentile_cont(0.5) within group (order by extract(epoch from closed_at - created_at)::float8 / 3600)`.as(
        'hours',
      ),
    )
    .where('closed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const states = { new: 0, contacted: 0, resolved: 0, declined: 0 };
  for (const { state, n } of rows) states[state] = n;
  const hours = middle.hours === null ? {} : { medianHoursToClose: middle.hours };
  return { states, overdue: rows.reduce((sum, { late }) => sum + late, 0), ...hours };
}

/** What may be changed; `null` takes a value away. */
export interface LoopChange {
  state?: LoopState;
  owner?: string | null;
  due?: Date;
  reason?: string | null;
}

/**
 * Changes one item. One statement that looks at the state itself, so that of two people who close it one is told.
 *
 * @throws Refusal 404 without such an item, 409 when the state cannot follow the one it has.
 */
export async function changeLoop(db: Database, id: string, change: LoopChange, now: number): Promise<LoopItem> {
  const { state, owner, due, reason } = change;
  const at = new Date(now);
  const { numUpdatedRows } = await db
    .updateTable('loop_items')
    .set({
      ...(owner !== undefined && { owner }),
      ...(due && { due_at: due }),
      ...(reason !== undefined && { reason }),
      ...(state && { state, closed_at: isClosed(state) ? sql`coalesce(closed_at, ${at})` : null }),
      ...(state === 'contacted' && { contacted_at: sql`coalesce(contacted_at, ${at})` }),
      // Something must be set even when nothing was asked for.
      ...(!state && { state: sql.ref('state') }),
    })
    .where('id', '=', id)
    .$if(state !== undefined, (query) => query.where('state', 'in', [state!, ...CAME_FROM[state!]]))
    .executeTakeFirst();
  const [item] = await readLoop(db, { id }, now);
  if (!item) throw new Refusal(404, 'There is no such item.');
  if (!numUpdatedRows)
    throw new Refusal(409, `must follow the order new, contacted, resolved or declined; it is ${item.state}`, 'state');
  return item;
}

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** Absent is absent, never null. */
function dropNull<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}
