import { gammaShares } from './gamma.js';

/**
 * P(|Z| ≥ |z|) for a standard normal Z: the two-sided p of z, as 2·(1 − Φ(|z|)) and so to 16 digits after the point, 0 from
 * |z| = 8.3 on. The upper share, Q(½, z²/2) because Z² is gamma distributed, would have all its digits; but R and most others
 * print this, and no sample is normal so far out that the rest would mean anything.
 */
export function twoSidedP(z: number): number {
  const below = 1 - gammaShares(0.5, (z * z) / 2).above / 2;
  return 2 * (1 - below);
}

/**
 * The z for which P(|Z| ≤ z) = `level`: 1.96 for 0.95. Newton's method on whichever of the two shares is the smaller,
 * on its logarithm in the tail, where that is nearly a parabola.
 */
export function criticalValue(level: number): number {
  if (level === 0) return 0;
  const outside = 1 - level;
  // Abramowitz and Stegun 26.2.22 is right to 0.003; four steps of Newton reach the last digit from there.
  const t = Math.sqrt(-2 * Math.log(outside / 2));
  let z =
    level < 0.5 ? level * Math.sqrt(Math.PI / 2) : t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
  for (let k = 0; k < 4; k++) {
    const { below, above } = gammaShares(0.5, (z * z) / 2);
    const density = Math.exp((-z * z) / 2) * Math.sqrt(2 / Math.PI);
    z += level < 0.5 ? (level - below) / density : (above * Math.log(above / outside)) / density;
  }
  return z;
}
