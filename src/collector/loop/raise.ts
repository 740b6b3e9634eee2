import type { Database } from '../database.js';
import type { AskRow, NoticesTable } from '../tables.js';
import type { Result } from '../upsert.js';
import { DUE_HOURS } from './states.js';

/** A detractor who agreed to be contacted. Never an employee: they are not known. */
export const wantsCall = (row: AskRow): boolean =>
  row.type === 'response' && row.kind !== 'employee' && row.contact_ok === true && (row.score ?? 10) <= 6;

/**
 * Makes a loop item, and a notice for each channel, for every stored row that wants a call. Run it in the transaction that
 * stores the rows: an answer without its item, or the reverse, cannot be. Again for the same ask it does nothing.
 */
export async function raise(
  db: Database,
  rows: readonly AskRow[],
  results: readonly Result[],
  channels: readonly NoticesTable['channel'][],
  now: number,
): Promise<void> {
  const ids = rows
    .filter((row, index) => wantsCall(row) && results[index]!.status === 'stored')
    .map(({ id }) => id)
    .sort();
  if (!ids.length) return;
  // Not for an answer that was emptied before: nobody is known in it any more.
  const reachable = await db
    .selectFrom('asks')
    .select('id')
    .where('id', 'in', ids)
    .where('contact_ok', '=', true)
    .execute();
  if (!reachable.length) return;
  const made = await db
    .insertInto('loop_items')
    .values(
      reachable.map(({ id }) => ({
        id,
        state: 'new',
        owner: null,
        reason: null,
        contacted_at: null,
        closed_at: null,
        created_at: new Date(now),
        due_at: new Date(now + DUE_HOURS * 3_600_000),
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  if (!made.length || !channels.length) return;
  await db
    .insertInto('notices')
    .values(
      made.flatMap(({ id }) =>
        channels.map((channel) => ({ id, channel, attempts: 0, next_at: new Date(now), done_at: null, failure: null })),
      ),
    )
    .onConflict((conflict) => conflict.columns(['id', 'channel']).doNothing())
    .execute();
}
