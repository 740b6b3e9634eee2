import type { Database } from '../database.js';
import type { NoticesTable } from '../tables.js';

export interface Due {
  id: string;
  channel: NoticesTable['channel'];
  attempts: number;
}

/** While somebody tries a notice nobody else does, for this long: longer than any try takes. */
const LEASE_MS = 60_000;
/** Waits after the first, second … failed try; after the last nothing more is tried. About 28 hours in all. */
const WAITS_MS = [5_000, 60_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];

/**
 * Takes the notices that are due, each for this process alone. By comparing the time that was read, row by row: that needs
 * no lock that a distributed Postgres would not have.
 */
export async function takeDue(
  db: Database,
  channels: readonly NoticesTable['channel'][],
  limit: number,
  now: number,
): Promise<Due[]> {
  if (!channels.length) return [];
  const due = await db
    .selectFrom('notices')
    .select(['id', 'channel', 'attempts', 'next_at'])
    .where('next_at', '<=', new Date(now))
    .where('channel', 'in', [...channels])
    .orderBy('next_at')
    .limit(limit)
    .execute();
  const taken: Due[] = [];
  for (const { id, channel, attempts, next_at } of due) {
    const { numUpdatedRows } = await db
      .updateTable('notices')
      .set({ attempts: attempts + 1, next_at: new Date(now + LEASE_MS) })
      .where('id', '=', id)
      .where('channel', '=', channel)
      .where('next_at', '=', next_at)
      .executeTakeFirst();
    if (numUpdatedRows) taken.push({ id, channel, attempts: attempts + 1 });
  }
  return taken;
}

export async function markDone(db: Database, { id, channel }: Due, now: number): Promise<void> {
  await db
    .updateTable('notices')
    .set({ done_at: new Date(now), next_at: null, failure: null })
    .where('id', '=', id)
    .where('channel', '=', channel)
    .execute();
}

/** @param spread 0 to 1, random: keeps many that failed together from coming back together. */
export async function markFailed(
  db: Database,
  { id, channel, attempts }: Due,
  failure: string,
  now: number,
  spread: number,
): Promise<void> {
  const wait = WAITS_MS[attempts - 1];
  await db
    .updateTable('notices')
    .set({ failure, next_at: wait === undefined ? null : new Date(now + Math.round(wait * (1 + spread / 5))) })
    .where('id', '=', id)
    .where('channel', '=', channel)
    .execute();
}
