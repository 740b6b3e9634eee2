import { shown } from './counts.js';
import { criticalValue } from './normal.js';
import { checkLevel } from './options.js';

/** Squared points. Half detractors, half promoters: nothing varies more, so a plan for it is never too small. */
const WORST = 10_000;

export interface MarginPlan {
  /** Half the width of the interval, points. */
  margin: number;
  /** Default 0.95. */
  level?: number;
  /** Squared points, as `nps()` gives it; default 10,000, the worst case. Even thirds have 6,667. */
  variance?: number;
  /** How many people there are in all, if few: a whole number from 1. */
  population?: number;
}

/**
 * How many answers make the interval ± `margin`: n = z²V/E² − 3, rounded up. The 3 are the pseudo-answers of the adjusted
 * Wald interval (measuringu.com/nps-ci-sample-size).
 *
 * With a `population` N: n = n₀/(1 + (n₀ − 1)/N) with n₀ = z²V/E², rounded up (W. Cochran, “Sampling Techniques”, 3rd edition 1977, chapter 4). Here
 * nothing is taken off: pseudo-answers do not come out of the population.
 *
 * @throws RangeError that names the value: a margin that is not above 0, a variance outside 0…10,000, a level outside
 *   (0, 1), a population that is not a whole number from 1.
 */
export function sampleSizeForMargin({ margin, level = 0.95, variance = WORST, population }: MarginPlan): number {
  checkPoints(margin, 'margin');
  checkLevel(level);
  checkVariance(variance);
  if (population !== undefined && !(Number.isSafeInteger(population) && population >= 1)) {
    throw new RangeError(`population: ${shown(population)} is not a number of people; write a whole number from 1.`);
  }
  const plain = (criticalValue(level) ** 2 * variance) / margin ** 2;
  return atLeastOne(population === undefined ? plain - 3 : plain / (1 + (plain - 1) / population));
}

export interface ChangePlan {
  /** Points. */
  change: number;
  /** Of the test; default 0.95. */
  level?: number;
  /** Probability of seeing such a change when it is there; default 0.8. */
  power?: number;
  /** Squared points, in each of the two periods; default 10,000, the worst case. */
  variance?: number;
}

/**
 * How many answers each of two periods needs for `compare()` to see a change of that many points:
 * n = 2V(z_level + z_power)²/Δ² − 3, rounded up. A smaller true change will mostly look like none.
 *
 * @throws RangeError that names the value: a change that is not above 0, a variance outside 0…10,000, a level or power
 *   outside (0, 1).
 */
export function sampleSizeForChange({ change, level = 0.95, power = 0.8, variance = WORST }: ChangePlan): number {
  checkPoints(change, 'change');
  checkLevel(level);
  checkLevel(power, 'power');
  checkVariance(variance);
  // The one-sided z of the power: P(Z ≤ z) = power is P(|Z| ≤ |z|) = |2·power − 1|.
  const reserve = Math.sign(power - 0.5) * criticalValue(Math.abs(2 * power - 1));
  return atLeastOne((2 * variance * (criticalValue(level) + reserve) ** 2) / change ** 2 - 3);
}

const atLeastOne = (n: number): number => Math.max(1, Math.ceil(n));

function checkPoints(value: number, name: string): void {
  if (typeof value === 'number' && value > 0 && value < Infinity) return;
  throw new RangeError(`${name}: ${shown(value)} is not a number of points; write one above 0.`);
}

function checkVariance(value: number): void {
  if (typeof value === 'number' && value >= 0 && value <= WORST) return;
  throw new RangeError(`variance: ${shown(value)} is not from 0 to 10000; it is in squared points.`);
}
