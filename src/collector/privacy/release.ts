import { sql } from 'kysely';
import type { Database } from '../database.js';

/** Fewest answers of employees that become visible together, and fewest that are shown at all. */
export const EMPLOYEE_MINIMUM = 5;
/** Fewest answers of employees whose comments become visible together. */
export const COMMENT_MINIMUM = 10;

const DAY = 86_400_000;

/**
 * Makes answers of employees visible, in groups of at least 5 of one survey and wave that never change again, and their
 * comments in groups of at least 10. Whoever reads the report twice, or two overlapping spans of it, can therefore only ever
 * subtract whole groups from each other: there are no two reports that differ by one to four people.
 *
 * A group is made of whole days. Each of its answers carries the last of these days as its date, and what is too few for a
 * group waits for more. An answer that is not final waits for its comment, until the day after.
 */
export async function releaseEmployees(db: Database, now: number): Promise<void> {
  if (!groups(await readWaiting(db, now)).length) return;
  await db.transaction().execute(async (transaction) => {
    // Two processes that each released what they saw could make a group of one between them.
    await transaction.selectFrom('settings').select('name').where('name', '=', 'release').forUpdate().execute();
    for (const { survey, wave, last } of groups(await readWaiting(transaction, now))) {
      await transaction
        .updateTable('asks')
        .set({ released: last, changed_at: sql`now()` })
        .where(isWaiting(now))
        .where('survey', '=', survey)
        .where('wave', '=', wave)
        .where('at', '<=', last)
        .execute();
    }
    for (const { survey, n } of await readMute(transaction)) {
      if (n < COMMENT_MINIMUM) continue;
      await transaction
        .updateTable('asks')
        .set({ words_released: new Date(now) })
        .where('released', 'is not', null)
        .where('words_released', 'is', null)
        .where('erased_at', 'is', null)
        .where('survey', '=', survey)
        .execute();
    }
  });
}

interface Waiting {
  survey: string;
  wave: string;
  at: Date;
  n: number;
}

const isWaiting = (now: number) => sql<boolean>`kind = 'employee' and type = 'response' and released is null
  and (final or at < ${new Date(Math.floor(now / DAY) * DAY)})`;

function readWaiting(db: Database, now: number): Promise<Waiting[]> {
  return db
    .selectFrom('asks')
    .select(['survey', 'wave', 'at', sql<number>`count(*)::int`.as('n')])
    .where(isWaiting(now))
    .groupBy(['survey', 'wave', 'at'])
    .orderBy('survey')
    .orderBy('wave')
    .orderBy('at')
    .execute();
}

/** How many answers of each survey are visible without their comments. */
function readMute(db: Database): Promise<{ survey: string; n: number }[]> {
  return db
    .selectFrom('asks')
    .select(['survey', sql<number>`count(*)::int`.as('n')])
    .where('released', 'is not', null)
    .where('words_released', 'is', null)
    .where('erased_at', 'is', null)
    .groupBy('survey')
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
