import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const sources = resolve(import.meta.dirname, '../src');

const SCRIPT_TAG: Record<string, string> = {
  'stage.ts': './askwell-stage.js',
  'view.ts': './askwell-view.js',
  'schema/explain.ts': './askwell-explain.js',
};

/** Where a source file is found at run time, seen from the folder `dist` in which the files of the script tag lie. */
const published = (file: string): string | undefined => {
  const path = relative(sources, file).replaceAll('\\', '/');
  const [, locale] = /^(locales\/[\w-]+)\.ts$/.exec(path) ?? [];
  return locale ? `./${locale}.js` : SCRIPT_TAG[path];
};

/**
 * The files of the script tag load each other only when they are needed: `import('./stage.js')` in the sources becomes
 * `import('./askwell-stage.js')` in the built file. A browser resolves that against the URL of the importing script, also
 * in a classic one, so nobody has to tell askwell where it was put.
 */
export const siblings: Plugin = {
  name: 'askwell:siblings',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name !== 'client',
  async resolveId(specifier, importer, options) {
    if (options.kind !== 'dynamic-import') return undefined;
    const found = await this.resolve(specifier, importer, { ...options, skipSelf: true });
    const id = found && published(found.id);
    return id ? { id, external: true } : undefined;
  },
};
