import type { Database } from '../database.js';
import type { Counts } from '../../score/counts.js';
import { nps, type Nps } from '../../score/nps.js';
import { suppress } from '../../score/suppress.js';
import { readComments, readCounts, type Comment } from './counts.js';
import type { Filter } from './filter.js';

/** The score as `nps()` gives it, with what it was computed from. */
export type Scored = Nps & { counts: Counts; histogram: number[] };

export interface Report {
  /** Of customers; of employees when `survey` names a survey of employees. */
  nps: Scored;
  /** Of employees; hidden under 5 answers. */
  enps: Scored & { hidden: boolean };
  responseRate: { asked: number; answered: number; rate?: number };
  comments: Comment[];
  generatedAt: string;
}

/** Fewest answers of employees that are shown. */
export const EMPLOYEE_MINIMUM = 5;

/** Everything that the report shows, read from the database now. */
export async function readReport(db: Database, filter: Filter, now: number): Promise<Report> {
  const [heard, comments] = await Promise.all([readCounts(db, filter), readComments(db, filter, 20)]);
  const { customers, employees, asked, answered } = heard;
  const hidden = suppress({ employees: sum(employees) }, { minimum: EMPLOYEE_MINIMUM }).length > 0;
  const enps = { ...scored(hidden ? employees.map(() => 0) : employees), hidden };
  return {
    nps: sum(customers) ? scored(customers) : filter.survey !== undefined && sum(employees) ? enps : scored(customers),
    enps,
    responseRate: { asked, answered, ...(asked > 0 && { rate: answered / asked }) },
    comments,
    generatedAt: new Date(now).toISOString(),
  };
}

function scored(histogram: number[]): Scored {
  const counts = {
    detractors: sum(histogram.slice(0, 7)), passives: sum(histogram.slice(7, 9)), promoters: sum(histogram.slice(9)),
  };
  return { ...nps(counts), counts, histogram };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
