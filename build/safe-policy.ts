import type { Plugin } from 'vite';

/** `t ? t.createPolicy('lit-html', { createHTML: (s) => s }) : undefined`, as Lit publishes it, minified or not. */
const CREATION = /(\w+)\s*\?\s*\1\.createPolicy\((["'])lit-html\2,\s*(\{[^}]*\})\)\s*:\s*(?:void 0|undefined)/;

/**
 * Gives the bundled copy of Lit a Trusted Types policy of its own name, `askwell`, and survives a refusal.
 * Under `trusted-types lit-html` a host's own Lit takes that name, and a second policy of one name throws; so does any
 * name that the host's Content Security Policy does not list. Without a policy Lit hands plain strings to the browser.
 */
export const safePolicy: Plugin = {
  name: 'askwell:safe-policy',
  applyToEnvironment: ({ name }) => name !== 'client',
  transform(code, id) {
    if (!id.endsWith('lit-html.js')) return undefined;
    if (!CREATION.test(code)) this.error('Lit no longer creates its policy in the way that this plugin rewrites');
    const safe = "(()=>{try{return $1.createPolicy('askwell',$3)}catch{}})()";
    return { code: code.replace(CREATION, safe), map: null };
  },
};
