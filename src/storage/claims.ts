import { quiet } from '../core/quiet.js';

/**
 * The durable store, as far as it is needed to ask somebody and to note what they say: one IndexedDB database, one object store,
 * string keys that begin with a prefix (`ask/…`, `out/…`). Nothing here throws or rejects: what cannot be read is `undefined`, a
 * write that did not become durable is `false`.
 */
export interface Claims {
  /** False when the database could not be opened, or when something that was asked of it failed. */
  readonly available: boolean;
  /**
   * Reads every value under the prefix, lets `choose` decide synchronously, and adds what it returns under the next key, all in
   * one readwrite transaction. Such transactions of two tabs never overlap, so of many tabs that want the same only one gets it.
   * `undefined`: declined, or not durable.
   */
  claim<T>(prefix: string, choose: (taken: T[], key: string) => T | undefined): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<boolean>;
  /** Deletes the whole database, for every tab. The next write makes it anew. */
  erase(): Promise<void>;
  /** One transaction, with the results of its requests; `undefined` when it failed. */
  run<T = undefined>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, transaction: IDBTransaction) => IDBRequest<unknown>[] | void,
  ): Promise<T[] | undefined>;
}

const STORE = 'kept';

const under = (prefix: string) => IDBKeyRange.bound(prefix, prefix + '\uffff');

/** The keys and the values under a prefix. */
export const everything = (store: IDBObjectStore, prefix: string): IDBRequest[] => [
  store.getAllKeys(under(prefix)),
  store.getAll(under(prefix)),
];

/** A change that shall be durable as soon as it can; was it made? */
export const write = async (run: Claims['run'], change: (store: IDBObjectStore) => unknown): Promise<boolean> =>
  !!(await run('readwrite', (store, transaction) => {
    change(store);
    // Without it, what is written while the page is left is rolled back (Chromium and Firefox, measured).
    transaction.commit?.();
  }));

/**
 * Opens the database of that name (without a name nothing is stored), and opens it again when the browser has taken the
 * connection away. Everything resolves within `timeoutMs`, even when the browser never answers. No version is named: a database
 * that a later release has upgraded still opens, and no tab waits for another.
 */
export async function openClaims(name?: string, timeoutMs = 1500): Promise<Claims> {
  let database: IDBDatabase | void;
  let available = false;

  const within = <T>(work: (ready: (value?: T) => void) => void) =>
    new Promise<T | undefined>((resolve) => {
      void quiet(() => setTimeout(resolve, timeoutMs))();
      try {
        work(resolve);
      } catch {
        available = false;
        resolve(undefined);
      }
    });

  const connect = async () => {
    if (!name) return;
    await within((ready) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = ready;
      request.onsuccess = () => {
        const opened = request.result;
        opened.onclose = opened.onversionchange = () => (database = opened.close());
        database = opened;
        available = true;
        ready();
      };
    });
  };

  /** One transaction. No `await` while the connection is open, so that a write made in the moment of leaving still starts. */
  const run: Claims['run'] = async (mode, work) => {
    if (!database) await connect();
    return within((ready) => {
      const transaction = (database as IDBDatabase).transaction(STORE, mode);
      const requests = work(transaction.objectStore(STORE), transaction) || [];
      transaction.oncomplete = quiet(() => ready(requests.map((request) => request.result as never)));
      transaction.onabort = () => {
        available = false;
        ready();
      };
    });
  };

  await connect();

  return {
    get available() {
      return available;
    },
    async claim(prefix, choose) {
      let chosen: ReturnType<typeof choose>;
      const done = await run('readwrite', (store, transaction) => {
        const [keys, values] = everything(store, prefix) as [IDBRequest<string[]>, IDBRequest];
        values.onsuccess = () => {
          try {
            const last = keys.result.at(-1)?.slice(prefix.length);
            const key = prefix + `${Number(last ?? -1) + 1}`.padStart(6, '0');
            chosen = choose(values.result, key);
            if (chosen !== undefined) store.add(chosen, key);
          } catch {
            transaction.abort();
          }
        };
      });
      return done && chosen;
    },
    put: (key, value) => write(run, (store) => store.put(value, key)),
    run,
    async erase() {
      database = database?.close();
      await within((ready) => {
        const request = indexedDB.deleteDatabase(name!);
        request.onsuccess = request.onerror = ready;
      });
    },
  };
}
