import type { Outbox } from './outbox.js';

/** Wakes the outbox when sending may work again, and empties it when the page is left. Returns what undoes this. */
export function resume(outbox: Outbox): () => void {
  const undo = new AbortController();
  const wake = ({ type, key, newValue }: Event & { key?: string; newValue?: string | null }) => {
    try {
      if (type === 'storage') {
        if (key && newValue === null) outbox.forget(key);
      } else if (type === 'pagehide' || document.visibilityState === 'hidden') outbox.leave();
      else void outbox.flush(type);
    } catch {
      // A page that has broken its own built-ins shall not hear of it from us.
    }
  };
  for (const type of ['online', 'pageshow', 'pagehide', 'visibilitychange', 'storage']) {
    addEventListener(type, wake, { signal: undo.signal, capture: true });
  }
  return () => undo.abort();
}
