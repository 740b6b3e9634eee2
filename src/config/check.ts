/**
 * What a value must be, told by an example:
 * - `''` a text of at most 500 characters, `'nps'` the same with a default, `'a|b'` one of these words, the first by default;
 * - `true` or `false` a boolean with that default; `1` or `0` a share from 0 to 1 with that default;
 * - `/…/` a text of that form; `[rule, n]` a list of at most n; `{…}` an object with these members and no other;
 * - a function returns the value to use, `true` for the value as it is, or something false (or throws) for a wrong one.
 */
export type Rule =
  | string
  | boolean
  | number
  | RegExp
  | [Rule, number]
  | { [key: string]: Rule }
  | ((value: any) => unknown);

const wrong = (): never => {
  throw new Error();
};

/**
 * The value with the defaults of the rule, or an exception of no use but to say that it is wrong.
 *
 * Objects come back as copies without a prototype, every member read once: neither a polluted `Object.prototype` nor a getter
 * that changes its mind reaches what uses them. A member that is `undefined` counts as absent.
 */
export function fill(rule: any, value: any): any {
  const missing = value === undefined;
  const type = typeof rule;
  const isText = typeof value === 'string' && value;

  if (missing && Array.isArray(rule)) return value;
  if (Array.isArray(rule)) {
    return Array.isArray(value) && value.length <= rule[1]
      ? Array.from(value, (one) => fill(rule[0], one ?? null))
      : wrong();
  }
  if (rule.test) return missing || (isText && rule.test(value)) ? value : wrong();
  if (type === 'function') {
    const right = missing || rule(value);
    return right === true ? value : right || wrong();
  }
  if (type === 'object') {
    if (!missing && (typeof value !== type || !value || Array.isArray(value))) wrong();
    const given: any = { __proto__: null, ...value };
    const copy = Object.create(null);
    for (const key in { ...rule, ...given }) {
      const member = fill(Object.hasOwn(rule, key) ? rule[key] : wrong, given[key]);
      if (member !== undefined) copy[key] = member;
    }
    // An object without defaults of its own stays absent.
    return missing && !Object.keys(copy)[0] ? value : copy;
  }
  const words = type === 'string' && rule.split('|');
  if (missing) return words ? words[0] || value : rule;
  return (
    words?.[1]
      ? words.includes(value)
      : words
        ? isText && value.length <= 500
        : typeof value === type && (type === 'boolean' || (value >= 0 && value <= 1))
  )
    ? value
    : wrong();
}

/** The first of several rules that takes the value. */
export const either =
  (...rules: Rule[]) =>
  (value: unknown): unknown => {
    for (const rule of rules) {
      try {
        return fill(rule, value);
      } catch {
        // The next one may take it.
      }
    }
    return false;
  };
