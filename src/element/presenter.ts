import type { Ask } from '../asking/ask.js';
import type { Messages } from '../locales/messages.js';
import { quiet } from '../core/quiet.js';
import type { Answer } from './answer.js';
import { followUpOf, isUp, type Leaving, type Showing } from './showing.js';
import { isBlocked, lower, raise, watchModals } from './top-layer.js';
import { plain, wordsFor } from './wording.js';

/** The element, as far as its presenter knows it. */
export type Host = HTMLElement & { open: boolean; requestUpdate(): void };

/**
 * Leads one question from its first appearance to its end: what is on screen, what the person did, where the focus goes.
 * The element renders what `showing` says, and calls `settle` after each rendering. `onSeen` is told when the question is on screen.
 */
export function createPresenter(host: Host, answer?: Answer, onSeen?: () => void) {
  let showing: Showing | undefined;
  let life = new AbortController();
  let cameFrom: EventTarget | null = null;
  let hadFocus = false;
  let seen: IntersectionObserver | undefined;

  const find = <E extends HTMLElement>(selector: string): E | null => host.shadowRoot!.querySelector<E>(selector);
  const focused = (): boolean => !!host.shadowRoot?.activeElement;
  const floats = (): boolean => showing?.layout !== 'inline';

  /** The focus goes back to where it came from, but only if it is with us. */
  function takeDown(): void {
    const panel = find('.panel');
    const giveBack = focused() && cameFrom instanceof HTMLElement && cameFrom.isConnected;
    if (panel) lower(panel);
    if (giveBack) (cameFrom as HTMLElement).focus({ preventScroll: true });
  }

  function vanish(): void {
    life.abort();
    seen?.disconnect();
    takeDown();
    showing = undefined;
    host.open = false;
    host.requestUpdate();
  }

  /** Out of the way at once; whether the page lets it end is heard when the ask is there, and if not, it comes back. */
  function hide(left: Promise<unknown>): void {
    const here = showing;
    takeDown();
    host.open = false;
    host.requestUpdate();
    void left.then((isGone) => {
      if (showing !== here) return;
      if (isGone) return vanish();
      host.open = true;
      host.requestUpdate();
    });
  }

  function leave(reason: Leaving): void {
    if (!showing) return;
    const { ask, stage } = showing;
    if (stage !== 'asking') return vanish();
    const left: unknown =
      reason === 'snooze' ? ask.snooze() : reason === 'opt-out' ? ask.optOut() : ask.dismiss(reason);
    if (!left) return;
    if (left instanceof Promise) return hide(left);
    if (reason === 'snooze' || reason === 'opt-out' || !answer) return vanish();
    takeDown();
    showing.stage = 'closed';
    host.open = false;
    host.requestUpdate();
  }

  function choose(event: Event): void {
    if (showing?.stage !== 'asking') return;
    const { ask } = showing;
    showing.score = Number((event.target as HTMLInputElement).value);
    showing.announced &&= false;
    host.requestUpdate();
    // A mail scanner that opens links, and even one that runs scripts in them, does not vote.
    if (ask.prefill !== undefined && !showing.touched) return;
    showing.said = true;
    showing.category = ask.score(showing.score);
    answer?.dropReasons(showing);
  }

  function input(event: Event): void {
    if (!showing) return;
    if (answer?.take(showing, event.target as HTMLInputElement)) host.requestUpdate();
  }

  /** What is rendered is not yet seen: it may be below the fold, under a hidden ancestor, or in a page in the background. */
  function see(entries: IntersectionObserverEntry[]): void {
    if (!showing || !entries.some((entry) => entry.isIntersecting)) return;
    const { ask, words, layout } = showing;
    const { locale, dir } = words;
    seen!.disconnect();
    ask.shown({
      question: plain(words.question, ask.config.product),
      followUp: followUpOf(showing),
      locale,
      dir,
      layout,
    });
    onSeen?.();
    showing.announced = /corner|bar/.test(layout) && showing.score === undefined && !focused();
    host.requestUpdate();
  }

  /** Raises the panel, or takes it down while the host shows something modal or wants us hidden. */
  function settle(): void {
    const panel = find('.panel');
    if (!showing || !panel || !host.isConnected) return;
    // A modal question that is up stays below the host's later dialog, as any dialog would.
    const free = panel.matches('dialog[open]') || !isBlocked(host);
    if (floats()) (isUp(showing, host.open) && free ? raise : lower)(panel);
    const scale = find('fieldset');
    if (scale && showing.announced === undefined) seen?.observe(scale);
    if (hadFocus && !focused()) panel.focus({ preventScroll: true });
  }

  /** The answer's part of leading: the keyboard, what is done elsewhere on the page, sending. */
  const follow = (): void => {
    if (floats()) answer?.follow(presenter, host, life.signal);
  };

  const presenter = {
    get showing() {
      return showing;
    },
    get answer() {
      return answer;
    },
    /** Brings what comes after the score. */
    complete(rest: Answer) {
      answer = rest;
      // Said before the ask could tell its category.
      if (showing?.said) showing.category = showing.ask.score(showing.score!);
      follow();
      if (showing) host.requestUpdate();
    },
    choose,
    input,
    leave,
    settle,
    vanish,
    send: (event: Event) => answer?.send(presenter, host, event),
    undo() {
      if (!showing?.ask.reopen()) return;
      showing.stage = 'asking';
      host.open = true;
      host.requestUpdate();
    },
    beforeUpdate() {
      hadFocus = focused();
    },
    clicked(event: Event) {
      if (showing) showing.touched ||= event.isTrusted;
    },
    entered(event: FocusEvent) {
      if (!(event.relatedTarget instanceof Node && host.shadowRoot!.contains(event.relatedTarget)))
        cameFrom = event.relatedTarget;
      if (showing?.announced) {
        showing.announced = false;
        host.requestUpdate();
      }
    },
    present(ask: Ask, messages: Messages) {
      life.abort();
      life = new AbortController();
      const { signal } = life;
      const { layout = 'corner' } = ask.config;
      const words = wordsFor(messages, ask.config, ask.kind);
      showing = {
        ask,
        words,
        layout,
        stage: 'asking',
        score: ask.prefill,
        said: false,
        touched: false,
        comment: '',
        reasons: [],
        contact: false,
        email: '',
        invalid: false,
      };
      ask.signal.addEventListener('abort', quiet(vanish), { signal });
      seen?.disconnect();
      seen = new IntersectionObserver(quiet(see), { threshold: 0.5 });
      if (layout !== 'inline') watchModals(settle, signal);
      follow();
      host.open = true;
      host.requestUpdate();
    },
  };
  return presenter;
}

export type Presenter = ReturnType<typeof createPresenter>;
