import type { HistoryStore } from '../config/config.js';
import { historyFor, parseHistory, type History } from '../core/history.js';
import { cookieStore } from './cookie.js';
import { localStore } from './local.js';
import { memoryStore } from './memory.js';
import type { Store, Trouble } from './store.js';

/** How long a host's own storage may take before the page goes on without it. Milliseconds. */
const PATIENCE = 1500;

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

/**
 * Opens the storage that the configuration names; `allowed` is false without consent, and then only the page remembers.
 *
 * The device's copy lies under `askwell:<device>`. A host's own storage gets, besides, only what concerns the signed-in person,
 * under `askwell:<hash of the person>`, or all under `askwell:<device>` for an anonymous one. It may be slow or fail: the copy on
 * the device is read at once and never waits for it.
 */
export function openStore(
  { storage, cookieDomain }: { storage?: string | HistoryStore; cookieDomain?: string },
  allowed: boolean,
): Memory {
  const stores: Store[] = [memoryStore()];
  if (allowed && storage !== 'memory') stores.push(storage === 'cookie' ? cookieStore(cookieDomain) : localStore());
  const host = allowed && typeof storage === 'object' ? storage : undefined;
  let trouble: Memory['trouble'];

  const answers = new Map<string, Promise<unknown>>();
  const keyOf = (device: string, person?: string) => 'askwell:' + (person ?? device);

  const inTime = (work: () => unknown): Promise<unknown> => {
    let timer: ReturnType<typeof setTimeout>;
    const answer = new Promise((resolve) => resolve(work()));
    const tooSlow = new Promise((_, reject) => (timer = setTimeout(reject, PATIENCE)));
    return Promise.race([answer, tooSlow])
      .catch(() => void (trouble = 'host'))
      .finally(() => clearTimeout(timer));
  };
  /** Asked once for a page and person, because it may be a request; what comes too late is there for the next reading. */
  const hostCopy = (key: string) =>
    inTime(() => {
      if (!answers.has(key)) answers.set(key, new Promise((resolve) => resolve(host!.read(key))));
      return answers.get(key);
    });

  const here = (device: string): History[] =>
    stores.map((store) => store.read('askwell:' + device)).filter((copy) => copy !== undefined);

  return {
    get trouble() {
      return trouble;
    },
    here,
    async read(device, person) {
      const copy = host && parseHistory(await hostCopy(keyOf(device, person)));
      return copy ? [...here(device), copy] : here(device);
    },
    merge(device, person, history) {
      for (const store of stores) trouble = store.merge('askwell:' + device, history);
      if (host) void inTime(() => host.merge(keyOf(device, person), historyFor(history, person)));
    },
    erase(device) {
      for (const store of stores) store.erase('askwell:' + device);
    },
  };
}
