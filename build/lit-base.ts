import type { Plugin } from 'vite';

/**
 * The package imports `#lit` (package.json says what that is): on a server all of Lit, in a browser `dist/lit-base.js`, which has
 * only the base class of our element. `lit` itself would load its renderer too, and that throws into the host where the page's
 * Trusted Types allow no policy called `lit-html`.
 */
export const litBase: Plugin = {
  name: 'askwell:lit-base',
  enforce: 'pre',
  async resolveId(specifier, importer) {
    if (specifier !== 'lit') return undefined;
    if (this.environment.name === 'client') return { id: '#lit', external: true };
    const lit = await this.resolve('lit', importer, { skipSelf: true });
    return this.resolve('@lit/reactive-element', lit?.id);
  },
};
