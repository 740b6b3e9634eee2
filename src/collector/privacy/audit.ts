import type { Database } from '../database.js';
import type { AuditTable } from '../tables.js';

/** Writes down what was done to stored answers: the kind, how many rows, and for one person the pseudonym. */
export async function audit(
  db: Database,
  action: AuditTable['action'],
  rows: number,
  subject: string | null = null,
): Promise<void> {
  await db.insertInto('audit').values({ id: crypto.randomUUID(), action, rows, subject }).execute();
}
