import type { Ask } from './ask.js';
import type { Backroom } from './backroom.js';
import type { AskwellConfig, User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { NOBODY, type Decision } from '../core/decision.js';
import type { Visits } from '../core/history.js';
import type { Format } from '../delivery/format.js';
import type { Diagnostics } from '../delivery/outbox.js';
import { AskwellEvent, type AskwellEventMap, type AskwellEventName, type Emit } from './events.js';
import { quiet } from '../core/quiet.js';
import type { Office } from './office.js';
import { arrive, type Presence } from './presence.js';
import { startSession } from './session.js';
import type { Session } from './session-ports.js';
import { textOf } from '../core/text-of.js';
import type { watchGestures } from '../page/gestures.js';
import type { isAskedHere } from '../page/navigation.js';
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
  openStore(config: ResolvedConfig, allowed: boolean): Memory;
  /** Watches for scrolling, leaving and idling, where the configuration waits for them. */
  watchGestures?: typeof watchGestures;
  /** Whether a page is one of those in `where`; needed for a configuration that has it. */
  isAskedHere?: typeof isAskedHere;
  /** What is not needed to show the question. */
  backroom(): Promise<Backroom>;
  /** Show the question before the backroom is here. */
  hurry?: boolean;
  /** The precise words for a wrong configuration; not fetched for a right one. */
  explain(): Promise<{ explainConfig(config: unknown): string[] }>;
  /** Gets the format of an endpoint that is not built in. */
  loadFormat?: (name: string) => Promise<Format>;
  /**
   * Hears every decision of which a note may be stored; `asked`: just now something became of an ask; `wanted`: `config` as it was
   * given.
   */
  onDecision?(
    decision: Decision,
    config: ResolvedConfig,
    user: User | undefined,
    asked: boolean,
    wanted: AskwellConfig,
  ): void;
  /** Who is here, where there is something to go on with. */
  presence?: Presence;
  /** Notes a page view where it was noted before this file was there, and tells what is known of the visits. */
  visit?(config: ResolvedConfig): Visits | undefined;
  preview?: boolean;
  /** Preselects a score (0–10) and sends nothing. */
  prefill?: number;
}

/**
 * Watches one page for one survey. The configuration is checked cheaply where it is read; only a wrong one costs the words
 * about it, is said once in the console, and then nobody is asked. What is called is done in the order of the calls.
 */
export function createAsker(input: AskwellConfig, ports: AskerPorts): Askwell {
  const { target, presence = arrive() } = ports;
  const { take, after } = presence.turns;
  const emit: Emit = (type, detail) => {
    try {
      return target.dispatchEvent(new AskwellEvent(type, detail));
    } catch {
      // A page without events has no listener that could object.
      return true;
    }
  };
  let session: Session | undefined;
  let text = textOf(input);
  let next: AskwellConfig | undefined;
  let stopped = false;

  const say = (errors: string[], head = ''): void => {
    emit('askwell-error', { errors });
    console.error(`[askwell] ${head}${errors.join('\n')}`);
  };

  const complain = quiet(async (wrong: unknown) => {
    let errors: string[] = [];
    try {
      errors = (await ports.explain()).explainConfig(wrong);
    } catch {
      // The words could not be fetched; that something is wrong is said all the same.
    }
    say(errors, 'Nobody is asked: wrong configuration\n');
  });

  const start = async (wanted: AskwellConfig): Promise<void> => {
    next = undefined;
    // Until the check has come, which may fail, nobody is asked as the one who has gone.
    if (isAnother(wanted)) {
      session?.stop();
      session = undefined;
      presence.moments.clear();
    }
    let config;
    try {
      config = await ports.resolve(wanted);
    } catch (error) {
      // Said once more, it is tried once more.
      text = undefined;
      throw error;
    }
    if (stopped) return;
    session?.stop();
    const named = textOf(wanted?.user);
    if (config && named !== presence.named) Object.assign(presence, { named, user: config?.user, isKnown: true });
    session = config && startSession({ config, wanted, presence, ports, emit, onIdle });
    if (!config) void complain(wanted);
    await session?.began;
  };
  const onIdle = (): void => void take(quiet(() => next && start(next)));

  /** Somebody else may now sit before a question that is open. */
  const isAnother = (config?: AskwellConfig): boolean =>
    !!presence.user?.id && textOf(config?.user) !== presence.named && config?.user?.id !== presence.user.id;

  const decide = (how: 'ask' | 'explain') => async (): Promise<Decision> =>
    (await after(() => session))?.[how]() ?? NOBODY;
  const inOffice =
    <Name extends 'privacyReport' | 'diagnostics' | 'retryFailed'>(name: Name) =>
    async (): Promise<Awaited<ReturnType<Office[Name]>> | undefined> =>
      (await after(() => session?.office()))?.[name]() as never;

  void take(quiet(() => start(input)));

  return {
    track: (event) => void after(quiet(() => session?.track(event))),
    identify(user) {
      if (user?.id !== presence.user?.id) session?.leave();
      return take(async () => {
        // What waits was said before.
        if (next) presence.named = textOf(next.user);
        let checked;
        try {
          checked = await ports.resolve({ user });
          if (!checked) void complain({ user });
        } catch {
          // The check could not be fetched. Until somebody is named anew, nobody is known.
        }
        const who = { user: checked?.user, isKnown: !!checked };
        if (session) session.identify(who);
        else Object.assign(presence, who);
      });
    },
    async consent(state) {
      if (!/^(granted|denied)$/.test(state)) return say([`consent() takes granted or denied, not ${state}`]);
      presence.consent = state;
      // What is withdrawn is withdrawn at once, whatever is being done.
      if (state === 'denied') session?.withdraw();
      return take(() => session?.consent(state));
    },
    ask: decide('ask'),
    explain: decide('explain'),
    privacyReport: inOffice('privacyReport'),
    diagnostics: inOffice('diagnostics'),
    retryFailed: inOffice('retryFailed') as () => Promise<never>,
    reset: () => take(() => session?.erase()),
    on(type, listener) {
      target.addEventListener(type, listener as EventListener);
      return () => target.removeEventListener(type, listener as EventListener);
    },
    update(config) {
      const said = textOf(config);
      // A host that writes the same again, as at every rendering, means nothing by it.
      if (said && said === text) return;
      text = said;
      const work = (): unknown => {
        if (!session?.busy || isAnother(config)) return start(config);
        next = config;
      };
      void take(quiet(work));
    },
    stop() {
      stopped = true;
      session?.stop();
      session = next = undefined;
    },
  };
}
