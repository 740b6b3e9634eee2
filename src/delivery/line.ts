import { LONGEST_WAIT } from './retry.js';
import type { Entry, Shelf } from './shelf.js';
import { surplus } from './surplus.js';

/** Everything that waits, and the dead letters: of each message the newest revision. The shelf follows every change. */
export interface Line {
  /** The entry of a message id. */
  find(id: string): Entry | undefined;
  list(dead?: boolean): Entry[];
  /** Milliseconds until an entry may be tried; 0 is now. */
  restOf(entry: Entry): number;
  /** Writes an entry down and puts it in the place of an earlier revision. Resolves to whether it is durable. */
  add(entry: Entry): Promise<boolean>;
  change(entry: Entry, changes: Partial<Entry>): void;
  remove(entry: Entry): void;
  /** Another tab has delivered it. */
  forget(entry: Entry): void;
  /** Was removed here. */
  isDone(key: string): boolean | undefined;
  /** Brings in what earlier page views and other tabs have left. */
  load(): Promise<void>;
}

/** `version` is the release: dead letters of another release come back to life once. `onDrop` hears of what had to make room. */
export function createLine(shelf: Shelf, version: string, now: () => number, onDrop: (entry: Entry) => void): Line {
  const entries: Record<string, Entry> = {};
  /** By key. A reading of the storage that began earlier may still bring them back. */
  const done: Record<string, boolean> = {};

  const list = (dead = false) => Object.values(entries).filter((entry) => !entry.dead !== dead);

  const forget = ({ key, message: { id } }: Entry) => {
    if (entries[id]?.key === key) delete entries[id];
  };

  const remove = (entry: Entry) => {
    done[entry.key] = true;
    forget(entry);
    shelf.remove(entry);
  };

  const take = (entry: Entry) => {
    const { id, revision } = entry.message;
    const known = entries[id];
    if (known?.key === entry.key) return;
    const newer = !known || known.message.revision < revision;
    if (newer) entries[id] = entry;
    const older = newer ? known : entry;
    if (older) remove(older);
  };

  const makeRoom = () => {
    for (const entry of surplus(Object.values(entries))) {
      remove(entry);
      onDrop(entry);
    }
  };

  const change = (entry: Entry, changes: Partial<Entry>) => {
    const before = { ...entry };
    void shelf.write(Object.assign(entry, changes));
    if (before.dead !== entry.dead) shelf.remove(before);
    makeRoom();
  };

  return {
    list,
    change,
    remove,
    forget,
    find: (id) => entries[id],
    isDone: (key) => done[key],
    restOf({ tried, rest }) {
      const left = tried + rest - now();
      // A clock that was set back does not prolong a rest.
      return left > 0 && left <= rest && left <= LONGEST_WAIT ? left : 0;
    },
    add(entry) {
      const kept = shelf.write(entry);
      take(entry);
      makeRoom();
      return kept;
    },
    async load() {
      for (const entry of await shelf.read()) if (!done[entry.key]) take(entry);
      for (const entry of list(true)) if (entry.dead !== version) change(entry, { dead: undefined, rest: 0 });
      makeRoom();
    },
  };
}
