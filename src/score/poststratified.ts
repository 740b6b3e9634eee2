import { add, answersIn, moments, shown, type Counts } from './counts.js';
import type { WeightedScore } from './weighted.js';

/** One kind of customer: how many there are, and what those who answered said. */
export interface Stratum {
  /** Everybody of this kind, asked or not; a whole number from 0. */
  population: number;
  counts: Counts;
}

/**
 * The score that the whole population would have if, within each stratum, those who answered are like the others:
 * m = ΣW·m_h with W = N_h/N, and Var = ΣW²·(s_h²/n_h)·(1 − n_h/N_h), where s_h² is the unbiased variance, with n_h − 1, and
 * the last factor the correction for a finite population: a stratum of which everybody answered adds no error
 * (W. Cochran, “Sampling Techniques”, 3rd edition 1977, chapters 5 and 5A). `effectiveN` is Kish's, 1/Σ(W²/n_h).
 *
 * Merge strata of fewer than 5 answers with their likes first. A stratum of which one in many answered gives a score, but
 * no standard error: one answer shows no spread.
 *
 * @throws RangeError that names the stratum: a population that is not a whole number from 0 or smaller than its answers,
 *   people of whom none answered, a count that is not a whole number from 0.
 */
export function poststratified(strata: readonly Stratum[]): WeightedScore {
  const asked = strata
    .map((stratum, k) => ({ ...stratum, n: checked(stratum, `strata[${k}]`) }))
    .filter(({ population }) => population > 0);
  const people = asked.reduce((sum, { population }) => sum + population, 0);
  if (people === 0) return { score: undefined, effectiveN: 0, unweighted: undefined };
  let score = 0;
  let variance = 0;
  let inverse = 0;
  for (const { population, counts, n } of asked) {
    const share = population / people;
    const stratum = moments(counts, false);
    score += (population * stratum.mean) / people;
    // V/(n − 1) is s²/n. When all answered, the error is 0 even with one answer, where s² is 0/0.
    if (n < population) variance += (share * share * stratum.variance * (1 - n / population)) / (n - 1);
    inverse += (share * share) / n;
  }
  const unweighted = moments(asked.map(({ counts }) => counts).reduce(add), false).mean;
  const known = { score, effectiveN: 1 / inverse, unweighted };
  return Number.isNaN(variance) ? known : { ...known, standardError: Math.sqrt(variance) };
}

function checked({ population, counts }: Stratum, place: string): number {
  const n = answersIn(counts, `${place}.counts`);
  if (!Number.isSafeInteger(population) || population < 0) {
    throw new RangeError(
      `${place}.population: ${shown(population)} is not a number of people; write a whole number from 0.`,
    );
  }
  if (n > population) {
    throw new RangeError(`${place}: ${n} answers from a population of ${population}; count everybody of this kind.`);
  }
  if (n === 0 && population > 0) {
    throw new RangeError(`${place}: none of ${population} people answered; merge this stratum with a similar one.`);
  }
  return n;
}
