/** A page whose time stands still until a test moves it, and whose visibility a test decides. */
export interface FakePage {
  advance(ms: number): void;
  show(): void;
  hide(): void;
  /** How many timers are running. */
  readonly timers: number;
  restore(): void;
}

export function fakePage(): FakePage {
  const real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  const tasks = new Map<number, { at: number; run: () => void }>();
  let now = 10_000;
  let made = 1_000_000;
  let state: DocumentVisibilityState = 'visible';

  window.setTimeout = ((run: () => void, wait = 0) => {
    // Browsers keep the wait in 32 bits and run at once what does not fit.
    tasks.set(++made, { at: now + (wait > 0x7fffffff ? 0 : wait), run });
    return made;
  }) as typeof window.setTimeout;
  window.clearTimeout = ((id: number) => void tasks.delete(id)) as typeof window.clearTimeout;
  Object.defineProperty(performance, 'now', { value: () => now, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });

  const turn = (to: DocumentVisibilityState) => {
    state = to;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return {
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...tasks].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        tasks.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
      }
      now = end;
    },
    show: () => turn('visible'),
    hide: () => turn('hidden'),
    get timers() {
      return tasks.size;
    },
    restore() {
      Object.assign(window, real);
      delete (performance as { now?: unknown }).now;
      delete (document as { visibilityState?: unknown }).visibilityState;
    },
  };
}
