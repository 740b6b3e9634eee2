import { sql } from 'kysely';
import type { Kind } from '../../core/message.js';
import type { Database } from '../database.js';
import { customersIn, HASTY_MS } from './customers.js';
import type { Filter } from './filter.js';
import { periodsBetween, unitFor, type Unit } from './periods.js';

/** How many asks of customers are alike in all that a report divides by. */
export interface Cell {
  period: Date;
  survey: string;
  kind: Kind;
  response: boolean;
  asked: boolean;
  score: number | null;
  n: number;
  /** How many of them are answers that came too quickly; not among `n` when the reader wants none. */
  hasty: number;
}

export interface Cube {
  unit: Unit;
  cells: Cell[];
}

/**
 * Everything that a report counts about customers, in one pass over the table: a million rows become some hundred cells, and
 * all figures are sums of these. What a period is follows from the span of the answers.
 */
export async function readCube(db: Database, filter: Filter): Promise<Cube> {
  const span = await db
    .selectFrom('asks')
    .select([sql<Date | null>`min(at)`.as('first'), sql<Date | null>`max(at)`.as('last')])
    .where(customersIn(filter))
    .executeTakeFirstOrThrow();
  if (!span.first || !span.last) return { unit: 'month', cells: [] };
  const unit = unitFor(span.first, span.last);
  // A search among the starts of the periods takes half of what date_trunc does with its two changes of the time zone.
  const starts = periodsBetween(unit, span.first, span.last);
  const { rows } = await sql<Omit<Cell, 'period'> & { nth: number }>`
    select width_bucket(at, ${`{${starts.map((start) => start.toISOString()).join()}}`}::timestamptz[]) as nth, survey, kind,
      type = 'response' as response, asked, score, count(*)::int as n,
      (count(*) filter (where type = 'response' and to_score_ms < ${sql.lit(HASTY_MS)}))::int as hasty
    from asks where ${customersIn(filter)}
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  const counted = ({ n, hasty }: Pick<Cell, 'n' | 'hasty'>): number => (filter.hasty === 'without' ? n - hasty : n);
  // What has come since the span was read may lie before its first period.
  return {
    unit,
    cells: rows.map((row) => ({ ...row, period: starts[Math.max(1, row.nth) - 1]!, n: counted(row) })),
  };
}
