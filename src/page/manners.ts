import type { Manners } from '../config/config.js';
import type { DEFERRING } from '../core/decision.js';
import { listen } from './listen.js';

/** What is in the way now, by gate, with what was found. */
export type InTheWay = Partial<Record<(typeof DEFERRING)[number], unknown>>;

/** How long an error, or a field that has focus but is not typed in, stands in the way. Milliseconds. */
const AFTERMATH = 30_000;

const MODAL = 'dialog:modal,[aria-modal=true]';
const EDITABLE =
  'textarea,select,[contenteditable]:not([contenteditable=false]),[role=textbox],' +
  'input:not([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio],[type=range],[type=image])';

const isPlaying = (media: HTMLMediaElement) =>
  !media.paused && !media.ended && !(media.muted && (media.loop || media.autoplay));

/**
 * Watches for what would make asking rude: a hidden page, an open modal dialog, a field being typed in, media that plays or fills
 * the screen, an error just thrown, a robot, the host's `busy` selector or `veto`. A field counts for 30 seconds after it was
 * focused or last typed in, so that a page which focuses its search field does not silence the question for good. A muted video
 * that plays by itself is decoration. A `veto` that throws, or a selector that cannot be read, vetoes.
 */
export function watchManners(manners: Partial<Manners> = {}): { measure(): InTheWay; stop(): void } {
  const stopper = new AbortController();
  let errorAt = -AFTERMATH;
  let typedAt = performance.now();
  const recent = (then: number) => performance.now() - then < AFTERMATH;

  const failed = (event: Event) => {
    // Neither a picture that did not load nor the harmless complaint of a ResizeObserver is an error that a person meets.
    if (event.target === window && !(event as Partial<ErrorEvent>).message?.startsWith('ResizeObserver'))
      errorAt = performance.now();
  };
  listen('error unhandledrejection', failed, stopper.signal);
  listen('focusin input keydown', () => (typedAt = performance.now()), stopper.signal);

  /** By the key that switches it off. */
  const checks: Record<keyof Manners, () => unknown> = {
    hidden: () => document.visibilityState === 'hidden',
    modal: () =>
      focused().some((one) => one.closest(MODAL)) ||
      [...document.querySelectorAll(MODAL)].some((one) => one.getClientRects().length),
    typing: () => recent(typedAt) && focused().some((one) => one.matches(EDITABLE)),
    media: () =>
      document.fullscreenElement ||
      navigator.mediaSession?.playbackState === 'playing' ||
      [...document.querySelectorAll<HTMLMediaElement>('video,audio')].some(isPlaying),
    error: () => recent(errorAt),
    automation: () => navigator.webdriver,
    busy: () => manners.busy && document.querySelector(manners.busy),
    veto: () => manners.veto?.(),
  };

  return {
    measure() {
      const found: Record<string, true> = {};
      for (const [key, look] of Object.entries(checks)) {
        const code = key === 'error' ? 'recent-error' : key;
        try {
          if (manners[key as keyof Manners] !== false && look()) found[code] = true;
        } catch {
          found[code] = true;
        }
      }
      return found;
    },
    stop: () => stopper.abort(),
  };
}

/** The element with focus, from the document down through open shadow roots. */
function focused(): Element[] {
  const path: Element[] = [];
  for (let one = document.activeElement; one; one = one.shadowRoot?.activeElement ?? null) path.push(one);
  return path;
}
