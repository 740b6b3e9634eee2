import { shown } from './counts.js';

/** How an interval or a test is made; see `nps()` and `compare()`. */
export type Method = 'adjusted-wald' | 'score' | 'wald' | 'bayes';

/** @throws RangeError that names the value, unless `level` is between 0 and 1, both excluded. */
export function checkLevel(level: number, name = 'level'): void {
  if (typeof level === 'number' && level > 0 && level < 1) return;
  const percent = level >= 1 && level < 100 ? `, for example ${level / 100} for ${level} %` : '';
  throw new RangeError(`${name}: ${shown(level)} is not between 0 and 1; write it as a share${percent}.`);
}

/** @throws RangeError that names the value and what it may be. */
export function checkMethod(method: string, known: readonly Method[]): void {
  if (known.includes(method as Method)) return;
  throw new RangeError(`method: ${shown(method)} is not known here; write one of ${known.join(', ')}.`);
}
