import type { History } from '../core/history.js';
import { localStore } from './local.js';
import { memoryStore } from './memory.js';
import type { Store, Trouble } from './store.js';

/** Everything that one page remembers with. Nothing here throws or rejects. */
export interface Memory {
  /** The copies on this device. */
  here(device: string): History[];
  /** Every copy there is, the host's included when it answered in time. */
  read(device: string, person?: string): Promise<History[]>;
  merge(device: string, person: string | undefined, history: History): void;
  erase(device: string, person?: string): void;
  /** Why the last writing was not kept, e.g. `denied`; `host` when the host's own storage failed or was too slow. */
  readonly trouble?: Trouble | 'host';
}

/** The page's own memory and, where there is one, a store beyond the page; both under `askwell:<device>`. */
export function openHere(beyond?: Store): Memory {
  const stores = [memoryStore(), ...(beyond ? [beyond] : [])];
  let trouble: Memory['trouble'];
  const here = (device: string): History[] =>
    stores.map((store) => store.read('askwell:' + device)).filter((copy) => copy !== undefined);

  return {
    get trouble() {
      return trouble;
    },
    here,
    read: async (device) => here(device),
    merge(device, _person, history) {
      for (const store of stores) trouble = store.merge('askwell:' + device, history);
    },
    erase(device) {
      for (const store of stores) store.erase('askwell:' + device);
    },
  };
}

/** The storage of a default configuration; `allowed` is false without consent, and then only the page remembers. */
export const openLocal = (_config: unknown, allowed: boolean): Memory => openHere(allowed ? localStore() : undefined);
