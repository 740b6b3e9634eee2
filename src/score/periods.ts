import { shown } from './counts.js';

/** When a period was: a number, a `Date`, or text. */
export type At = number | string | Date;

const natural = new Intl.Collator('en', { numeric: true });

/**
 * The periods from early to late, each with its `place` in the list for error messages. Numbers and dates are put in
 * order, and so is text that begins with a year of four digits (`2026-9` before `2026-10`). Other text, such as `March`,
 * stays in the order given.
 *
 * @throws RangeError that names the period: an invalid date, an `at` of another kind than the first, the same `at` twice.
 */
export function inOrder<P extends { at: At }>(periods: readonly P[]): (P & { place: string })[] {
  const placed = periods.map((period, k) => ({
    ...period,
    place: `periods[${k}]`,
    key: keyOf(period.at, `periods[${k}]`),
  }));
  const seen = new Map<string | number, string>();
  for (const { at, key, place } of placed) {
    if (typeof key !== typeof placed[0]?.key) {
      throw new RangeError(`${place}.at: ${shown(at)} is of another kind than the first; write all in the same way.`);
    }
    const before = seen.get(key);
    if (before) throw new RangeError(`${place}.at: ${shown(at)} is also ${before}; add up the counts of one period.`);
    seen.set(key, place);
  }
  if (placed.every(({ key }) => typeof key === 'number' || /^\d{4}/.test(key))) {
    placed.sort(({ key: a }, { key: b }) =>
      typeof a === 'number' ? a - (b as number) : natural.compare(a, b as string),
    );
  }
  return placed;
}

function keyOf(at: At, place: string): number | string {
  const key = at instanceof Date ? at.getTime() : at;
  if (typeof key === 'number' ? Number.isFinite(key) : typeof key === 'string' && key !== '') return key;
  throw new RangeError(`${place}.at: ${shown(at)} is no time; write a number, a valid Date or text such as '2026-Q4'.`);
}
