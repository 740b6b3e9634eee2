import type { Plugin } from 'vite';

const NAME = '\0askwell:lit-tags';

/**
 * The backroom of the script tag makes templates that the view renders. For that it needs Lit's marks and not a second Lit, which
 * would weigh its 3 kB and ask for the Trusted Types policy that the view's Lit needs. The marks are what copies of Lit of any
 * version 2 or 3 tell each other templates and `nothing` by.
 */
export const litTags: Plugin = {
  name: 'askwell:lit-tags',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'backroom',
  resolveId: (specifier) => (specifier === 'lit/html.js' ? NAME : undefined),
  load: (id) =>
    id === NAME
      ? `export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
         export const nothing = Symbol.for('lit-nothing');`
      : undefined,
};
