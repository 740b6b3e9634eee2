import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFiles, sourceImports, type Import } from './source-imports.js';

/** Packages that a collector's team installs and a page's team does not. */
const PEERS = ['hono', 'kysely', 'pg', '@electric-sql/pglite', 'nodemailer', 'd3-scale', 'd3-shape'];

/**
 * What each room of `src`, and each file outside the rooms, may import: as code, and beyond that as types only. An entry is a
 * room, a file, or a package (`node:` for all that Node brings).
 */
const MAY: Record<string, { code: string[]; types?: string[] }> = {
  // What knows nothing but its arguments.
  core: { code: [] },
  score: { code: ['core/category.ts'] },
  locales: { code: [], types: ['core'] },
  config: { code: ['core'] },
  'version.ts': { code: [] },
  // What touches the page, its storage or the network, each one of them alone.
  page: { code: ['core'], types: ['config'] },
  storage: { code: ['core'], types: ['config'] },
  delivery: { code: ['core', 'storage'], types: ['asking', 'config'] },

  // What brings them together: from a configuration to an answer that is on its way.
  asking: {
    code: ['core', 'delivery', 'page', 'storage', 'version.ts'],
    types: ['asking/backroom.ts', 'config'],
  },
  'asking/backroom.ts': { code: ['asking', 'config', 'delivery', 'element', 'locales', 'page', 'storage'] },

  // What people see.
  element: { code: ['core/quiet.ts', 'lit', 'locales'], types: ['asking', 'config', 'core'] },

  // Ways in: the files of the script tag, each loaded by the one before when it is needed …
  script: {
    code: ['asking', 'config', 'core', 'delivery/waiting.ts', 'element', 'page', 'storage'],
    types: ['delivery', 'locales', 'schema'],
  },
  // … and the entries of the package.
  'index.ts': {
    code: ['asking', 'config', 'delivery', 'element', 'locales', 'page', 'schema', 'storage'],
    types: ['core'],
  },
  'define.ts': { code: ['index.ts'] },
  'testing.ts': { code: ['core', 'page', 'storage'] },
  'react.ts': { code: [], types: ['index.ts', 'react'] },

  // What runs on a server.
  schema: { code: ['config', 'core', 'zod/mini'], types: ['locales'] },
  collector: { code: ['config', 'core', 'schema', 'score', 'node:', ...PEERS] },
  cli: {
    code: ['collector', 'config', 'schema', 'score', 'version.ts', '@hono/node-server', 'papaparse', 'node:'],
    types: ['core'],
  },
  'cli.ts': { code: ['cli'] },
};

const roomOf = (path: string): string => (path in MAY ? path : path.split('/')[0]!);
const covers = (entry: string, path: string): boolean =>
  path === entry || path.startsWith(entry.endsWith(':') ? entry : `${entry}/`);

for (const room of new Set(sourceFiles.map(roomOf))) {
  test(`src/${room} imports only what it may`, () => {
    const { code, types = [] } = MAY[room] ?? assert.fail(`src/${room} has no entry in the table of this test`);
    const allowed = ({ kind }: Import): string[] => (kind === 'types' ? [...code, ...types] : code);
    const wrong = sourceImports.filter(
      (one) =>
        roomOf(one.from) === room && roomOf(one.to) !== room && !allowed(one).some((entry) => covers(entry, one.to)),
    );
    const told = wrong.map(({ from, specifier, kind }) => `src/${from} imports '${specifier}' (${kind})`);
    assert.deepEqual(
      told,
      [],
      `${room} may import ${code.join(', ') || 'no code'}; as types also ${types.join(', ') || 'nothing'}`,
    );
  });
}

/** All that is loaded together with a file of `src`. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  for (const { to } of sourceImports.filter(({ from, kind }) => from === file && kind === 'code')) {
    if (seen.has(to)) continue;
    seen.add(to);
    loadedWith(to, seen);
  }
  return seen;
}

for (const [file, forbidden] of [
  [
    'script/loader.ts',
    [
      'lit',
      'zod',
      'locales',
      'schema',
      'element',
      'storage',
      'asking/session.ts',
      'asking/ask.ts',
      'script/asker.ts',
      'script/view.ts',
    ],
  ],
  ['script/asker.ts', ['lit', 'zod', 'locales', 'schema', 'element', 'asking/backroom.ts', 'script/view.ts']],
  ['script/view.ts', ['lit', 'zod', 'schema', 'delivery', 'storage', 'asking']],
  ['index.ts', ['zod', 'schema', 'collector', 'score', 'node:']],
] as const) {
  test(`src/${file} loads none of ${forbidden.join(', ')} with it`, () => {
    const loaded = [...loadedWith(file)].filter((path) => forbidden.some((entry) => covers(entry, path)));
    assert.deepEqual(loaded, []);
  });
}

test('only English is loaded before somebody needs another language', () => {
  const languages = sourceFiles.filter(
    (file) => /^locales\/([a-z]{2,3}(-\w+)*)\.ts$/.test(file) && file !== 'locales/en.ts',
  );
  const loaded = loadedWith('index.ts');
  assert.deepEqual(
    languages.filter((file) => loaded.has(file)),
    [],
  );
});
