import type { Counts, Interval } from './counts.js';
import { root } from './root.js';

/**
 * Score interval for the difference of two shares of the same sample, in points: every λ that the test of “the true score
 * is λ” does not reject at the critical value z. T. Tango, “Equivalence test and confidence interval for the difference in
 * proportions for the paired-sample design”, Statistics in Medicine 17 (1998), with promoters and detractors in place of
 * the two kinds of discordant pair. n > 0.
 */
export function tangoInterval({ detractors, passives, promoters }: Counts, z: number): Interval {
  const n = detractors + passives + promoters;
  const low = detractors / n;
  const high = promoters / n;
  const mean = (promoters - detractors) / n;
  // All alike, the equation can be solved by hand; its second root, the mean itself, would mislead the search.
  if (passives === n) return { low: (-100 * z * z) / (n + z * z), high: (100 * z * z) / (n + z * z) };
  const far = (100 * (n - z * z)) / (n + z * z);
  if (promoters === n) return { low: far, high: 100 };
  if (detractors === n) return { low: -100, high: -far };
  const reach = (λ: number): number => z * Math.sqrt(varianceUnder(λ, low, high) / n);
  return {
    low: 100 * root((λ) => mean - λ - reach(λ), -1, mean),
    high: 100 * root((λ) => λ - mean - reach(λ), mean, 1),
  };
}

/**
 * Variance of one answer (−1, 0, 1) under the likeliest shares whose score is λ. The share of detractors among them, p, is
 * the larger root of 2p² + Bp + C = 0 with B = (2 − m)λ − p_D − p_P and C = −p_D·λ(1 − λ).
 */
function varianceUnder(λ: number, low: number, high: number): number {
  // Mirrored, so that C ≤ 0 and neither form of the root below subtracts what is nearly equal.
  if (λ < 0) return varianceUnder(-λ, high, low);
  const b = (2 - (high - low)) * λ - low - high;
  const minusC = low * λ * (1 - λ);
  const s = Math.sqrt(b * b + 8 * minusC);
  const p = b > 0 ? (2 * minusC) / (s + b) : (s - b) / 4;
  return 2 * p + λ * (1 - λ);
}
