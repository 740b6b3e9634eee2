import { shown } from './counts.js';

export interface SuppressOptions {
  /** The fewest answers that may be shown; default 5. For comments ask for 10. */
  minimum?: number;
}

/**
 * The names of the cells to hide, in the order given, so that nobody can be made out: every cell under `minimum` answers,
 * an empty one too; then, because a single hidden cell is the total less the others, the smallest of the rest as well;
 * and so on until what is hidden is at least two cells with `minimum` answers between them, or everything.
 *
 * The cells are taken to be the parts of a total that is shown; show no total under `minimum`. Does not protect against
 * two overlapping reports, such as last month's and last week's, being set against each other: keep periods fixed.
 *
 * @throws RangeError that names the cell and the value, unless it is a whole number from 0; or the minimum, from 1.
 */
export function suppress(cells: Record<string, number>, { minimum = 5 }: SuppressOptions = {}): string[] {
  if (!Number.isSafeInteger(minimum) || minimum < 1) {
    throw new RangeError(`minimum: ${shown(minimum)} is not a number of answers; write a whole number from 1.`);
  }
  const names = Object.keys(cells);
  for (const name of names) {
    const n = cells[name]!;
    if (!Number.isSafeInteger(n) || n < 0) {
      throw new RangeError(`${name}: ${shown(n)} is not a number of answers; write a whole number from 0.`);
    }
  }
  // The sort is stable: of equal cells the first goes.
  const bySize = [...names].sort((a, b) => cells[a]! - cells[b]!);
  const hidden = new Set<string>();
  let sum = 0;
  for (const name of bySize) {
    const n = cells[name]!;
    // A single hidden cell is under the minimum by itself, so this also asks for a second.
    const derivable = hidden.size > 0 && sum < minimum;
    if (n >= minimum && !derivable) break;
    hidden.add(name);
    sum += n;
  }
  return names.filter((name) => hidden.has(name));
}
