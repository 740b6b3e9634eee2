import type { Claims } from './claims.js';

/** The durable store of a page that must leave nothing behind: `storage: 'memory'`, a preview, consent not yet given. */
export const nowhere: Claims = {
  available: false,
  claim: async (_prefix, choose) => choose([], ''),
  put: async () => false,
  erase: async () => {},
  run: async () => undefined,
};
