/** How many answers fell into each category. */
export interface Counts {
  detractors: number;
  passives: number;
  promoters: number;
}

/** Two ends on the scale of what they bound. */
export interface Interval {
  low: number;
  high: number;
}

/** Mean and variance of scores taken as −100, 0 and 100, and the number of answers behind them. */
export interface Moments {
  /** Points. */
  mean: number;
  /** Squared points, from 0 to 10,000; the sum of squares is divided by n. */
  variance: number;
  n: number;
}

const NAMES = ['detractors', 'passives', 'promoters'] as const;

/**
 * The number of answers in `counts`.
 *
 * @throws RangeError that names the value and the place, unless each count is a whole number from 0 to 2⁵³ − 1.
 */
export function answersIn(counts: Counts, place = 'counts'): number {
  let n = 0;
  for (const name of NAMES) {
    const value: unknown = counts?.[name];
    if (!Number.isSafeInteger(value) || (value as number) < 0) {
      throw new RangeError(
        `${place}.${name}: ${shown(value)} is not a number of answers; write a whole number from 0.`,
      );
    }
    n += value as number;
  }
  return n;
}

/**
 * Mean and variance of checked counts: 100·(q − d)/n and 10⁴·(p_D + p_P − (p_P − p_D)²), the latter written as
 * p_A·(p_D + p_P) + 4·p_D·p_P, which loses no digits when almost all answers are alike.
 *
 * `adjusted` first adds ¾ detractor, 1½ passives and ¾ promoter: the adjusted Wald method AW(3,T) of B. Rocks, “Interval
 * Estimation for the ‘Net Promoter Score’”, The American Statistician 70 (2016).
 */
export function moments({ detractors, passives, promoters }: Counts, adjusted: boolean): Moments {
  const extra = adjusted ? 0.75 : 0;
  const n = detractors + passives + promoters + 4 * extra;
  const low = (detractors + extra) / n;
  const high = (promoters + extra) / n;
  const middle = (passives + 2 * extra) / n;
  return {
    mean: (100 * (promoters - detractors)) / n,
    variance: 1e4 * (middle * (low + high) + 4 * low * high),
    n,
  };
}

/** The sum of two samples. */
export function add(a: Counts, b: Counts): Counts {
  return {
    detractors: a.detractors + b.detractors,
    passives: a.passives + b.passives,
    promoters: a.promoters + b.promoters,
  };
}

/** A value as an error message names it: a string in quotes, everything else as it prints. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
