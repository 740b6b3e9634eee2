import { answersIn, moments, type Counts, type Interval } from './counts.js';
import { dirichletInterval } from './dirichlet.js';
import { criticalValue } from './normal.js';
import { checkLevel, checkMethod, type Method } from './options.js';
import { tangoInterval } from './tango.js';

export interface NpsOptions {
  /** Default `'adjusted-wald'`. */
  method?: Method;
  /** Share of samples whose interval holds the true score; default 0.95. */
  level?: number;
}

/** A score with what it is worth. With no answers there is no score, and nothing else but `n`, `method` and `level`. */
export interface Nps {
  /** Share of promoters less share of detractors, from −100 to 100 points. */
  score: number | undefined;
  n: number;
  /** Variance of one answer taken as −100, 0 or 100: squared points, from 0 to 10,000. */
  variance?: number;
  /** Points: √(variance / n), whatever the method. */
  standardError?: number;
  /** Points, never beyond −100…100. */
  interval?: Interval;
  method: Method;
  level: number;
}

/**
 * The Net Promoter Score of `counts`, with its interval.
 *
 * `score`, `variance` = 10⁴·(p_P + p_D − (p_P − p_D)²) and `standardError` describe the answers as they are and are the same
 * for every method. The sum of squares is divided by n, as the R package NPS does, not by n − 1: the difference is 5 % of
 * the standard error at 10 answers. Only the interval depends on `method`:
 *
 * - `'adjusted-wald'`: adds ¾ detractor, 1½ passives and ¾ promoter, then as `'wald'`. AW(3,T) of B. Rocks, “Interval
 *   Estimation for the ‘Net Promoter Score’”, The American Statistician 70 (2016). From 10 answers on it covers the true
 *   score in at least 93 % of samples when it says 95 %, unless nearly everybody is at one of the two ends.
 * - `'score'`: T. Tango, Statistics in Medicine 17 (1998). Also right at 5 answers and for polarised ones; a little wider.
 * - `'wald'`: score ± z·√(variance/n). Of no width when all answers are alike, and too narrow below some hundred answers.
 *   Only there to agree with what others publish.
 * - `'bayes'`: the middle `level` of the posterior of a Dirichlet(½, ½, ½) prior.
 *
 * @throws RangeError that names the value: a count that is not a whole number from 0, a level outside (0, 1), another method.
 */
export function nps(counts: Counts, { method = 'adjusted-wald', level = 0.95 }: NpsOptions = {}): Nps {
  const n = answersIn(counts);
  checkMethod(method, ['adjusted-wald', 'score', 'wald', 'bayes']);
  checkLevel(level);
  if (n === 0) return { score: undefined, n, method, level };
  const { mean, variance } = moments(counts, false);
  const interval = clamp(intervalOf(counts, method, level), 100);
  return { score: mean, n, variance, standardError: Math.sqrt(variance / n), interval, method, level };
}

function intervalOf(counts: Counts, method: Method, level: number): Interval {
  if (method === 'bayes') return dirichletInterval(counts, level);
  const z = criticalValue(level);
  if (method === 'score') return tangoInterval(counts, z);
  const { mean, variance, n } = moments(counts, method === 'adjusted-wald');
  const margin = z * Math.sqrt(variance / n);
  return { low: mean - margin, high: mean + margin };
}

/** No end beyond `limit` points to either side. */
export function clamp({ low, high }: Interval, limit: number): Interval {
  return { low: Math.max(-limit, low), high: Math.min(limit, high) };
}
