/** The three groups of the Net Promoter method. A person is never told which one they fell into. */
export type Category = 'detractor' | 'passive' | 'promoter';

/**
 * The category of one score: 0 up to and including 6 is a detractor, 7 and 8 a passive, 9 and 10 a promoter
 * (F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review, December 2003).
 *
 * @throws RangeError that names the value, unless it is an integer from 0 to 10. `'9'` and `null` are not scores.
 */
export function categorize(score: number): Category {
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    throw new RangeError(
      `A score is an integer from 0 to 10, not ${typeof score === 'string' ? `'${score}'` : String(score)}.`,
    );
  }
  return score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor';
}
