import type { Counts, Interval } from './counts.js';
import { integral } from './quadrature.js';
import { root } from './root.js';

/**
 * Equal-tailed posterior interval of the score, in points, under a Dirichlet(½, ½, ½) prior: the shares of detractors,
 * passives and promoters are Dirichlet(d + ½, a + ½, q + ½). With S = 1 − θ_A ~ Beta(d + q + 1, a + ½) and, independent of
 * it, R = θ_P/S ~ Beta(q + ½, d + ½), the score is S(2R − 1). Needs no special function: see `arcsineLaw`. n > 0.
 */
export function dirichletInterval(counts: Counts, level: number): Interval {
  const tail = (1 - level) / 2;
  const mirrored = { ...counts, detractors: counts.promoters, promoters: counts.detractors };
  // Each end from the side where its share is small, so that a level near 1 keeps its digits.
  return { low: 100 * quantile(counts, tail), high: -100 * quantile(mirrored, tail) };
}

function quantile(counts: Counts, tail: number): number {
  const below = shareBelow(counts);
  return root((t) => below(t) - tail, -1, 1);
}

/** P(score ≤ t) for t in [−1, 1] as a function of t. */
function shareBelow({ detractors, passives, promoters }: Counts): (t: number) => number {
  const spread = arcsineLaw(2 * (detractors + promoters) + 1, 2 * passives);
  const ratio = arcsineLaw(2 * promoters, 2 * detractors);
  return (t) => {
    if (t === 0) return ratio.below(0.5);
    // Where R is at `φ`, the score is t at this S, if at any. Beyond the ends of the law of R the inner share is 0 or 1, and
    // to integrate only between them keeps it a wide bell, however narrow that law is beside the one of S.
    const at = (φ: number): number => (t * Math.cos(2 * φ) < 0 ? Math.min(1, -t / Math.cos(2 * φ)) : 1);
    const [low, high] = t < 0 ? [at(ratio.from), at(ratio.to)] : [at(ratio.to), at(ratio.from)];
    const start = Math.max(spread.from, Math.asin(Math.sqrt(low)));
    const end = Math.min(spread.to, Math.asin(Math.sqrt(high)));
    // With S = sin²φ the inner share may begin like a square root; in s = √(φ − start) it is smooth.
    const open = integral(
      (s) => {
        const φ = start + s * s;
        return 2 * s * spread.density(φ) * ratio.below((1 + t / Math.sin(φ) ** 2) / 2);
      },
      0,
      Math.sqrt(Math.max(0, end - start)),
    );
    return open / spread.whole + (t < 0 ? spread.above(high) : spread.below(low));
  };
}

/**
 * The law of X = sin²φ where φ in [0, π/2] has a density in proportion to sinᵘφ·cosᵛφ, that is X ~ Beta((u+1)/2, (v+1)/2).
 * In φ the density of whole u and v ≥ 0 is smooth at both ends and, with many answers, nearly normal with standard
 * deviation 1/√(u + v): 8.5 of them to either side of the mode hold all but 2e-17 of it.
 */
function arcsineLaw(u: number, v: number) {
  const mode = Math.atan2(Math.sqrt(u), Math.sqrt(v));
  const reach = 8.5 / Math.sqrt(u + v);
  const from = Math.max(0, mode - reach);
  const to = Math.min(Math.PI / 2, mode + reach);
  // Relative to the mode, through log1p of the change of sin and cos: no digits are lost for millions of answers.
  const sin = Math.sin(mode);
  const cos = Math.cos(mode);
  const density = (φ: number): number => {
    const δ = φ - mode;
    const shrink = -2 * Math.sin(δ / 2) ** 2;
    const turn = Math.sin(δ);
    const inSin = u && u * Math.log1p(shrink + (turn * cos) / sin);
    const inCos = v && v * Math.log1p(shrink - (turn * sin) / cos);
    return Math.exp(inSin + inCos);
  };
  const whole = integral(density, from, to);
  const angle = (x: number): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, x))));
  const between = (a: number, b: number): number => integral(density, Math.max(a, from), Math.min(b, to)) / whole;
  const below = (x: number): number => (angle(x) >= to ? 1 : between(from, angle(x)));
  const above = (x: number): number => (angle(x) <= from ? 1 : between(angle(x), to));
  return { from, to, whole, density, below, above };
}
