import { storeOver, type Store } from './store.js';

const texts = new Map<string, string>();

/**
 * Nothing outlives the page, but every widget on it shares it, so that a second mount does not ask again. For
 * `storage: 'memory'`, for `consent: 'required'` until it is granted, and behind any store that the browser denies.
 */
export const memoryStore = (): Store =>
  storeOver({ get: (key) => texts.get(key), set: (key, text) => texts.set(key, text) });
