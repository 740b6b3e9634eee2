import type * as z from 'zod/mini';

/** One key of a schema: its path (`when[].seconds`) and what stands there. */
export interface Key {
  path: string;
  schema: z.core.$ZodType;
}

/** What a schema is made of. */
// oxlint-disable-next-line no-underscore-dangle -- zod's own name for it.
export const defOf = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def;

/** Every key of a schema in the order in which it is written, through defaults, unions and lists. */
export function keysOf(schema: z.core.$ZodType, path = ''): Key[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, member]): Key[] => {
        const at = path ? `${path}.${name}` : name;
        return [{ path: at, schema: member }, ...keysOf(member, at)];
      });
    case 'array':
      return keysOf(def.element, `${path}[]`);
    case 'union':
      return def.options.flatMap((option) => keysOf(option, path));
    case 'optional':
    case 'default':
    case 'prefault':
      return keysOf(def.innerType, path);
    default:
      return [];
  }
}
