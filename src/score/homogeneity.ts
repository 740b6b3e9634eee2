import { moments, type Counts, type Moments } from './counts.js';
import { chiSquareTail } from './gamma.js';

/** A test statistic that is χ² distributed with `df` degrees of freedom when all scores are alike, and its p. */
export interface ChiSquare {
  value: number;
  df: number;
  p: number;
}

/**
 * Mean, variance and n of several samples, for statistics that weigh each by n/V. A sample whose answers are all alike
 * would have an infinite weight; then all of them are taken with the pseudo-answers of the adjusted Wald method.
 */
export function weighable(samples: Counts[]): Moments[] {
  const plain = samples.map((counts) => moments(counts, false));
  return plain.every(({ variance }) => variance > 0) ? plain : samples.map((counts) => moments(counts, true));
}

/**
 * W. Cochran's Q: Σ w·(m − m̄)² with w = n/V and m̄ the weighted mean, against χ² with one degree of freedom less than there
 * are samples (Biometrics 10, 1954). One sample or none: there is nothing to test.
 */
export function cochranQ(samples: Moments[]): ChiSquare | undefined {
  if (samples.length < 2) return undefined;
  let weights = 0;
  let sum = 0;
  for (const { mean, variance, n } of samples) {
    weights += n / variance;
    sum += (n / variance) * mean;
  }
  const centre = sum / weights;
  const value = samples.reduce((total, { mean, variance, n }) => total + (n / variance) * (mean - centre) ** 2, 0);
  const df = samples.length - 1;
  return { value, df, p: chiSquareTail(value, df) };
}
