import type { Message } from '../core/message.js';
import type { Durable } from '../storage/indexed-db.js';
import { serialize } from './serialize.js';

/** What is written down about one message. `v` tells later releases how to read it; instants are epoch milliseconds. */
export interface Entry {
  v: 1;
  message: Message;
  tries: number;
  /** When it was tried last, and for how many milliseconds it rests from then on. */
  tried: number;
  rest: number;
  /** What the endpoint answered last; 0 is no reply. */
  status?: number;
  /** The release that gave it up. Makes it a dead letter. */
  dead?: string;
}

/** Where entries lie between page views. */
export interface Shelf {
  /** Resolves to whether it is durable. localStorage is written before this returns. */
  write(entry: Entry): Promise<boolean>;
  remove(entry: Entry): void;
  /** Everything that can be read. What cannot (broken, or from a later release) is left where it is. */
  read(): Promise<Entry[]>;
  /** Removes every entry, readable or not. */
  clear(): Promise<void>;
}

/**
 * Keeps every entry twice: in localStorage, which is there at once but may lose its last minute when the browser is killed, and
 * in IndexedDB, which does not. One key per message and revision, never changed into another: so two tabs cannot overwrite each
 * other, and removing what was delivered cannot remove what came after it.
 */
export function createShelf(durable: Durable, local: (() => Storage | null) | undefined, name: string): Shelf {
  const keyOf = ({ message: { id, revision }, dead }: Entry) => `${dead ? 'dead' : 'out'}/${id}.${revision}`;
  const mirror = (key: string) => `${name}:${key.replace('/', ':')}`;

  const parse = (text: unknown): Entry | undefined => {
    try {
      const entry: Entry = JSON.parse(text as string);
      const { id, revision, schema } = entry.message;
      return entry.v === 1 && schema === 'askwell/1' && typeof id === 'string' && revision >= 0 ? entry : undefined;
    } catch {
      return undefined;
    }
  };

  /** The page can deny localStorage at any time, or have filled it up. */
  const tryLocal = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(local!()!);
    } catch {
      return undefined;
    }
  };

  const mirrored = () => tryLocal((storage) => Object.keys(storage).filter((key) => /:(out|dead):/.test(key) && key.startsWith(name))) ?? [];
  const stored = async () => [...await durable.entries('dead/'), ...await durable.entries('out/')];

  return {
    write(entry) {
      const text = serialize(entry)!;
      const key = keyOf(entry);
      tryLocal((storage) => storage.setItem(mirror(key), text));
      return durable.put(key, text);
    },
    remove(entry) {
      const key = keyOf(entry);
      tryLocal((storage) => storage.removeItem(mirror(key)));
      void durable.delete(key);
    },
    async read() {
      const texts = [...(await stored()).map(([, text]) => text), ...mirrored().map((key) => tryLocal((storage) => storage.getItem(key)))];
      return texts.map(parse).filter((entry) => !!entry);
    },
    async clear() {
      for (const key of mirrored()) tryLocal((storage) => storage.removeItem(key));
      for (const [key] of await stored()) await durable.delete(key);
    },
  };
}
