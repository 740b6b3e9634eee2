import type { Outbox } from './outbox.js';

/** Wakes the outbox when sending may work again, and empties it when the page is left. Returns what undoes this. */
export function resume(outbox: Outbox): () => void {
  const undo = new AbortController();
  const on = (target: EventTarget, type: string, listener: (event: any) => void) =>
    target.addEventListener(type, listener, { signal: undo.signal, capture: true });

  on(window, 'online', () => void outbox.flush('online'));
  on(window, 'pageshow', ({ persisted }) => persisted && void outbox.flush('view'));
  on(window, 'pagehide', () => outbox.leave());
  on(document, 'visibilitychange', () => (document.visibilityState === 'hidden' ? outbox.leave() : void outbox.flush('visible')));
  on(window, 'storage', ({ key, newValue }) => key && newValue === null && outbox.forget(key));
  return () => undo.abort();
}
