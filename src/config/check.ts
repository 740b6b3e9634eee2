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
  if (Array.isArray(rule)) return missing ? value : items(rule as [Rule, number], value);
  if (rule instanceof RegExp) return missing || (isText(value) && rule.test(value)) ? value : wrong();
  if (type === 'object') return members(rule, value);
  if (type === 'function') {
    const right = missing || rule(value);
    return right === true ? value : right || wrong();
  }
  const words: string[] | false = type === 'string' && rule.split('|');
  if (missing) return words ? words[0] || value : rule;
  if (words) return (words[1] ? words.includes(value) : isText(value) && value.length <= 500) ? value : wrong();
  return typeof value === type && (type === 'boolean' || (value >= 0 && value <= 1)) ? value : wrong();
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const items = ([rule, most]: [Rule, number], value: unknown): unknown[] =>
  Array.isArray(value) && value.length <= most ? Array.from(value, (one) => fill(rule, one ?? null)) : wrong();

function members(rules: { [key: string]: Rule }, value: any): unknown {
  const missing = value === undefined;
  if (!missing && (typeof value !== 'object' || !value || Array.isArray(value))) wrong();
  const given: any = { __proto__: null, ...value };
  const copy = Object.create(null);
  for (const key of Object.keys({ ...rules, ...given })) {
    const member = fill(Object.hasOwn(rules, key) ? rules[key] : wrong, given[key]);
    if (member !== undefined) copy[key] = member;
  }
  // An object without defaults of its own stays absent.
  return missing && !Object.keys(copy)[0] ? value : copy;
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
