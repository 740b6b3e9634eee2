import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Throttle } from '../../src/config/config.js';
import { throttleFor } from '../../src/core/throttle.js';
import { configSchema } from '../../src/schema/config.js';
import { defOf } from '../../src/schema/paths.js';

/* Writes docs/configuration.md from the schema: `npx tsx test/tools/config-docs.ts`. */

type Schema = z.core.$ZodType;

/** Without what only says that a key may be left out, and what it is then. */
function unwrap(schema: Schema): { inner: Schema; byDefault?: unknown } {
  const def = defOf(schema);
  if (def.type === 'optional') return unwrap(def.innerType);
  if (def.type === 'prefault') return unwrap(def.innerType);
  if (def.type === 'default') return { ...unwrap(def.innerType), byDefault: def.defaultValue };
  return { inner: schema };
}

const code = (text: string): string => `\`${text}\``;

/** The range of a number or the length of a text or list, as its checks have it. */
function bounds(schema: Schema): string {
  let least: number | undefined;
  let most: number | undefined;
  for (const check of defOf(schema).checks ?? []) {
    // oxlint-disable-next-line no-underscore-dangle -- zod's own name for what a check is made of.
    const def = check._zod.def as { check: string; value?: number; maximum?: number };
    if (def.check === 'greater_than') least = def.value;
    if (def.check === 'less_than') most = def.value;
    if (def.check === 'max_length' && def.maximum !== Infinity) most = def.maximum;
  }
  if (most === undefined) return '';
  const end = most.toLocaleString('en');
  return least === undefined ? ` ≤ ${end}` : ` ${least}–${end}`;
}

function typeOf(schema: Schema): string {
  const { inner } = unwrap(schema);
  const def = defOf(inner);
  switch (def.type) {
    case 'string':
      return `string${bounds(inner)}`;
    case 'number':
      return `number${bounds(inner)}`;
    case 'boolean':
      return 'boolean';
    case 'literal':
      return def.values.map((value) => code(JSON.stringify(value))).join(', ');
    case 'enum':
      return Object.values(def.entries)
        .map((value) => code(`'${value}'`))
        .join(', ');
    case 'array':
      return `list${bounds(inner)} of: ${typeOf(def.element)}`;
    case 'union':
      return [...new Set(def.options.map((option) => typeOf(option)))].join(' or ');
    case 'object':
      return 'object';
    case 'custom': {
      // The test of a custom value describes itself when it refuses one.
      const issue = z.safeParse(inner as never, Symbol('none')).error?.issues[0] as
        | { params?: { expected?: string } }
        | undefined;
      return issue?.params?.expected?.replace(/, at most.*| such as.*/, '') ?? 'value';
    }
    default:
      throw new Error(`No words for the type ${def.type}.`);
  }
}

/** The objects below a key, through lists and unions. */
function objectsIn(schema: Schema): Schema[] {
  const { inner } = unwrap(schema);
  const def = defOf(inner);
  if (def.type === 'object') return [inner];
  if (def.type === 'array') return objectsIn(def.element);
  return def.type === 'union' ? def.options.flatMap((option) => objectsIn(option)) : [];
}

/** Members that all follow the same rule stand in one line. */
const ALIKE = [
  ['detractor', 'passive', 'promoter'],
  ['relational', 'transactional', 'employee'],
];

function throttleDefault(key: string): string {
  const of = (kind?: 'transactional') => throttleFor(kind)[key as keyof Throttle];
  return of() === of('transactional') ? `\`${of()}\`` : `\`${of()}\`, transactional \`${of('transactional')}\``;
}

function rows(object: Schema, prefix: string): string[] {
  const def = defOf(object);
  if (def.type !== 'object') return [];
  const names = Object.keys(def.shape);
  if (ALIKE.some((alike) => `${alike}` === `${names}`)) {
    return [`| ${names.map((name) => code(`${prefix}${name}`)).join(' ')} | ${typeOf(def.shape[names[0]!]!)} | | |`];
  }
  return names.flatMap((name) => {
    const schema = def.shape[name] as Schema;
    const path = `${prefix}${name}`;
    const { byDefault } = unwrap(schema);
    const described = z.globalRegistry.get(schema)?.description ?? '';
    const cell =
      prefix === 'throttle.'
        ? throttleDefault(name)
        : byDefault === undefined
          ? ''
          : code(JSON.stringify(byDefault).replaceAll('"', "'"));
    const list = defOf(unwrap(schema).inner).type === 'array' ? '[]' : '';
    return [
      `| ${code(path)} | ${typeOf(schema)} | ${cell} | ${described} |`,
      ...objectsIn(schema).flatMap((inner) => rows(inner, `${path}${list}.`)),
    ];
  });
}

/** The page as it must be. */
export function configurationPage(): string {
  return `# Configuration

One object. In the script tag each key is an attribute in kebab-case with dashes for dots
(\`data-throttle-after-answer-days="90"\`), lists and objects as JSON, or all of it is JSON in \`data-config\`; an
attribute goes before \`data-config\`. An unknown or wrong key is an error: the console names its path and the nearest
right key, the page stays as it is, and nobody is asked. A key that is \`undefined\` counts as left out.

This page is made from the schema (\`configSchema\` of \`askwell/schema\`); a test fails when it is out of date.

| key | type | default | meaning |
| --- | --- | --- | --- |
${[...new Set(rows(configSchema, ''))].join('\n')}
`;
}

export const page = new URL('../../docs/configuration.md', import.meta.url);

if (import.meta.url === pathToFileURL(process.argv[1]!).href) writeFileSync(page, configurationPage());
