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
  if (Array.isArray(scores) || ArrayBuffer.isView(scores)) return tallyArray(scores as ArrayLike<number>);
  const seen = { n: 0, above6: 0, above8: 0 };
  for (const score of scores as Iterable<number>) count(seen, score);
  return countsOf(seen);
}

function tallyArray(scores: ArrayLike<number>): Counts {
  const seen = { n: 0, above6: 0, above8: 0 };
  for (let i = 0; i < scores.length; i++) count(seen, scores[i] as number);
  return countsOf(seen);
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
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    throw new RangeError(`scores[${seen.n}]: ${shown(score)} is not a score; a score is an integer from 0 to 10.`);
  }
  seen.n++;
  if (score > 6) seen.above6++;
  if (score > 8) seen.above8++;
}

const countsOf = ({ n, above6, above8 }: Seen): Counts => ({
  detractors: n - above6,
  passives: above6 - above8,
  promoters: above8,
});
