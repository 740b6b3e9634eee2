import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.js';
import type { AsksTable } from '../tables.js';
import { audit } from './audit.js';
import { ERASURE } from './erased.js';
import { subjects } from './subject.js';

/**
 * Takes a person out: their identity and words leave every answer, their loop items and undelivered notices go, scores and
 * dates stay. Answers of before that come later are emptied on arrival.
 *
 * @param person the id that the host gave them, or an `anonymousId`.
 * @returns how many answers were emptied; 0 for somebody unknown.
 */
export async function erasePerson(db: Database, person: string, now: number): Promise<number> {
  const subject = await (await subjects(db)).sign(person);
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('erased')
      .values({ id: subject, at: new Date(now) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: new Date(now) }))
      .execute();
    const emptied = await transaction
      .updateTable('asks')
      .set({ ...ERASURE, erased_at: new Date(now), changed_at: sql`now()` })
      .where((is) => is.or([is('person_id', '=', person), is('anonymous_id', '=', person)]))
      .returning('id')
      .execute();
    const ids = emptied.map(({ id }) => id);
    for (let i = 0; i < ids.length; i += 1000) {
      const some = ids.slice(i, i + 1000);
      await transaction.deleteFrom('notices').where('id', 'in', some).execute();
      await transaction.deleteFrom('loop_items').where('id', 'in', some).execute();
    }
    await audit(transaction, 'erase', ids.length, subject);
    return ids.length;
  });
}

/** Everything that is stored about one person, oldest first. */
export async function readPerson(db: Database, person: string): Promise<Selectable<AsksTable>[]> {
  return db
    .selectFrom('asks')
    .selectAll()
    .where((is) => is.or([is('person_id', '=', person), is('anonymous_id', '=', person)]))
    .orderBy('at')
    .orderBy('id')
    .execute();
}
