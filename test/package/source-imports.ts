import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { root } from '../tools/command.js';

/** One import in a file of `src`. `from` and, for our own files, `to` are paths below `src`; a package keeps its name. */
export interface Import {
  from: string;
  to: string;
  specifier: string;
  /** `code` runs with the file, `later` is an `import()`, `types` leaves no trace in what is built. */
  kind: 'code' | 'later' | 'types';
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, 'src', from), 'utf8');
  const { module } = parseSync(from, text);
  const made = (kind: Import['kind'], specifier: string): Import => {
    const own = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
    return { from, kind, specifier, to: specifier.startsWith('.') ? own : specifier };
  };
  const kindOf = (entries: { isType: boolean }[]): Import['kind'] =>
    entries.length > 0 && entries.every(({ isType }) => isType) ? 'types' : 'code';
  return [
    ...module.staticImports.map(({ entries, moduleRequest }) => made(kindOf(entries), moduleRequest.value)),
    ...module.staticExports.flatMap(({ entries }) => {
      const again = entries.find(({ moduleRequest }) => moduleRequest);
      return again ? [made(kindOf(entries), again.moduleRequest!.value)] : [];
    }),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const [, specifier] = /^['"](.*)['"]$/.exec(text.slice(start, end)) ?? [];
      return specifier ? [made('later', specifier)] : [];
    }),
    // `import('./file.js')` as a type is not an import to the parser.
    ...[...text.matchAll(/typeof import\('([^']+)'\)/g)].map(([, specifier]) => made('types', specifier!)),
  ];
}

/** Every TypeScript file of `src`, as a path below it. */
export const sourceFiles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

export const sourceImports: Import[] = sourceFiles.flatMap(importsOf);
