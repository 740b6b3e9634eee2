import type { Counts } from '../../score/counts.js';
import { nps, type Nps } from '../../score/nps.js';

/** The score as `nps()` gives it, with what it was computed from. */
export interface Scored extends Nps {
  counts: Counts;
  /** Answers by score, 0 to 10. */
  histogram: number[];
}

export const emptyHistogram = (): number[] => Array.from({ length: 11 }, () => 0);

export function countsOf(histogram: readonly number[]): Counts {
  return {
    detractors: sum(histogram.slice(0, 7)),
    passives: sum(histogram.slice(7, 9)),
    promoters: sum(histogram.slice(9)),
  };
}

export function scored(histogram: number[]): Scored {
  const counts = countsOf(histogram);
  return { ...nps(counts), counts, histogram };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
