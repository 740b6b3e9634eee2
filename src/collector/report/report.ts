import type { Kind } from '../../core/message.js';
import { compare, type Difference } from '../../score/compare.js';
import type { Counts } from '../../score/counts.js';
import { nps, type Nps } from '../../score/nps.js';
import { readiness, type Readiness } from '../../score/readiness.js';
import type { Database } from '../database.js';
import { readLoopSummary, type LoopSummary } from '../loop/items.js';
import { breaksOf, type Break } from './breaks.js';
import { dividedBy, readChoices, type Choices } from './choices.js';
import { readComments, readReasons, type Comment, type Reasons } from './comments.js';
import { readCube, type Cell } from './cube.js';
import { readEmployees, type EmployeeReport } from './employees.js';
import type { Question } from './filter.js';
import { readGroups, type GroupsReport } from './groups.js';
import { readWays } from '../ways.js';
import { emptyHistogram, scored, sum, type Scored } from './scored.js';
import { trendOf, type TrendReport } from './trend.js';

/** Everything that the report page shows, as `GET /v1/report.json` gives it. What is not known is left out. */
export interface Report {
  generatedAt: string;
  survey?: string;
  from?: string;
  to?: string;
  /** The score of customers, just as `nps()` gives it; of employees when `survey` names a survey of employees. */
  nps: Nps;
  /** What `nps` was computed from. */
  counts: Counts;
  /** The same answers by score, 0 to 10. */
  histogram: number[];
  /** The score of employees, shown from 5 answers. */
  enps: EmployeeReport;
  /** Customers' score less that of employees: other people and another question, so a sign and no proof. */
  difference?: Difference;
  /** Share of those asked who answered, 0 to 1. Only asks that were announced by a message of type `asked` count. */
  responseRate?: number;
  asked: number;
  answered: number;
  trend: TrendReport & { breaks: Break[] };
  groups?: GroupsReport;
  choices: Choices;
  /** Answers given within half a second, quicker than anybody reads: counted, unless `hasty=without` leaves them out. */
  hasty: { n: number; counted: boolean };
  surveys: { id: string; kind: Kind; n: number }[];
  readiness: Readiness;
  reasons: Reasons;
  comments: Comment[];
  loop: LoopSummary;
}

const COMMENTS_OF_EMPLOYEES = 50;
const REASONS = 12;

/** What is counted first, in one pass over the answers. */
export type Figures = Omit<Report, 'groups' | 'comments' | 'reasons'>;

/** What takes passes of its own. */
export type Details = Pick<Report, 'groups' | 'comments' | 'reasons'>;

/** Reads the whole report now. */
export async function readReport(db: Database, question: Question, now: number): Promise<Report> {
  const choices = await readChoices(db);
  const [figures, details] = await Promise.all([
    readFigures(db, question, choices, now),
    readDetails(db, question, choices),
  ]);
  return { ...figures, ...details };
}

/** Nearly every figure of customers comes from one pass over the answers; employees' from what is released. */
export async function readFigures(db: Database, question: Question, choices: Choices, now: number): Promise<Figures> {
  const { survey, from, to } = question;
  const [{ unit, cells }, ways, enps, loop] = await Promise.all([
    readCube(db, question),
    readWays(db, survey),
    readEmployees(db, question, COMMENTS_OF_EMPLOYEES),
    readLoopSummary(db, now, survey),
  ]);
  const answers = cells.filter(({ response }) => response);
  const customers = scored(histogramOf(answers));
  const trend = { ...trendOf(unit, answers), breaks: breaksOf(unit, ways, question) };
  const asked = count(cells, (cell) => cell.asked);
  const answered = count(answers, (cell) => cell.asked);
  const ofEmployees = survey !== undefined && customers.n === 0 && enps.n > 0;
  return {
    generatedAt: new Date(now).toISOString(),
    ...(survey !== undefined && { survey }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
    ...inParts(ofEmployees ? enps : customers),
    enps,
    ...(customers.n > 0 && enps.n > 0 && { difference: compare(customers.counts, enps.counts) }),
    ...(asked > 0 && { responseRate: answered / asked }),
    asked,
    answered,
    trend: ofEmployees ? { ...enps.trend, breaks: [] } : trend,
    choices,
    hasty: { n: sum(cells.map(({ hasty }) => hasty)), counted: question.hasty === undefined },
    surveys: surveysOf(answers),
    readiness: readiness({
      counts: customers.counts,
      periods: trend.periods.filter(({ n }) => n > 0).length,
      loop: loop.states,
      // Who answered was asked, whether a message said so or not. While that is known of few, the rate is not.
      ...(asked > 0 && 2 * answered >= customers.n && { shown: asked + customers.n - answered, answered: customers.n }),
    }),
    loop,
  };
}

/** @throws Refusal 400 when what it is divided by has too many values to be branches. */
export async function readDetails(db: Database, question: Question, choices: Choices): Promise<Details> {
  const by = dividedBy(choices, question.by);
  const [groups, comments, reasons] = await Promise.all([
    by === undefined ? undefined : readGroups(db, question, by),
    readComments(db, question, question.comments),
    readReasons(db, question, REASONS),
  ]);
  return { ...(groups && { groups }), comments, reasons };
}

function histogramOf(answers: readonly Cell[]): number[] {
  const histogram = emptyHistogram();
  for (const { score, n } of answers) histogram[score!]! += n;
  return histogram;
}

const count = (cells: readonly Cell[], which: (cell: Cell) => boolean): number =>
  sum(cells.filter(which).map(({ n }) => n));

/** `nps` stands by itself, so that it can be compared with what `nps()` gives for the same counts. */
const inParts = ({ counts, histogram }: Scored): Pick<Report, 'nps' | 'counts' | 'histogram'> => ({
  nps: nps(counts),
  counts,
  histogram,
});

/** Surveys with answers, the largest first. */
function surveysOf(answers: readonly Cell[]): Report['surveys'] {
  const found = new Map<string, Report['surveys'][number]>();
  for (const { survey, kind, n } of answers) {
    const known = found.get(`${kind} ${survey}`) ?? { id: survey, kind, n: 0 };
    found.set(`${kind} ${survey}`, { ...known, n: known.n + n });
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}
