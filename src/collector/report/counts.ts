import { sql } from 'kysely';
import type { Database } from '../database.js';
import type { Filter } from './filter.js';

/** What one pass over the table finds. */
export interface Heard {
  /** Answers of customers by score 0 to 10. */
  customers: number[];
  /** Answers of employees by score 0 to 10. */
  employees: number[];
  /** Customers' asks that were announced by a message of type `asked`, and how many of these were answered. */
  asked: number;
  answered: number;
}

export async function readCounts(db: Database, filter: Filter): Promise<Heard> {
  const rows = await db.selectFrom('asks')
    .select(['score', sql<boolean>`kind = 'employee'`.as('employee'), sql<boolean>`type = 'response'`.as('response'), 'asked',
      sql<number>`count(*)::int`.as('n')])
    .$if(filter.survey !== undefined, (query) => query.where('survey', '=', filter.survey!))
    .$if(filter.from !== undefined, (query) => query.where('at', '>=', filter.from!))
    .$if(filter.to !== undefined, (query) => query.where('at', '<', filter.to!))
    .groupBy(['score', 'employee', 'response', 'asked'])
    .execute();
  const heard: Heard = { customers: Array(11).fill(0), employees: Array(11).fill(0), asked: 0, answered: 0 };
  for (const { score, employee, response, asked, n } of rows) {
    if (response) (employee ? heard.employees : heard.customers)[score!]! += n;
    if (asked && !employee) {
      heard.asked += n;
      if (response) heard.answered += n;
    }
  }
  return heard;
}

export interface Comment { at: Date; survey: string; score: number; comment: string }

/** The latest comments of customers. */
export function readComments(db: Database, filter: Filter, limit: number): Promise<Comment[]> {
  return db.selectFrom('asks')
    .select(['at', 'survey', 'score', 'comment'])
    .where('comment', 'is not', null)
    .where('kind', '<>', 'employee')
    .$if(filter.survey !== undefined, (query) => query.where('survey', '=', filter.survey!))
    .$if(filter.from !== undefined, (query) => query.where('at', '>=', filter.from!))
    .$if(filter.to !== undefined, (query) => query.where('at', '<', filter.to!))
    .orderBy('at', 'desc').orderBy('id')
    .limit(limit)
    .execute() as Promise<Comment[]>;
}
