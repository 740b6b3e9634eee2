import type { Durable } from './indexed-db.js';

/** The durable store of a page that must leave nothing behind: `storage: 'memory'`, a preview, consent not yet given. */
export const nowhere: Durable = {
  available: false,
  claim: async (_prefix, choose) => choose([], ''),
  get: async () => undefined,
  put: async () => false,
  delete: async () => false,
  entries: async () => [],
  erase: async () => {},
};
