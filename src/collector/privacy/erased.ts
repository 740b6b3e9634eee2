import type { Message } from '../../core/message.js';
import type { Database } from '../database.js';
import type { AskRow } from '../tables.js';
import { subjects } from './subject.js';

/** What is taken out of a row: who it was, and their words. Score, dates and wording stay, so the counts do. */
export const ERASURE = {
  person_id: null,
  anonymous_id: null,
  traits: null,
  comment: null,
  reasons: null,
  contact_ok: null,
  contact_email: null,
  path: null,
  url: null,
  properties: null,
} as const;

/**
 * The rows, emptied where the person was erased after they answered: an outbox may send long after. `messages` are what they were
 * made of: when somebody answered is as they said.
 */
export async function withoutErased(
  db: Database,
  rows: readonly AskRow[],
  messages: readonly Message[],
): Promise<AskRow[]> {
  const persons = [
    ...new Set(rows.flatMap((row) => [row.person_id, row.anonymous_id]).filter((id) => typeof id === 'string')),
  ];
  // Most collectors never erase anybody, and pseudonyms of a hundred senders cost more than this question.
  if (!persons.length || !(await db.selectFrom('erased').select('id').limit(1).executeTakeFirst())) return [...rows];
  const { sign } = await subjects(db);
  const names = new Map(await Promise.all(persons.map(async (person) => [person, await sign(person)] as const)));
  const found = await db
    .selectFrom('erased')
    .selectAll()
    .where('id', 'in', [...names.values()])
    .execute();
  const since = new Map(found.map(({ id, at }) => [id, at]));
  const isErased = (person: string | null | undefined, at: Date): boolean => {
    const erased = typeof person !== 'string' ? undefined : since.get(names.get(person)!);
    return erased !== undefined && at <= erased;
  };
  return rows.map((row, index) => {
    const at = new Date(messages[index]!.at);
    return isErased(row.person_id, at) || isErased(row.anonymous_id, at) ? { ...row, ...ERASURE } : row;
  });
}
