import { sql } from 'kysely';
import type { Database } from '../database.js';

/** Fewest answers of employees that become visible together, and fewest that are shown at all. */
export const EMPLOYEE_MINIMUM = 5;
/** Fewest visible answers of employees with which their comments are shown. */
export const COMMENT_MINIMUM = 10;

/**
 * Makes answers of employees visible, in groups of at least 5 of one survey and wave that never change again. Whoever reads
 * the report twice, or two overlapping spans of it, can therefore only ever subtract whole groups from each other: there are
 * no two reports that differ by one to four people.
 *
 * A group is made of whole days. Each of its answers carries the last of these days as its date, and what is too few for a
 * group waits for more.
 */
export async function releaseEmployees(db: Database): Promise<void> {
  const waiting = await readWaiting(db);
  if (!groups(waiting).length) return;
  await db.transaction().execute(async (transaction) => {
    // Two processes that each released what they saw could make a group of one between them.
    await transaction.selectFrom('settings').select('name').where('name', '=', 'release').forUpdate().execute();
    for (const { survey, wave, last } of groups(await readWaiting(transaction))) {
      await transaction.updateTable('asks').set({ released: last, changed_at: sql`now()` })
        .where('kind', '=', 'employee').where('type', '=', 'response').where('released', 'is', null)
        .where('survey', '=', survey).where('wave', '=', wave).where('at', '<=', last)
        .execute();
    }
  });
}

interface Waiting { survey: string; wave: string; at: Date; n: number }

function readWaiting(db: Database): Promise<Waiting[]> {
  return db.selectFrom('asks')
    .select(['survey', 'wave', 'at', sql<number>`count(*)::int`.as('n')])
    .where('kind', '=', 'employee').where('type', '=', 'response').where('released', 'is', null)
    .groupBy(['survey', 'wave', 'at']).orderBy('survey').orderBy('wave').orderBy('at')
    .execute();
}

/** The groups that are full, in order; each takes the days up to its last that no earlier group took. */
function groups(waiting: readonly Waiting[]): { survey: string; wave: string; last: Date }[] {
  const full: { survey: string; wave: string; last: Date }[] = [];
  let n = 0;
  let before: Waiting | undefined;
  for (const day of waiting) {
    if (before?.survey !== day.survey || before.wave !== day.wave) n = 0;
    n += day.n;
    before = day;
    if (n < EMPLOYEE_MINIMUM) continue;
    full.push({ survey: day.survey, wave: day.wave, last: day.at });
    n = 0;
  }
  return full;
}
