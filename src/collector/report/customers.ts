import { sql, type RawBuilder } from 'kysely';
import type { Filter } from './filter.js';

/** Milliseconds from question to score in which nobody has read the question: a machine, or a slip of the finger. */
export const HASTY_MS = 500;

/** `where`: asks of customers, never of employees, that a report is about. */
export const customersIn = ({ survey, from, to }: Filter): RawBuilder<boolean> => sql<boolean>`kind <> 'employee'
  ${survey === undefined ? sql`` : sql`and survey = ${survey}`}
  ${from === undefined ? sql`` : sql`and at >= ${from}`}
  ${to === undefined ? sql`` : sql`and at < ${to}`}`;

/** The same of their answers, without the hasty ones when the reader wants none. */
export const answersIn = (filter: Filter): RawBuilder<boolean> =>
  sql<boolean>`${customersIn(filter)} and type = 'response'
  ${filter.hasty === 'without' ? sql`and coalesce(to_score_ms, ${sql.lit(HASTY_MS)}) >= ${sql.lit(HASTY_MS)}` : sql``}`;
