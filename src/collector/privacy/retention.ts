import { sql } from 'kysely';
import type { Database } from '../database.js';
import { audit } from './audit.js';
import { ERASURE } from './erased.js';

const STEP = 5_000;
/** No group is older than the answers in it. */
const age = sql<Date>`case when kind = 'employee' then coalesce(words_released, released, at) else at end`;

/**
 * Takes identity and words out of answers older than `days`, and removes closed loop items with them; scores and dates stay,
 * so no figure of the report changes. What employees said goes by whole groups, those in which it became visible: who sees
 * which comments went on one day must not learn when somebody answered. In steps, so that ingest never waits for it. Several processes may run it at once.
 *
 * @returns how many answers were emptied.
 */
export async function retain(db: Database, days: number, now: number): Promise<number> {
  const limit = new Date(now - days * 86_400_000);
  let total = 0;
  for (;;) {
    const ids = (
      await db
        .selectFrom('asks')
        .select('id')
        .where('at', '<', limit)
        .where(age, '<', limit)
        .where('erased_at', 'is', null)
        .limit(STEP)
        .execute()
    ).map(({ id }) => id);
    if (!ids.length) break;
    const emptied = await db
      .updateTable('asks')
      .set({ ...ERASURE, erased_at: new Date(now), changed_at: sql`now()` })
      .where('id', 'in', ids)
      .where('erased_at', 'is', null)
      .returning('id')
      .execute();
    await db.deleteFrom('notices').where('id', 'in', ids).execute();
    await db.deleteFrom('loop_items').where('id', 'in', ids).execute();
    total += emptied.length;
  }
  if (total) await audit(db, 'retention', total);
  return total;
}
