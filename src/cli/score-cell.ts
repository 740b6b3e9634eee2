/** What stands in a cell of the column of scores: a score from 0 to 10, nothing, or something that is no score. */
export type Cell = number | 'empty' | 'wrong';

/** How survey tools and statistics programs write that there is no answer. */
const EMPTY = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '–', '.']);

/**
 * Reads a cell: `9`, `9.0` as spreadsheets write whole numbers, or the number with its label before or behind it
 * (`10 - Extremely likely`, `Not at all likely - 0`, `0 (not at all)`). Anything else with or without a number is wrong,
 * above all `11` and `8.5`.
 */
export function readCell(text: string): Cell {
  const plain = text.trim();
  if (EMPTY.has(plain.toLowerCase())) return 'empty';
  const number =
    /^(\d{1,2})(?:[.,]0+)?$/.exec(plain) ??
    /^(\d{1,2})(?:\s*[-–—:=.]\s*|\s+\(?)\D+$/.exec(plain) ??
    /^\D*[^\d\s.,+-]\s*[-–—:=]?\s+(\d{1,2})$/.exec(plain);
  const score = Number(number?.[1] ?? NaN);
  return score <= 10 ? score : 'wrong';
}
