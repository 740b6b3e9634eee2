import { twoSidedP } from './normal.js';

/** Up to so many values the law of S is counted out; beyond, it is as good as normal. */
const EXACT = 50;

export interface Kendall {
  /** Rising pairs less falling pairs. */
  s: number;
  /** Two-sided. */
  p: number;
}

/**
 * The Mann–Kendall test of a trend in `values`, in their order: it asks only which of each two is the higher, so one
 * outlier counts little (M. Kendall, “A New Measure of Rank Correlation”, Biometrika 30, 1938).
 *
 * Up to 50 values p is exact, ties included: every order of the same values is equally likely when there is no trend, and
 * the number of falling pairs is then distributed as the coefficients of a q-multinomial. Beyond, normal with the
 * variance for ties and a continuity correction of 1.
 */
export function kendall(values: readonly number[]): Kendall {
  let s = 0;
  for (const [j, later] of values.entries()) for (const earlier of values.slice(0, j)) s += Math.sign(later - earlier);
  const ties = tieSizes(values);
  return { s, p: values.length <= EXACT ? exactP(s, ties) : normalP(s, values.length, ties) };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

function exactP(s: number, ties: number[]): number {
  // falling[k]: how likely k falling pairs are. Each lot of equal values is laid into those before it.
  let falling = [1];
  let placed = 0;
  for (const size of ties) {
    falling = convolve(falling, layings(placed, size));
    placed += size;
  }
  // S = untied pairs − 2·falling pairs, and its law is symmetric about 0.
  const most = falling.length - 1;
  const upTo = (most - Math.abs(s)) / 2;
  const tail = falling.slice(0, upTo + 1).reduce((sum, p) => sum + p, 0);
  return Math.min(1, 2 * tail);
}

/** The law of the number of falling pairs between `before` values and `size` equal ones laid among them at random. */
function layings(before: number, size: number): number[] {
  // law[b] for the current number of new values, from the place of the last value: it is old with probability b / (b + new).
  let law: number[][] = Array.from({ length: before + 1 }, () => [1]);
  for (let fresh = 1; fresh <= size; fresh++) {
    const next: number[][] = [[1]];
    for (let old = 1; old <= before; old++) {
      const share = old / (old + fresh);
      const sum = zeros(old * fresh + 1);
      // An old value at the very end falls behind all the new ones; a new value at the very end behind none.
      for (const [k, p] of next[old - 1]!.entries()) sum[k + fresh]! += share * p;
      for (const [k, p] of law[old]!.entries()) sum[k]! += (1 - share) * p;
      next.push(sum);
    }
    law = next;
  }
  return law[before]!;
}

function convolve(a: number[], b: number[]): number[] {
  const product = zeros(a.length + b.length - 1);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) product[i + j]! += x * y;
  return product;
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

function normalP(s: number, n: number, ties: number[]): number {
  const lump = (size: number): number => size * (size - 1) * (2 * size + 5);
  const variance = (lump(n) - ties.reduce((sum, size) => sum + lump(size), 0)) / 18;
  return variance === 0 ? 1 : twoSidedP(Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance));
}
