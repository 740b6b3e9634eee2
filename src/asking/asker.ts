import type { Ask } from './ask.js';
import type { Backroom } from './backroom.js';
import type { AskwellConfig, User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Decision } from '../core/decision.js';
import type { Visits } from '../core/history.js';
import type { Format } from '../delivery/format.js';
import type { Diagnostics } from '../delivery/outbox.js';
import { AskwellEvent, type AskwellEventMap, type AskwellEventName, type Emit } from './events.js';
import { quiet } from '../core/quiet.js';
import { startSession, type Session } from './session.js';
import type { watchGestures } from '../page/gestures.js';
import type { Memory } from '../storage/here.js';
import type { PrivacyReport } from '../storage/report.js';

/** The handle that a page holds: the same methods on the element, on this object and on `window.askwell`. */
export interface Askwell {
  /** Something happened that a trigger may wait for. */
  track(event: string): void;
  /** Who is here now; `undefined` after logging out. What was asked on this device while anonymous becomes this person's. */
  identify(user?: User): Promise<void>;
  /** With `consent: 'required'`: nothing is stored, sent or asked before `granted`; `denied` later erases what was stored. */
  consent(state: 'granted' | 'denied'): Promise<void>;
  /** Asks now, without a trigger, if the rules allow. */
  ask(): Promise<Decision>;
  /** May this person be asked now? Every gate. Has no effect. */
  explain(): Promise<Decision>;
  /** What is stored, where and until when. */
  privacyReport(): Promise<PrivacyReport | undefined>;
  /** What waits for delivery, what is dead, and why. */
  diagnostics(): Promise<(Diagnostics & { version: string }) | undefined>;
  /** Sends the dead letters again. */
  retryFailed(): Promise<void>;
  /** Erases everything that askwell stored on this device. */
  reset(): Promise<void>;
  on<Name extends AskwellEventName>(type: Name, listener: (event: AskwellEventMap[Name]) => void): () => void;
  /** A new configuration. While the question is open it waits until the ask has ended. */
  update(config: AskwellConfig): void;
  /** Lets go of the page: no timer, no listener, no open question remains. What waits is delivered on the next page view. */
  stop(): void;
}

/** What the composition root needs from the surface it serves. */
export interface AskerPorts {
  /** Shows an ask. Called with at most one at a time. */
  present(ask: Ask): unknown;
  /** Where events go out: the element, or `document`. */
  target: EventTarget;
  /** The cheap check: the configuration with its defaults, or undefined when it is wrong. */
  resolve(config: AskwellConfig): ResolvedConfig | undefined | Promise<ResolvedConfig | undefined>;
  /** Opens the storage of the history; `allowed` is false without consent. */
  open(config: ResolvedConfig, allowed: boolean): Memory;
  /** Watches for scrolling, leaving and idling, where the configuration waits for them. */
  watchGestures?: typeof watchGestures;
  /** What is not needed to show the question. */
  backroom(): Promise<Backroom>;
  /** Show the question before the backroom is here. */
  hurry?: boolean;
  /** The precise words for a wrong configuration; not fetched for a right one. */
  explain(): Promise<{ explainConfig(config: unknown): string[] }>;
  /** Gets the format of an endpoint that is not built in. */
  loadFormat?: (name: string) => Promise<Format>;
  /** Hears every decision of which a note may be stored; `asked`: just now something became of an ask. */
  onDecision?(decision: Decision, config: ResolvedConfig, user: User | undefined, asked: boolean): void;
  /** For how many seconds the page was visible before. */
  seconds?: number;
  /** Notes a page view where it was noted before this file was there, and tells what is known of the visits. */
  visit?(config: ResolvedConfig): Visits | undefined;
  preview?: boolean;
  /** Preselects a score (0–10) and sends nothing. */
  prefill?: number;
}

const NOBODY: Decision = { eligible: false, gates: [] };

/**
 * Watches one page for one survey. The configuration is checked cheaply where it is read; only a wrong one costs the words
 * about it, is said once in the console, and then nobody is asked.
 */
export function createAsker(input: AskwellConfig, ports: AskerPorts): Askwell {
  const { target } = ports;
  const emit: Emit = (type, detail) => {
    try {
      return target.dispatchEvent(new AskwellEvent(type, detail));
    } catch {
      // A page without events has no listener that could object.
      return true;
    }
  };
  let session: Session | undefined;
  let next: AskwellConfig | undefined;
  let stopped = false;

  const complain = quiet(async (wrong: unknown) => {
    let errors: string[] = [];
    try {
      errors = (await ports.explain()).explainConfig(wrong);
    } catch {
      // The words could not be fetched; that something is wrong is said all the same.
    }
    emit('askwell-error', { errors });
    console.error(`[askwell] Nobody is asked: wrong configuration\n${errors.join('\n')}`);
  });

  const start = quiet(async (wanted: AskwellConfig) => {
    session?.stop();
    const found = ports.resolve(wanted);
    // Without an `await` where none is needed: who tracks an event right away wants to be heard.
    const config = found instanceof Promise ? await found : found;
    if (stopped) return;
    session = config && startSession(config, ports, emit, () => next && void start(next));
    next = undefined;
    if (!config) void complain(wanted);
  });

  void start(input);

  return {
    track: (event) => session?.track(event),
    identify: async (user) => session?.identify(user),
    consent: async (state) => session?.consent(state),
    ask: async () => (await session?.ask()) ?? NOBODY,
    explain: async () => (await session?.explain()) ?? NOBODY,
    privacyReport: async () => (await session?.office())?.privacyReport(),
    diagnostics: async () => (await session?.office())?.diagnostics(),
    retryFailed: async () => (await session?.office())?.retryFailed() as Promise<never>,
    reset: async () => session?.erase(),
    on(type, listener) {
      target.addEventListener(type, listener as EventListener);
      return () => target.removeEventListener(type, listener as EventListener);
    },
    update(config) {
      if (session?.busy) next = config;
      else void start(config);
    },
    stop() {
      stopped = true;
      session?.stop();
      session = next = undefined;
    },
  };
}
