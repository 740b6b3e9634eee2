const codes = new WeakMap<object, number>();
let count = 0;

/**
 * The same text for two values that say the same: data by its content, code and what has a class by which it is. Undefined where
 * that cannot be told; such a value says the same as no other.
 */
export function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, one) => {
      const { getPrototypeOf } = Object;
      // Data of any frame: what it inherits from inherits from nothing.
      if (Object(one) !== one || Array.isArray(one) || !getPrototypeOf(getPrototypeOf(one) ?? one)) return one;
      const code = codes.get(one) ?? ++count;
      codes.set(one, code);
      return `ƒ${code}`;
    });
  } catch {
    return undefined;
  }
}
