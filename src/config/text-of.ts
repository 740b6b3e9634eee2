const codes = new WeakMap<object, number>();
let count = 0;

/**
 * The same text for two values that say the same: data by its content, code by which it is. Undefined where that cannot be told;
 * such a value says the same as no other.
 */
export function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, one) => {
      if (typeof one !== 'function') return one;
      if (!codes.has(one)) codes.set(one, ++count);
      return `ƒ${codes.get(one)}`;
    });
  } catch {
    return undefined;
  }
}
