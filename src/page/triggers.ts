import type { Trigger } from '../config/config.js';
import { quiet } from '../core/quiet.js';
import type { watchGestures } from './gestures.js';
import { listen } from './listen.js';

/**
 * How far somebody has come towards the moments of one page. Who watches for others from now on, because the configuration has
 * changed, goes on from here.
 */
export interface Progress {
  /** For how many milliseconds the page was visible in this view. */
  seen: number;
  /** After how many of them the person was last active. */
  active: number;
  /** How often each event came in this page. */
  counts: Map<string, number>;
  /** Triggers that fired in this view. */
  fired: Set<string>;
}

export const beginning = (): Progress => ({ seen: 0, active: 0, counts: new Map(), fired: new Set() });

export interface Triggers {
  /** The host says that something happened. */
  track(event: string): void;
  /** A new view of the same document: time, scrolling and leaving begin anew, counted events go on. */
  reset(): void;
  stop(): void;
}

/**
 * Watches for the moments to ask. `onFire` gets the event's name, or `seconds`, `scroll`, `exit`, `idle`, or `now` when there is
 * nothing to wait for. An event fires every time from its `count` on; the others once, and once more after each `reset`.
 *
 * Seconds are those during which the page was visible and not frozen, wherever they lie between pauses. `scroll` is the share of
 * the way to the end, of the page or of an element that fills at least half of the screen's height. `exit` is the mouse leaving
 * over the upper edge, or a quick swipe up by touch. Events are counted in this page only: no trigger outlives it.
 *
 * Scrolling, leaving and idling are watched by `gesturesOf`, for pages whose configuration waits for them.
 *
 * `progress` is what came before, and is kept up to date.
 *
 * Call it when the page has been activated, not while it is prerendered.
 */
export function watchTriggers(
  when: readonly Trigger[],
  onFire: (name: string) => void,
  progress = beginning(),
  gesturesOf?: typeof watchGestures,
): Triggers {
  const stopper = new AbortController();
  const { signal } = stopper;
  const { counts, fired } = progress;
  let since = 0;
  let timer: ReturnType<typeof setTimeout>;

  const fire = (name: 'seconds' | 'scroll' | 'exit' | 'idle', isDue: (limit: number) => boolean) => {
    for (const trigger of when) {
      const told = JSON.stringify(trigger);
      if (name in trigger && !fired.has(told) && isDue((trigger as Record<string, number>)[name]!)) {
        fired.add(told);
        onFire(name);
      }
    }
  };

  const visibleTime = () => progress.seen + (since && performance.now() - since);
  const tick = () => {
    clearTimeout(timer);
    let wait = 0x7fffffff;
    const isDue = (from: number) => (limit: number) => {
      const left = limit * 1000 + from - visibleTime();
      if (left > 0) wait = Math.min(wait, left);
      return left <= 0;
    };
    fire('seconds', isDue(0));
    if (gestures) fire('idle', isDue(progress.active));
    if (since && !signal.aborted) timer = setTimeout(quiet(tick), wait);
  };
  const attend = (event?: Event) => {
    progress.seen = visibleTime();
    since = event?.type === 'freeze' || document.visibilityState === 'hidden' ? 0 : performance.now();
    tick();
  };
  listen('visibilitychange freeze resume', attend, signal);
  const gestures = gesturesOf?.({
    listen: (types, heard) => listen(types, heard, signal),
    fire,
    visibleTime,
    progress,
  });
  const begin = () => {
    attend();
    if (!when.length) onFire('now');
  };
  begin();

  return {
    track(event) {
      const count = (counts.get(event) ?? 0) + 1;
      counts.set(event, count);
      if (!signal.aborted && when.some((one) => 'event' in one && one.event === event && count >= (one.count ?? 1)))
        onFire(event);
    },
    reset() {
      fired.clear();
      progress.seen = progress.active = since = 0;
      gestures?.reset();
      begin();
    },
    stop() {
      clearTimeout(timer);
      progress.seen = visibleTime();
      since = 0;
      stopper.abort();
    },
  };
}
