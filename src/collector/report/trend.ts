import { trend, type Trend } from '../../score/trend.js';
import { periodName, periodsBetween, type Unit } from './periods.js';
import { emptyHistogram, scored, type Scored } from './scored.js';

/** The score of one period. */
export interface PeriodScore extends Scored {
  /** `2026-11`, `2026-Q4`, …; a week by its Monday. */
  at: string;
}

/** `trend()` over the periods; its `slope` is per `unit`. */
export interface TrendReport extends Trend {
  unit: Unit;
  periods: PeriodScore[];
}

/** The trend of answers that are counted by period and score. */
export function trendOf(unit: Unit, cells: readonly { period: Date; score: number | null; n: number }[]): TrendReport {
  const times = cells.map(({ period }) => period.getTime()).sort((a, b) => a - b);
  if (!times.length) return { slope: undefined, unit, periods: [] };
  const histograms = new Map(
    periodsBetween(unit, new Date(times[0]!), new Date(times.at(-1)!)).map((start) => [
      start.getTime(),
      emptyHistogram(),
    ]),
  );
  for (const { period, score, n } of cells) histograms.get(period.getTime())![score!]! += n;
  const periods = [...histograms].map(([start, histogram]) => ({
    at: periodName(unit, new Date(start)),
    ...scored(histogram),
  }));
  return { ...trend(periods.map(({ at, counts }) => ({ at, counts }))), unit, periods };
}
