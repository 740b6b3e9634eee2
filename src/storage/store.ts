import { boundHistory, mergeHistory, parseHistory, type History } from '../core/history.js';

/** Why something could not be kept: the browser forbids it, it did not stick, or what is there is not ours to overwrite. */
export type Trouble = 'denied' | 'full' | 'unreadable' | 'newer';

/** Where texts are kept under keys. May throw; `set` need not tell whether it worked. */
export interface Area {
  get(key: string): string | null | undefined;
  /** An empty text erases. */
  set(key: string, text: string): void;
}

/** A history under a key. Nothing here throws. */
export interface Store {
  /** What is kept there and what this page could not keep there. */
  read(key: string): History | undefined;
  /** Adds to what is kept, and says why it is only in this page's memory, if so. */
  merge(key: string, history: History): Trouble | undefined;
  erase(key: string): void;
}

/** A store over any area of texts. What the area does not keep is remembered as long as the page lives. */
export function storeOver(area: Area): Store {
  const memory = new Map<string, History>();

  const load = (key: string): { history?: History; trouble?: Trouble } => {
    let trouble: Trouble | undefined;
    let history = memory.get(key);
    try {
      const text = area.get(key);
      if (text) {
        trouble = 'unreadable';
        const value = JSON.parse(text);
        const stored = parseHistory(value);
        trouble = stored ? undefined : value?.v > 1 ? 'newer' : trouble;
        history = stored && history ? mergeHistory(stored, history) : (stored ?? history);
      }
    } catch {
      trouble ??= 'denied';
    }
    return { history, trouble };
  };

  return {
    read: (key) => load(key).history,
    merge(key, added) {
      const { history, trouble } = load(key);
      const merged = history ? mergeHistory(history, added) : added;
      memory.set(key, merged);
      if (trouble === 'newer') return trouble;
      try {
        const text = JSON.stringify(boundHistory(merged));
        area.set(key, text);
        return area.get(key) === text ? undefined : 'full';
      } catch (error) {
        return (error as Error).name === 'QuotaExceededError' ? 'full' : 'denied';
      }
    },
    erase(key) {
      memory.delete(key);
      try {
        area.set(key, '');
      } catch {
        // Nothing could be kept there either.
      }
    },
  };
}
