import { compareGroups, nps, suppress, trend, type Counts, type Groups, type Nps, type Trend } from '../score/index.js';
import type { ScoreArgs } from './score-args.js';
import { periodOf, periodsBetween, type PeriodLength } from './score-dates.js';
import type { Gathered } from './score-gather.js';

/** One group or period as it is printed. */
export interface Line {
  name: string;
  /** In place of `nps`. */
  hidden?: true;
  nps?: Nps;
}

export interface GroupsResult {
  by: string;
  /** Largest first. Not a ranking by score: that would be one of noise. */
  shown: (Line & { nps: Nps; p?: number; holm?: number })[];
  hidden: string[];
  test: Omit<Groups, 'groups'>;
}

export interface TrendResult {
  period: PeriodLength;
  periods: Line[];
  test: Trend;
}

/** All that `askwell score` has to say about a file. */
export interface ScoreResult {
  file: string;
  column: string;
  counts: Counts;
  nps: Nps;
  withoutScore: number;
  undated: number;
  /** The highest score of all: 5 in a column of 1 to 5, which is not this scale. */
  highest: number;
  invalid: number;
  firstInvalid?: string;
  groups: GroupsResult[];
  trend?: TrendResult;
  /** Why there is no trend although there is a column of dates. */
  noTrend?: string;
}

/** Works out the result. Groups and periods under `minimum` answers are hidden before anything is computed from them. */
export function resultOf(gathered: Gathered, names: { column: string; by: string[] }, args: ScoreArgs): ScoreResult {
  const { withoutScore, undated, highest, invalid, firstInvalid, months } = gathered;
  const result: ScoreResult = {
    file: args.file,
    column: names.column,
    counts: gathered.total,
    nps: nps(gathered.total, args),
    withoutScore,
    undated,
    highest,
    invalid,
    groups: gathered.groups.map((groups, k) => groupsOf(groups, names.by[k] as string, args)),
  };
  if (firstInvalid !== undefined) result.firstInvalid = firstInvalid;
  if (months.size > 0) result.trend = trendOf(months, args);
  return result;
}

function groupsOf(groups: Map<string, Counts>, by: string, args: ScoreArgs): GroupsResult {
  const hidden = new Set(suppress(sizes(groups), args));
  const shown = [...groups].filter(([name]) => !hidden.has(name)).sort(([, a], [, b]) => size(b) - size(a));
  const { groups: tests, ...test } = compareGroups(Object.fromEntries(shown));
  return {
    by,
    shown: shown.map(([name, counts]) => {
      const { p, holm } = tests[name] as NonNullable<(typeof tests)[string]>;
      const cell = { name, nps: nps(counts, args) };
      return p === undefined || holm === undefined ? cell : { ...cell, p, holm };
    }),
    hidden: [...hidden],
    test,
  };
}

function trendOf(months: Map<number, Counts>, args: ScoreArgs): TrendResult {
  const days = [...months.keys()].map((month) => month * 100 + 1).sort((a, b) => a - b);
  const [first, last] = [days[0] as number, days.at(-1) as number];
  const period = args.period ?? lengthFor(periodsBetween(first, last, 'month').length);
  const periods = new Map(periodsBetween(first, last, period).map((name) => [name, nobody()]));
  for (const [month, { detractors, passives, promoters }] of months) {
    const counts = periods.get(periodOf(month * 100 + 1, period)) as Counts;
    counts.detractors += detractors;
    counts.passives += passives;
    counts.promoters += promoters;
  }
  // An empty period is listed as such; it says nothing about anybody.
  const asked = new Map([...periods].filter(([, counts]) => size(counts) > 0));
  const hidden = new Set(suppress(sizes(asked), args));
  const cells = [...periods].map(([name, counts]): Line =>
    hidden.has(name) ? { name, hidden: true } : { name, nps: nps(counts, args) },
  );
  const tested = [...periods].map(([at, counts]) => ({ at, counts: hidden.has(at) ? nobody() : counts }));
  return { period, periods: cells, test: trend(tested) };
}

/** Up to a year and a half month by month, up to six years quarter by quarter. */
const lengthFor = (months: number): PeriodLength => (months <= 18 ? 'month' : months <= 72 ? 'quarter' : 'year');

const nobody = (): Counts => ({ detractors: 0, passives: 0, promoters: 0 });
const size = ({ detractors, passives, promoters }: Counts): number => detractors + passives + promoters;
const sizes = (lots: Map<string, Counts>): Record<string, number> =>
  Object.fromEntries([...lots].map(([name, counts]) => [name, size(counts)]));
