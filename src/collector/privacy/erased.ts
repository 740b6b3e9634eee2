import type { Database } from '../database.js';
import type { AskRow } from '../tables.js';
import { subjectOf } from './subject.js';

/** What is taken out of a row: who it was, and their words. Score, dates and wording stay, so the counts do. */
export const ERASURE = {
  person_id: null, anonymous_id: null, traits: null, comment: null, reasons: null, contact_ok: null, contact_email: null,
  path: null, url: null, properties: null,
} as const;

/** The rows, emptied where the person was erased after they answered: an outbox may send long after. */
export async function withoutErased(db: Database, rows: readonly AskRow[]): Promise<AskRow[]> {
  const persons = [...new Set(rows.flatMap((row) => [row.person_id, row.anonymous_id].filter((id) => id !== null)))];
  if (!persons.length) return [...rows];
  const subjects = new Map(await Promise.all(persons.map(async (person) => [person, await subjectOf(db, person)] as const)));
  const found = await db.selectFrom('erased').selectAll().where('id', 'in', [...subjects.values()]).execute();
  if (!found.length) return [...rows];
  const since = new Map(found.map(({ id, at }) => [id, at]));
  const isErased = (person: string | null, at: Date): boolean => {
    const erased = person === null ? undefined : since.get(subjects.get(person)!);
    return erased !== undefined && at <= erased;
  };
  return rows.map((row) => (isErased(row.person_id, row.at) || isErased(row.anonymous_id, row.at) ? { ...row, ...ERASURE } : row));
}
