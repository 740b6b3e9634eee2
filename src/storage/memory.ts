import { storeOver, type Store } from './store.js';

/** Nothing outlives the page. For `storage: 'memory'`, and for `consent: 'required'` until it is granted. */
export function memoryStore(): Store {
  const texts = new Map<string, string>();
  return storeOver({ get: (key) => texts.get(key), set: (key, text) => texts.set(key, text) });
}
