import { boundHistory, mergeHistory, MOST_ASKS, parseHistory, type History } from '../core/history.js';

/** Why something is not kept: forbidden, no room or silently dropped, or written by a newer version and so left alone. */
export type Trouble = 'denied' | 'full' | 'newer';

/** Where texts lie under keys. May throw; `set` may drop what it is given. An empty text erases. */
export interface Area {
  get(key: string): string | null | undefined;
  set(key: string, text: string): void;
}

/** A history under a key. Nothing here throws. */
export interface Store {
  read(key: string): History | undefined;
  /** Adds to what is kept there. What comes back says why it is not kept. */
  merge(key: string, history: History): Trouble | undefined;
  erase(key: string): void;
}

/** A store over an area of texts, which keeps the `most` important asks. Corrupt texts are written over, newer ones are not. */
export function storeOver({ get, set }: Area, most = MOST_ASKS): Store {
  const load = (key: string): { v?: number } | undefined => {
    try {
      return JSON.parse(get(key)!);
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => parseHistory(load(key)),
    merge(key, added) {
      const value = load(key);
      const stored = parseHistory(value);
      if (!stored && (value?.v ?? 0) > 1) return 'newer';
      try {
        const text = JSON.stringify(boundHistory(stored ? mergeHistory(stored, added) : added, most));
        set(key, text);
        return get(key) === text ? undefined : 'full';
      } catch (error) {
        return (error as Error).name === 'QuotaExceededError' ? 'full' : 'denied';
      }
    },
    erase(key) {
      try {
        set(key, '');
      } catch {
        // Where nothing may be kept, nothing is.
      }
    },
  };
}
