import { answersIn, moments, type Counts, type Interval } from './counts.js';
import { criticalValue, twoSidedP } from './normal.js';
import { clamp } from './nps.js';
import { checkLevel, checkMethod } from './options.js';

export interface CompareOptions {
  /** Default `'adjusted-wald'`. */
  method?: 'adjusted-wald' | 'wald';
  /** Default 0.95. */
  level?: number;
}

/** What two scores differ by. Nothing is known when either has no answers. */
export interface Difference {
  /** Points, a − b, as the method sees it: `'adjusted-wald'` draws both scores a little towards 0 first. */
  difference: number | undefined;
  /** Points. */
  standardError?: number;
  /** Difference over standard error. Missing when both are 0. */
  z?: number;
  /** Two-sided: how often a difference at least as large appears when there is none. Missing when z is. */
  p?: number;
  /** Points, never beyond −200…200. */
  interval?: Interval;
}

/**
 * Is the score of `a` another than that of `b`? For two separate samples: answers of the same people at two times are
 * paired, and need the difference of each person.
 *
 * Δ = m_a − m_b, SE = √(V_a/n_a + V_b/n_b), z = Δ/SE, p = 2Φ(−|z|), interval Δ ± z_level·SE. `'adjusted-wald'` first adds ¾
 * detractor, 1½ passives and ¾ promoter to each sample, and difference, error, z and interval are all of these, so that
 * they agree with one another; it holds its error rate with 10 answers a side, where `'wald'` calls 8 in 100 equal pairs
 * different. Signed, unlike `nps.test` of the R package NPS.
 *
 * @throws RangeError that names the value. `'score'` and `'bayes'` are methods for one sample.
 */
export function compare(
  a: Counts,
  b: Counts,
  { method = 'adjusted-wald', level = 0.95 }: CompareOptions = {},
): Difference {
  const inA = answersIn(a, 'a');
  const inB = answersIn(b, 'b');
  checkMethod(method, ['adjusted-wald', 'wald']);
  checkLevel(level);
  if (inA === 0 || inB === 0) return { difference: undefined };
  const one = moments(a, method === 'adjusted-wald');
  const other = moments(b, method === 'adjusted-wald');
  const difference = one.mean - other.mean;
  const standardError = Math.sqrt(one.variance / one.n + other.variance / other.n);
  const margin = criticalValue(level) * standardError;
  const interval = clamp({ low: difference - margin, high: difference + margin }, 200);
  if (difference === 0 && standardError === 0) return { difference, standardError, interval };
  const z = difference / standardError;
  return { difference, standardError, z, p: twoSidedP(z), interval };
}
