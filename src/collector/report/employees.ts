import { sql } from 'kysely';
import type { Database } from '../database.js';
import { EMPLOYEE_MINIMUM } from '../privacy/release.js';
import type { Filter } from './filter.js';
import { startOf, unitFor } from './periods.js';
import { emptyHistogram, scored, sum, type Scored } from './scored.js';
import { trendOf, type TrendReport } from './trend.js';

/** What employees said of their place to work, as far as nobody can be made out. */
export interface EmployeeReport extends Scored {
  /** Answers have come, but fewer than 5 in the span, or none of them is released yet. */
  hidden: boolean;
  /** By the date of the group with which an answer became visible. */
  trend: TrendReport;
  /** In no order, without score and date. Not narrowed by `from` and `to`: two spans would tell whose is whose. */
  comments: string[];
}

/** Reads what `releaseEmployees` made visible. `from` and `to` take or leave whole groups. */
export async function readEmployees(
  db: Database,
  { survey, from, to }: Filter,
  limit: number,
): Promise<EmployeeReport> {
  const ofSurvey = survey === undefined ? sql`` : sql`and survey = ${survey}`;
  const { rows } = await sql<{ released: Date; score: number; n: number }>`
    select released, score, count(*)::int as n from asks
    where released is not null ${ofSurvey}
      ${from === undefined ? sql`` : sql`and released >= ${from}`}
      ${to === undefined ? sql`` : sql`and released < ${to}`}
    group by released, score order by released`.execute(db);
  const histogram = emptyHistogram();
  for (const { score, n } of rows) histogram[score]! += n;
  const hidden = sum(histogram) < EMPLOYEE_MINIMUM && (sum(histogram) > 0 || (await areWaiting(db, survey)));
  if (sum(histogram) < EMPLOYEE_MINIMUM)
    return { ...scored(emptyHistogram()), hidden, trend: trendOf('month', []), comments: [] };
  const unit = unitFor(rows[0]!.released, rows.at(-1)!.released);
  const cells = rows.map(({ released, score, n }) => ({ period: startOf(unit, released), score, n }));
  const { rows: words } = await sql<{ comment: string }>`
    select comment from asks where words_released is not null and comment is not null ${ofSurvey}
    order by md5(id::text) limit ${limit}`.execute(db);
  return { ...scored(histogram), hidden, trend: trendOf(unit, cells), comments: words.map(({ comment }) => comment) };
}

async function areWaiting(db: Database, survey: string | undefined): Promise<boolean> {
  const row = await db
    .selectFrom('asks')
    .select('id')
    .where('kind', '=', 'employee')
    .where('type', '=', 'response')
    .where('released', 'is', null)
    .$if(survey !== undefined, (query) => query.where('survey', '=', survey!))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
