import { categorize } from '../core/category.js';
import { shown } from './counts.js';

/** A score that stands for more people than answered, beside the plain one. */
export interface WeightedScore {
  /** Points; missing when there are no answers, or none with a weight. */
  score: number | undefined;
  /** Points. Missing with the score, and when it cannot be estimated. */
  standardError?: number;
  /** How many equally weighted answers would be worth as much: L. Kish's (Σw)²/Σw². */
  effectiveN: number;
  /** The plain score of the same answers, points. Show both. */
  unweighted: number | undefined;
}

export interface WeightedAnswer {
  /** Integer 0–10. */
  score: number;
  /** From 0; 1 over the probability of having been asked, for example. Weights above some five times the usual one make the result hang on few people: cap them. */
  weight: number;
}

/**
 * The weighted mean m = Σwx/Σw of the answers taken as −100, 0 and 100, from an iterable, in constant memory.
 *
 * The standard error is the linearised √Σw²(x − m)² / Σw (Taylor series; C.-E. Särndal, B. Swensson and J. Wretman, “Model
 * Assisted Survey Sampling”, 1992), without the factor √(n/(n − 1)), so that equal weights give what `nps()` gives.
 * An answer of weight 0 counts only in `unweighted`.
 *
 * @throws RangeError that names the value and its place, counted from 0.
 */
export function weighted(answers: Iterable<WeightedAnswer>): WeightedScore {
  const plain = { detractor: 0, passive: 0, promoter: 0 };
  const sum = { detractor: 0, passive: 0, promoter: 0 };
  const squares = { detractor: 0, passive: 0, promoter: 0 };
  let place = 0;
  // Weights are taken relative to the first that is not 0, so that their squares neither overflow nor vanish.
  let unit = 0;
  for (const { score, weight } of answers) {
    const category = categoryAt(score, place);
    if (!(typeof weight === 'number' && weight >= 0 && weight < Infinity)) {
      throw new RangeError(`answers[${place}].weight: ${shown(weight)} is not a weight; write a number from 0.`);
    }
    plain[category]++;
    unit ||= weight;
    const relative = weight && weight / unit;
    sum[category] += relative;
    squares[category] += relative * relative;
    place++;
  }
  const unweighted = place ? (100 * (plain.promoter - plain.detractor)) / place : undefined;
  const all = sum.detractor + sum.passive + sum.promoter;
  if (all === 0) return { score: undefined, effectiveN: 0, unweighted };
  const score = (100 * (sum.promoter - sum.detractor)) / all;
  const deviations =
    squares.detractor * (-100 - score) ** 2 + squares.passive * score ** 2 + squares.promoter * (100 - score) ** 2;
  return {
    score,
    standardError: Math.sqrt(deviations) / all,
    effectiveN: (all * all) / (squares.detractor + squares.passive + squares.promoter),
    unweighted,
  };
}

function categoryAt(score: number, place: number): ReturnType<typeof categorize> {
  try {
    return categorize(score);
  } catch (error) {
    throw new RangeError(`answers[${place}].score: ${(error as Error).message}`, { cause: error });
  }
}
