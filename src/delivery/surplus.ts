import { serialize } from './serialize.js';
import type { Entry } from './shelf.js';

/** The most that is kept: entries, characters of JSON of all together, and dead letters. */
const MOST_ENTRIES = 50;
const MOST_LENGTH = 128 * 1024;
const MOST_DEAD = 20;

/** What goes first when there is no room: what holds no answer, then dead letters, then answers that wait. */
const worth = ({ message, dead }: Entry) => (message.score === undefined ? 0 : dead ? 1 : 2);

/** Which entries have to go so that the rest fits: the least worth first, among equals the oldest (ids grow with time). */
export function surplus(entries: Entry[]): Entry[] {
  let length = 0;
  let dead = 0;
  return entries
    .sort((a, b) => worth(b) - worth(a) || (a.key < b.key ? 1 : -1))
    .filter((entry, index) => {
      length += serialize(entry)!.length;
      return index >= MOST_ENTRIES || length > MOST_LENGTH || (entry.dead && ++dead > MOST_DEAD);
    });
}
