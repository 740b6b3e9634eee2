/** B₂ₖ / (2k(2k − 1)) for k = 1…7: the terms of Stirling's series for ln Γ. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** Small enough to stand for 0 in a continued fraction without dividing by it. */
const TINY = 1e-300;

/**
 * ln Γ(x) for x > 0: Stirling's series from 10 on, the recurrence Γ(x + 1) = x·Γ(x) below (NIST Digital Library of
 * Mathematical Functions, 5.11.1 and 5.5.1).
 */
function lnGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 10) product *= y++;
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series / (y * y) + STIRLING[k]!;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series / y - Math.log(product);
}

/**
 * Both shares of the gamma law with shape a > 0, at x ≥ 0: P(a, x) below it and Q(a, x) above it. Whichever is the
 * smaller keeps its digits: a power series for P while x < a + 1, Lentz's continued fraction for Q beyond
 * (DLMF 8.11.4 and 8.9.2).
 */
export function gammaShares(a: number, x: number): { below: number; above: number } {
  if (x === 0) return { below: 0, above: 1 };
  if (x === Infinity) return { below: 1, above: 0 };
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) sum += term *= x / (a + k);
    return { below: scale * sum, above: 1 - scale * sum };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1, step = 0; Math.abs(step - 1) > 3e-16; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = numerator / c + b;
    step = c * d;
    fraction *= step;
  }
  return { below: 1 - scale * fraction, above: scale * fraction };
}

/** P(χ² ≥ value) with `df` degrees of freedom. */
export function chiSquareTail(value: number, df: number): number {
  return gammaShares(df / 2, value / 2).above;
}
