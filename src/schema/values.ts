import * as z from 'zod/mini';
import * as form from '../config/patterns.js';

type Schema = z.core.$ZodType;

const told = <T extends Schema>(schema: T, description: string): T => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

/** A key that may be left out, with what it means. */
export const maybe = <T extends Schema>(schema: T, description: string) => told(z.optional(schema), description);

/** A key with a default. */
export const usually = <T extends Schema>(
  schema: T,
  byDefault: z.core.util.NoUndefined<z.output<T>>,
  meaning: string,
) =>
  // oxlint-disable-next-line no-underscore-dangle -- zod's own name, since `default` is a keyword.
  told(z._default(schema, byDefault), meaning);

/** An object whose members have defaults of their own. */
export const always = <T extends z.ZodMiniObject>(schema: T, description: string) =>
  // Without a prototype, as everything that is parsed here: a polluted one must not show through.
  told(
    z.prefault(schema, () => Object.create(null)),
    description,
  );

/** A test that throws says no. */
export const holds =
  <T>(test: (value: T) => boolean) =>
  (value: T): boolean => {
    try {
      return test(value);
    } catch {
      return false;
    }
  };

/** A value of a test shared with the quick check; one that the test cannot read is wrong. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says the type; no value could.
export const passing = <T>(test: (value: unknown) => boolean, expected: string) =>
  z.custom<T>(holds(test), { params: { expected } });

export const text = (most = 500) => z.string().check(z.minLength(1), z.maxLength(most));
export const amount = () => z.number().check(z.gte(0), z.lte(10_000));
export const share = () => z.number().check(z.gte(0), z.lte(1));
export const code = <T>() => passing<T>(form.isCode, 'a function');

export const data = () =>
  passing<Record<string, unknown>>(
    form.isData,
    'an object of plain data, at most 4,000 characters as JSON, without the keys __proto__, constructor and prototype',
  );

export const instant = () =>
  passing<string | number | Date>(
    form.isInstant,
    'a date such as 2026-11-22, epoch milliseconds or a Date, from 1970 on',
  );

/** The same rule for every category. */
export const byCategory = <T extends Schema>(rule: T) =>
  z.strictObject({ detractor: z.optional(rule), passive: z.optional(rule), promoter: z.optional(rule) });
