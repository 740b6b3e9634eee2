import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const SMALL = resolve(import.meta.dirname, '../src/element/templates.ts');

/** In the script tag's files the templates are rendered by our own few lines in the place of Lit's, which know all that they use. */
export const litTags: Plugin = {
  name: 'askwell:lit-tags',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'view' || name === 'backroom',
  resolveId: (specifier) => (specifier === 'lit/html.js' ? SMALL : undefined),
};
