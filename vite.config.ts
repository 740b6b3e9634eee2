import { readdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions, type EnvironmentOptions, type Plugin } from 'vite';
import { litBase } from './build/lit-base.js';
import { tightTemplates } from './build/tight-templates.js';

const source = (file: string): string => resolve(import.meta.dirname, 'src', file);
const shared: BuildEnvironmentOptions = { outDir: 'dist', emptyOutDir: false, reportCompressedSize: false };

/** What a bundler or Node imports, by the name of the file in dist. */
const library: Record<string, string> = {
  index: 'index.ts',
  define: 'define.ts',
  schema: 'schema/index.ts',
  score: 'score/index.ts',
  collector: 'collector/index.ts',
  testing: 'testing.ts',
  react: 'react.ts',
  cli: 'cli.ts',
};
// Locales and formats are files of their own, because the script tag fetches the one that it needs by its URL.
for (const [folder, name] of [
  ['locales', /^([a-z]{2,3}(-[A-Za-z0-9]+)*)\.ts$/],
  ['delivery/formats', /^([\w-]+)\.ts$/],
] as const) {
  for (const file of readdirSync(source(folder))) {
    const base = name.exec(file)?.[1];
    // Lists of filters name `/plausible.js` and its like: a file of ours must not look as if it were that of a vendor.
    if (base) library[folder === 'locales' ? `locales/${base}` : `formats/as-${base}`] = `${folder}/${file}`;
  }
}

/** One minified file with all that it needs, for a page without a bundler. */
const standalone = (file: string, entry: string, options: BuildEnvironmentOptions): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    ...shared,
    // Terser first and the bundler's own minifier after it, which gives the short names: each alone leaves 1 % more.
    minify: 'terser',
    terserOptions: {
      ecma: 2020,
      mangle: false,
      compress: { passes: 4, unsafe: true, unsafe_arrows: true, keep_fargs: false },
    },
    lib: { entry: source(entry), name: 'askwellScript', formats: ['es'], fileName: () => file },
    // Vite leaves the white space in ES library output, for the sake of further bundling; these files are final.
    rolldownOptions: {
      output: {
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        // What is pure tells a bundler something, and no browser.
        comments: { annotation: false },
      },
    },
    ...options,
  },
});

/** `sideEffects` in package.json speaks of dist; without this the bundler drops `import './define.js'` from the sources. */
const defineRuns: Plugin = {
  name: 'askwell:define-runs',
  transform: (code, id) => (id === source('define.ts') ? { code, map: null, moduleSideEffects: true } : undefined),
};

export default defineConfig({
  root: import.meta.dirname,
  builder: {},
  plugins: [defineRuns, litBase, tightTemplates],
  environments: {
    // `vite build --app` builds these in their order; the first one empties dist.
    client: {
      build: {
        ...shared,
        emptyOutDir: true,
        minify: false,
        target: 'es2022',
        lib: {
          entry: Object.fromEntries(Object.entries(library).map(([name, file]) => [name, source(file)])),
          formats: ['es'],
        },
        rolldownOptions: {
          external: (id) => id !== 'lit' && !id.startsWith('.') && !isAbsolute(id),
          // One file for each source, so that a bundler leaves out those of which nothing is used.
          output: { preserveModules: true, preserveModulesRoot: source('.'), entryFileNames: '[name].js' },
        },
      },
    },
    base: {
      consumer: 'client',
      build: {
        ...shared,
        target: 'es2022',
        lib: { entry: source('element/lit-base.ts'), formats: ['es'], fileName: () => 'lit-base.js' },
        rolldownOptions: {
          output: { banner: '/*! Lit. Copyright Google LLC. SPDX-License-Identifier: BSD-3-Clause */' },
        },
      },
    },
    asker: standalone('askwell-asker.js', 'script/asker.ts', { target: 'es2022' }),
    backroom: standalone('askwell-backroom.js', 'asking/backroom.ts', { target: 'es2022' }),
    view: standalone('askwell-view.js', 'script/view.ts', { target: 'es2022' }),
    explain: standalone('askwell-explain.js', 'schema/explain-attributes.ts', { target: 'es2022' }),
    lint: standalone('askwell-lint.js', 'config/say-findings.ts', { target: 'es2022' }),
    script: standalone('askwell.js', 'script/loader.ts', {
      target: 'es2020',
      lib: {
        entry: source('script/loader.ts'),
        name: 'askwellScript',
        formats: ['iife'],
        fileName: () => 'askwell.js',
      },
    }),
  },
});
