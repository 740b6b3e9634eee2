import type * as z from 'zod/mini';

/** One key of a schema: its path (`when[].seconds`) and what stands there. */
export interface Key {
  path: string;
  schema: z.core.$ZodType;
}

type Def = z.core.$ZodTypes['_zod']['def'];

/** Every key of a schema in the order in which it is written, through defaults, unions and lists. */
export function keysOf(schema: z.core.$ZodType, path = ''): Key[] {
  const def = (schema as z.core.$ZodTypes)._zod.def as Def;
  switch (def.type) {
    case 'object': return Object.entries(def.shape).flatMap(([name, member]): Key[] => {
      const at = path ? `${path}.${name}` : name;
      return [{ path: at, schema: member as z.core.$ZodType }, ...keysOf(member as z.core.$ZodType, at)];
    });
    case 'array': return keysOf(def.element as z.core.$ZodType, `${path}[]`);
    case 'union': return def.options.flatMap((option) => keysOf(option as z.core.$ZodType, path));
    case 'optional':
    case 'default':
    case 'prefault': return keysOf(def.innerType as z.core.$ZodType, path);
    default: return [];
  }
}
