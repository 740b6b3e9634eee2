import { answersIn, moments, type Counts, type Moments } from './counts.js';
import { cochranQ, weighable, type ChiSquare } from './homogeneity.js';
import { kendall, type Kendall } from './kendall.js';
import { twoSidedP } from './normal.js';
import { inOrder, type At } from './periods.js';

/** The answers of one period. */
export interface Period {
  /** When: a number, a `Date`, or text such as `2026-Q4` or `2026-11`. */
  at: At;
  counts: Counts;
}

/** Is the score moving? Without two periods that have answers, nothing is known. */
export interface Trend {
  /** Points per period. */
  slope: number | undefined;
  /** Points per period. */
  standardError?: number;
  z?: number;
  /** Two-sided p of the slope. */
  p?: number;
  /** Cochran's Q: do the periods differ at all? It does not know their order and misses a slow drift. */
  q?: ChiSquare;
  /** Mann–Kendall: do they mostly rise or fall? */
  kendall?: Kendall;
}

/**
 * The straight line through the scores of equally spaced periods, each weighed by n/V:
 * slope = Σw(t − t̄)(m − m̄)/Σw(t − t̄)², SE = 1/√Σw(t − t̄)², z-test. The variances are taken as known, so it also works for
 * few periods. Periods are put in the order of `at`; the distance between neighbours is one, so list a period without
 * answers too, with counts of 0: it keeps its place and has no weight. Do not test across a change of wording, layout,
 * channel or sampling: that step would look like a trend.
 *
 * @throws RangeError that names the period and the value: a count that is not a whole number from 0, an invalid date, the
 *   same `at` twice.
 */
export function trend(periods: readonly Period[]): Trend {
  const asked = inOrder(periods)
    .map(({ counts, place }, t) => ({ t, counts, n: answersIn(counts, `${place}.counts`) }))
    .filter(({ n }) => n > 0);
  if (asked.length < 2) return { slope: undefined };
  const samples = weighable(asked.map(({ counts }) => counts));
  const times = asked.map(({ t }) => t);
  const { slope, standardError } = line(times, samples);
  const z = slope / standardError;
  return {
    slope,
    standardError,
    z,
    p: twoSidedP(z),
    q: cochranQ(samples),
    kendall: kendall(asked.map(({ counts }) => moments(counts, false).mean)),
  };
}

function line(times: number[], samples: Moments[]): { slope: number; standardError: number } {
  const weights = samples.map(({ n, variance }) => n / variance);
  const all = weights.reduce((sum, w) => sum + w, 0);
  const centre = weights.reduce((sum, w, k) => sum + w * times[k]!, 0) / all;
  let spread = 0;
  let joint = 0;
  for (const [k, w] of weights.entries()) {
    const t = times[k]! - centre;
    spread += w * t * t;
    joint += w * t * samples[k]!.mean;
  }
  return { slope: joint / spread, standardError: 1 / Math.sqrt(spread) };
}
