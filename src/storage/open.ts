import type { HistoryStore } from '../config/config.js';
import { historyFor, parseHistory } from '../core/history.js';
import { cookieStore } from './cookie.js';
import { openHere, type Memory } from './here.js';
import { localStore } from './local.js';

/** How long a host's own storage may take before the page goes on without it. Milliseconds. */
const PATIENCE = 1500;

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
  const beyond = storage === 'cookie' ? cookieStore(cookieDomain) : storage === 'memory' ? undefined : localStore();
  const memory = openHere(allowed ? beyond : undefined);
  const host = allowed && typeof storage === 'object' ? storage : undefined;
  if (!host) return memory;
  let failed = false;

  const keyOf = (device: string, person?: string) => 'askwell:' + (person ?? device);

  const inTime = (work: () => unknown): Promise<unknown> => {
    let timer: ReturnType<typeof setTimeout>;
    const answer = new Promise((resolve) => resolve(work()));
    const tooSlow = new Promise((_, reject) => (timer = setTimeout(reject, PATIENCE)));
    return Promise.race([answer, tooSlow])
      .catch(() => void (failed = true))
      .finally(() => clearTimeout(timer));
  };
  const waits = new Map<string, Promise<unknown>>();
  const copies = new Map<string, unknown>();
  /**
   * Asked once for a page and person, because it may be a request, and waited for once; what comes too late is there for the next
   * reading.
   */
  const hostCopy = async (key: string): Promise<unknown> => {
    if (!waits.has(key))
      waits.set(
        key,
        inTime(async () => copies.set(key, await host.read(key))),
      );
    await waits.get(key);
    return copies.get(key);
  };

  return {
    ...memory,
    get trouble() {
      return failed ? 'host' : memory.trouble;
    },
    async read(device, person) {
      const copy = parseHistory(await hostCopy(keyOf(device, person)));
      return [...memory.here(device), ...(copy ? [copy] : [])];
    },
    merge(device, person, history) {
      memory.merge(device, person, history);
      void inTime(() => host.merge(keyOf(device, person), historyFor(history, person)));
    },
  };
}
