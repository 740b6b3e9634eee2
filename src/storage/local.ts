import { storeOver, type Store } from './store.js';

/** The synchronous copy: readable before anything is awaited, shared by the tabs of one origin. */
export const localStore = (): Store =>
  storeOver({
    get: (key) => localStorage.getItem(key),
    set: (key, text) => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key)),
  });
