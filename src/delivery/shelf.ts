import type { Message } from '../core/message.js';
import type { Durable } from '../storage/indexed-db.js';
import { serialize } from './serialize.js';

/** What is written down about one message. `v` tells later releases how to read it; instants are epoch milliseconds. */
export interface Entry {
  v: 1;
  /** `<id>.<revision>` of the message. */
  key: string;
  message: Message;
  tries: number;
  /** When it was tried last, and for how many milliseconds it rests from then on. */
  tried: number;
  rest: number;
  /** What the endpoint answered last; 0 is no reply. */
  status?: number;
  /** The release that gave it up, which makes it a dead letter. */
  dead?: string;
}

/** The message as it is now. What the host put in (traits, properties) may be cyclic; then the answer goes without it. */
export function newEntry(message: Message): Entry {
  let copy: Message;
  try {
    copy = JSON.parse(serialize(message)!);
  } catch {
    const { context, person, ...rest } = message;
    copy = rest;
  }
  return { v: 1, key: `${message.id}.${message.revision}`, message: copy, tries: 0, tried: 0, rest: 0 };
}

/** Where entries lie between page views. */
export interface Shelf {
  /** Resolves to whether it is durable. localStorage is written before this returns. */
  write(entry: Entry): Promise<boolean>;
  remove(entry: Entry): void;
  /** Everything of this survey that can be read. The rest (broken, of a later release, of others) is left where it is. */
  read(): Promise<Entry[]>;
  /** Removes all that lies in localStorage, readable or not. */
  clear(): void;
}

/**
 * Keeps every entry twice: in localStorage, which is there at once but may lose its last minute when the browser is killed, and
 * in IndexedDB, which does not. Each message and revision has a key of its own: two tabs cannot overwrite each other, and
 * removing what was delivered cannot remove what came after it.
 */
export function createShelf(
  durable: Durable,
  local: (() => Storage | null) | undefined,
  name: string,
  survey?: string,
): Shelf {
  const place = ({ dead, key }: Entry) => `${dead ? 'dead' : 'out'}/${key}`;
  const places = [':out/', ':dead/'];

  /** The page can deny localStorage at any time, or have filled it up. */
  const tryLocal = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(local!()!);
    } catch {
      return undefined;
    }
  };
  const mirrored = () =>
    tryLocal((storage) => Object.keys(storage).filter((key) => places.some((place) => key.startsWith(name + place)))) ??
    [];

  return {
    write(entry) {
      const text = serialize(entry)!;
      tryLocal((storage) => storage.setItem(`${name}:${place(entry)}`, text));
      return durable.put(place(entry), text);
    },
    remove(entry) {
      tryLocal((storage) => storage.removeItem(`${name}:${place(entry)}`));
      void durable.delete(place(entry));
    },
    async read() {
      const stored = [...(await durable.entries('dead/')), ...(await durable.entries('out/'))].map(([, text]) => text);
      return [...stored, ...mirrored().map((key) => tryLocal((storage) => storage.getItem(key)))].flatMap((text) => {
        try {
          const entry: Entry = JSON.parse(text as string);
          const { schema, survey: from } = entry.message;
          return entry.v === 1 && schema === 'askwell/1' && from.id === (survey ?? from.id) ? entry : [];
        } catch {
          return [];
        }
      });
    },
    clear() {
      for (const key of mirrored()) tryLocal((storage) => storage.removeItem(key));
    },
  };
}
