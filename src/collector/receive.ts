import type { Message } from '../core/message.js';
import type { Database } from './database.js';
import { raise, wantsCall } from './loop/raise.js';
import { withoutErased } from './privacy/erased.js';
import { toRow } from './row.js';
import type { NoticesTable } from './tables.js';
import { upsertAsks, type Result } from './upsert.js';
import { noteWays } from './ways.js';

/** Stores messages, with the loop items that they raise: both or neither. */
export async function receive(
  db: Database,
  messages: readonly Message[],
  channels: readonly NoticesTable['channel'][],
  now: number,
): Promise<Result[]> {
  const rows = await withoutErased(
    db,
    messages.map((message) => toRow(message, now)),
    messages,
  );
  await noteWays(db, rows);
  if (!rows.some(wantsCall)) return upsertAsks(db, rows);
  return db.transaction().execute(async (transaction) => {
    const results = await upsertAsks(transaction, rows);
    await raise(transaction, rows, results, channels, now);
    return results;
  });
}
