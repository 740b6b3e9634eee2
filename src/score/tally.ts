import { shown, type Counts } from './counts.js';

/**
 * Counts the categories of a stream of scores, one at a time: memory does not grow with their number. An iterable gives
 * the counts, an async iterable a promise of them.
 *
 * @throws RangeError that names the value and its place, counted from 0, at the first that is not an integer 0–10.
 *   With an async iterable the promise rejects with it.
 */
export function tally(scores: Iterable<number>): Counts;
export function tally(scores: AsyncIterable<number>): Promise<Counts>;
export function tally(scores: Iterable<number> | AsyncIterable<number>): Counts | Promise<Counts>;
export function tally(scores: Iterable<number> | AsyncIterable<number>): Counts | Promise<Counts> {
  if (Symbol.asyncIterator in Object(scores)) return tallyAsync(scores as AsyncIterable<number>);
  // By index where there is one: an iterator takes several times as long over millions of scores.
  if (Array.isArray(scores)) return tallyArray(scores);
  if (ArrayBuffer.isView(scores) && 'length' in scores) return tallyArray(scores as unknown as ArrayLike<number>);
  const seen = { n: 0, above6: 0, above8: 0 };
  for (const score of scores as Iterable<number>) count(seen, score);
  return countsOf(seen);
}

/** Counts in variables of its own, which is twice as fast as in an object. */
function tallyArray(scores: ArrayLike<number>): Counts {
  let above6 = 0;
  let above8 = 0;
  const n = scores.length;
  for (let i = 0; i < n; i++) {
    const score = scores[i] as number;
    if (!isScore(score)) throw noScore(score, i);
    if (score > 6) above6++;
    if (score > 8) above8++;
  }
  return countsOf({ n, above6, above8 });
}

async function tallyAsync(scores: AsyncIterable<number>): Promise<Counts> {
  const seen = { n: 0, above6: 0, above8: 0 };
  for await (const score of scores) count(seen, score);
  return countsOf(seen);
}

interface Seen {
  n: number;
  above6: number;
  above8: number;
}

function count(seen: Seen, score: number): void {
  if (!isScore(score)) throw noScore(score, seen.n);
  seen.n++;
  if (score > 6) seen.above6++;
  if (score > 8) seen.above8++;
}

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= 10;

const noScore = (score: unknown, place: number): RangeError =>
  new RangeError(`scores[${place}]: ${shown(score)} is not a score; a score is an integer from 0 to 10.`);

const countsOf = ({ n, above6, above8 }: Seen): Counts => ({
  detractors: n - above6,
  passives: above6 - above8,
  promoters: above8,
});
