import { LONGEST_WAIT } from './retry.js';
import type { Entry, Shelf } from './shelf.js';
import { surplus } from './surplus.js';

/** Everything that waits, and the dead letters: of each message the newest revision. The shelf follows every change. */
export interface Line {
  /** Those that wait, in the order in which they are to be tried; or the dead letters. */
  list(dead?: boolean): Entry[];
  /** Milliseconds until an entry may be tried; 0 is now. */
  restOf(entry: Entry): number;
  /** Writes an entry down and puts it in the place of an earlier revision. Resolves to whether it is durable. */
  add(entry: Entry): Promise<boolean>;
  change(entry: Entry, changes: Partial<Entry>): void;
  remove(entry: Entry, delivered?: boolean): void;
  /** By key: what was removed here, and whether it was delivered. A reading of the storage may still bring it back. */
  gone: Record<string, boolean | undefined>;
  /** By message id. */
  entries: Record<string, Entry>;
  /** Brings in what earlier page views and other tabs have left. */
  load(): Promise<void>;
}

/** `version` is the release: dead letters of another release come back to life once. `onDrop` hears of what had to make room. */
export function createLine(shelf: Shelf, version: string, now: () => number, onDrop: (entry: Entry) => void): Line {
  const entries: Record<string, Entry> = {};
  const gone: Line['gone'] = {};

  // What was never tried comes first, so that nothing blocks the next.
  const list = (dead?: boolean) =>
    Object.values(entries)
      .filter((entry) => !entry.dead === !dead)
      .sort((a, b) => a.tries - b.tries);

  const remove = (entry: Entry, delivered = false) => {
    const { id } = entry.message;
    gone[entry.key] = delivered;
    if (entries[id] === entry) delete entries[id];
    shelf.remove(entry);
  };

  /** Of two revisions the later one stays. Nothing leaves the shelf before what takes its place is durable. */
  const take = (entry: Entry, kept?: Promise<boolean>) => {
    const { id, revision } = entry.message;
    const known = entries[id];
    if (known?.key === entry.key) return;
    const [newer, older] = !known || known.message.revision < revision ? [entry, known] : [known, entry];
    entries[id] = newer;
    if (!older) return;
    gone[older.key] = false;
    void (kept ?? shelf.write(newer)).then((durably) => durably && shelf.remove(older));
  };

  const makeRoom = () => {
    for (const entry of surplus(Object.values(entries))) {
      remove(entry);
      onDrop(entry);
    }
  };

  const change = (entry: Entry, changes: Partial<Entry>) => {
    const before = { ...entry };
    void shelf.write(Object.assign(entry, changes)).then((durably) => {
      if (durably && before.dead !== entry.dead) shelf.remove(before);
    });
    makeRoom();
  };

  return {
    entries,
    gone,
    list,
    change,
    remove,
    restOf({ tried, rest }) {
      const left = tried + rest - now();
      // A clock that was set back does not prolong a rest.
      return left > 0 && left <= rest && left <= LONGEST_WAIT ? left : 0;
    },
    add(entry) {
      const kept = shelf.write(entry);
      take(entry, kept);
      makeRoom();
      return kept;
    },
    async load() {
      for (const entry of await shelf.read()) {
        // It may well have been tried, by a page that did not live to hear the answer.
        entry.tries ||= 1;
        if (gone[entry.key] === undefined) take(entry);
      }
      for (const entry of list(true)) if (entry.dead !== version) change(entry, { dead: undefined, rest: 0 });
      makeRoom();
    },
  };
}
