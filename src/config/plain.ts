/** Something that is wrong: where (`when[0].seconds`; empty for the whole), and in words what and how to mend it. */
export interface Issue {
  path: string;
  message: string;
}

/** `throttle.afterAnswerDays`, `when[0].seconds`. */
export function join(path: string, key: PropertyKey): string {
  return typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key);
}

/** A key that reaches the prototype of whatever the data is later copied into. */
export const REFUSED_KEY = /^(__proto__|constructor|prototype)$/;
const ALTERS = 'copying it could alter every object of the page';

const DEEPEST = 20;
const LONGEST = 10_000;

/**
 * A copy that holds data and nothing else: own enumerable properties on objects without a prototype, so that neither a
 * polluted `Object.prototype` nor a getter that changes its mind reaches what reads the copy. Functions and dates are kept
 * as they are; keys whose value is `undefined` count as absent.
 *
 * @param keep paths whose object is handed on untouched (an adapter with methods).
 * @returns the copy, and what could not be copied: refused keys, cycles, values that throw when they are read.
 */
export function plain(
  input: unknown,
  keep: (path: string) => boolean = () => false,
): { value: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const above: object[] = [];

  const copy = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof Date || keep(path)) return value;
    if (above.includes(value)) return void issues.push({ path, message: 'refers to itself; write plain data' });
    if (above.length > DEEPEST)
      return void issues.push({ path, message: `is nested more than ${DEEPEST} deep; flatten it` });
    above.push(value);
    const result = Array.isArray(value) ? list(value, path) : members(value as Record<string, unknown>, path);
    above.pop();
    return result;
  };

  const list = (value: readonly unknown[], path: string): unknown => {
    if (value.length > LONGEST) return void issues.push({ path, message: `has ${value.length} items; shorten it` });
    return Array.from(value, (item, index) => copy(item, join(path, index)));
  };

  const members = (value: Record<string, unknown>, path: string): unknown => {
    const result: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value)) {
      const at = join(path, key);
      const member = guarded(() => copy(value[key], at), at);
      if (member === undefined) continue;
      if (REFUSED_KEY.test(key))
        issues.push({ path: at, message: `this key is refused, because ${ALTERS}; remove it` });
      else result[key] = member;
    }
    return result;
  };

  const guarded = (read: () => unknown, path: string): unknown => {
    const depth = above.length;
    try {
      return read();
    } catch {
      above.length = depth;
      issues.push({ path, message: 'throws when it is read; write plain data' });
      return undefined;
    }
  };

  return { value: guarded(() => copy(input, ''), ''), issues };
}
