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
  'events.ts': { code: [], types: ['ask.ts', 'core'] },

  // What touches the page, its storage or the network, each one of them alone.
  page: { code: ['core'], types: ['config'] },
  storage: { code: ['core'], types: ['config'] },
  delivery: { code: ['core', 'storage'], types: ['ask.ts', 'config'] },

  // What brings them together.
  'glance.ts': { code: ['page'], types: ['config', 'core'] },
  'ask.ts': { code: ['core'], types: ['config', 'events.ts'] },
  'deferred-ask.ts': { code: [], types: ['ask.ts', 'delivery'] },
  'office.ts': {
    code: ['ask.ts', 'core', 'delivery', 'page', 'storage', 'version.ts'],
    types: ['config', 'events.ts', 'stage.ts'],
  },
  'stage.ts': {
    code: ['core', 'deferred-ask.ts', 'delivery/draft.ts', 'page', 'storage'],
    types: ['ask.ts', 'backroom.ts', 'config', 'delivery', 'events.ts', 'office.ts'],
  },
  'session.ts': {
    code: ['core', 'delivery', 'glance.ts', 'page', 'stage.ts'],
    types: ['asker.ts', 'config', 'events.ts', 'office.ts'],
  },
  'asker.ts': {
    code: ['events.ts', 'session.ts'],
    types: ['ask.ts', 'backroom.ts', 'config', 'core', 'delivery', 'page', 'stage.ts', 'storage'],
  },

  // What people see.
  element: { code: ['@lit/reactive-element', 'locales'], types: ['ask.ts', 'asker.ts', 'config', 'core'] },

  // Ways in: the files of the script tag, each loaded by the one before when it is needed …
  'loader.ts': { code: ['config', 'delivery/waiting.ts', 'glance.ts', 'page/clock.ts'], types: ['asker.ts', 'core'] },
  'script-asker.ts': {
    code: ['asker.ts', 'config', 'glance.ts', 'stage.ts', 'storage'],
    types: ['ask.ts', 'backroom.ts', 'delivery', 'loader.ts', 'schema', 'view.ts'],
  },
  'view.ts': { code: ['element'], types: ['ask.ts', 'backroom.ts', 'locales'] },
  'backroom.ts': { code: ['config', 'delivery', 'element', 'locales', 'office.ts', 'page', 'storage'] },
  // … and the entries of the package.
  'index.ts': {
    code: [
      'asker.ts',
      'backroom.ts',
      'config',
      'delivery',
      'element',
      'events.ts',
      'locales',
      'page',
      'schema',
      'stage.ts',
      'storage',
    ],
    types: ['ask.ts', 'core'],
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

const roomOf = (path: string): string => path.split('/')[0]!;
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
    'loader.ts',
    [
      '@lit/reactive-element',
      'zod',
      'locales',
      'schema',
      'element',
      'storage',
      'asker.ts',
      'stage.ts',
      'view.ts',
      'ask.ts',
    ],
  ],
  ['script-asker.ts', ['@lit/reactive-element', 'zod', 'locales', 'schema', 'element', 'backroom.ts']],
  ['view.ts', ['@lit/reactive-element', 'zod', 'schema', 'delivery', 'storage', 'stage.ts']],
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
