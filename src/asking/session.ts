import type { AskerPorts } from './asker.js';
import type { User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { decide } from '../core/decide.js';
import { DEFERRING, type Decision } from '../core/decision.js';
import { adoptHistory, mergeHistory, type AskRecord, type History } from '../core/history.js';
import { quiet } from '../core/quiet.js';
import { countWaiting } from '../delivery/waiting.js';
import type { Emit } from './events.js';
import { factsOf, nameOf } from './facts.js';
import type { Office } from './office.js';
import { now } from '../page/clock.js';
import { watchManners } from '../page/manners.js';
import { watchNavigation } from '../page/navigation.js';
import { watchTriggers } from '../page/triggers.js';
import { visited } from '../page/visits.js';
import { openStage, type Stage } from './stage.js';

/** A moment that is wrong for longer than this is given up until the next trigger. Milliseconds, as is the pause between looks. */
const PATIENCE = 600_000;
const PAUSE = 1000;

/** One right configuration at work on one page. */
export interface Session {
  track(event: string): void;
  identify(user?: User): Promise<void>;
  consent(state: 'granted' | 'denied'): Promise<void>;
  ask(trigger?: string): Promise<Decision>;
  explain(): Promise<Decision>;
  office(): Promise<Office>;
  erase(): Promise<void>;
  /** An ask is open. */
  readonly busy: boolean;
  stop(): void;
}

export function startSession(config: ResolvedConfig, ports: AskerPorts, emit: Emit, onIdle: () => void): Session {
  const { preview = false } = ports;
  const anonymous = config.kind === 'employee';
  // An employee survey shares nothing with the surveys of customers: neither identity nor storage.
  const device = anonymous ? 'employee' : 'device';
  const name = anonymous ? 'askwell-employee' : 'askwell';
  let user = anonymous ? undefined : config.user;
  let consented = config.consent === 'granted';
  let store = ports.open(config, consented && !preview);
  let history: History = { v: 1, asks: [] };
  let staged: Stage | undefined;
  let current: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  /** The moment that came before consent did. */
  let missed: string | undefined;

  const person = (): string | undefined => nameOf(user);

  const remember = (added: History): void => {
    history = mergeHistory(history, added);
    store.merge(device, person(), history);
  };

  /** What is stored now, by this tab or any other, on this device or another. */
  const recall = async (read = (found: History): History => found): Promise<void> => {
    for (const found of await store.read(device, person())) history = mergeHistory(history, read(found));
  };

  /** May anything be stored? */
  const kept = (): boolean => consented && !preview && config.storage !== 'memory';
  const adopt = (): void => {
    const hash = person();
    if (hash) remember(adoptHistory(history, hash));
  };
  const manners = watchManners(config.manners);

  const judge = (asked = false): Decision => {
    const facts = { ...factsOf(config, user, history), consent: consented, manners: manners.measure() };
    const decision = decide(facts, { ...config, ...config.sampling }, now());
    if (kept()) ports.onDecision?.(decision, config, user, asked);
    return decision;
  };

  const stage = (): Stage =>
    (staged ??= openStage({
      config,
      name,
      preview,
      prefill: ports.prefill,
      now,
      emit,
      person,
      // What this ask shuts is noted at once, so that not even the next page view has to look closely.
      remember: (added) => [remember(added), judge(true)],
      recall,
      backroom: ports.backroom,
      hurry: ports.hurry,
      loadFormat: ports.loadFormat,
      kept: kept(),
      user: () => user,
      history: () => history,
    }));

  const erase = async (): Promise<void> => {
    await stage().erase();
    ports.open(config, true).erase(device, person());
  };

  async function show(trigger: string): Promise<void> {
    if (current || stopped) return;
    const controller = (current = new AbortController());
    let record: AskRecord | undefined;
    const end = (): void => {
      // The page let go of it before anybody saw it.
      if (record?.state === 'claimed') staged?.giveBack(record);
      if (current !== controller) return;
      current = undefined;
      onIdle();
    };
    try {
      const open = stage();
      // With ten answers waiting something is wrong with the endpoint: no more are asked for.
      if (countWaiting(name) < 10) {
        record = await open.claim((taken) => {
          // Another tab may have asked while the stage was fetched.
          history = [{ v: 1 as const, asks: taken }, ...store.here(device)].reduce(mergeHistory, history);
          if (taken.length && config.endpoint) void open.office().catch(() => {});
          return preview || judge().eligible;
        });
      }
      if (!record) return end();
      remember({ v: 1, asks: preview ? [] : [{ ...record }] });
      const ask = await open.open(record, trigger, controller, end);
      if (!controller.signal.aborted && emit('askwell-ask', { ask })) return void (await ports.present(ask));
    } catch (error) {
      if (config.debug) console.warn('[askwell]', error);
    }
    end();
  }

  /** Decides, says so, and asks; a moment that is merely wrong is waited for, but not for ever, and giving up is said too. */
  async function consider(trigger: string, since = performance.now(), said?: string): Promise<Decision> {
    await recall();
    if (!consented) missed = trigger;
    const decision = judge();
    const failing = decision.gates.filter(({ pass }) => !pass).map(({ code }) => code);
    if (
      failing[0] &&
      !stopped &&
      performance.now() - since < PATIENCE &&
      failing.every((code) => DEFERRING.includes(code as never) && code !== 'automation')
    ) {
      decision.waiting = true;
      clearTimeout(timer);
      const again = quiet(() => current || consider(trigger, since, saying));
      timer = setTimeout(again, PAUSE);
    }
    const saying = (decision.waiting ? 'waits: ' : '') + failing;
    if (said !== saying) {
      emit('askwell-decision', decision);
      if (config.debug) console.debug('[askwell]', trigger, saying, decision);
    }
    if (decision.eligible) await show(trigger);
    return decision;
  }

  /** One more page view. What a wrong clock has dated is healed once, and not at each view anew: so that is kept, too. */
  const view = (): void => remember({ ...visited(history, now()), ...(consented && ports.visit?.(config)) });

  /** The first reading of a page view: what is known, one more visit, and what waits for delivery. */
  async function begin(): Promise<void> {
    await recall();
    if (stopped) return;
    view();
    adopt();
    // Sampling needs somebody to draw: an anonymous visitor gets a random name, but only where a share is asked.
    const { rate, holdout, spread } = config.sampling;
    if ((rate < 1 || holdout || spread) && !history.anonymousId) {
      remember({ v: 1, asks: [], anonymousId: `${crypto.getRandomValues(new Uint32Array(4))}` });
    }
    // Where somebody was asked before, an answer may wait, though a killed browser may have lost the copy that is seen at once.
    if (consented && config.endpoint && (countWaiting(name) || history.asks.length))
      await stage()
        .office()
        .catch(() => {});
  }

  const began = preview ? show('preview') : quiet(begin)();
  const triggers = preview
    ? undefined
    : watchTriggers(
        config.when,
        quiet((trigger) => began.then(() => consider(trigger))),
        (ports.seconds ?? 0) * 1000,
        ports.watchGestures,
      );
  const unwatch = watchNavigation(() => {
    triggers?.reset();
    if (!preview) void began.then(view);
  });

  return {
    get busy() {
      return !!current;
    },
    track: (event) => triggers?.track(event),
    async identify(next) {
      if (anonymous) return;
      await began;
      user = next;
      adopt();
      await recall();
    },
    async consent(state) {
      await began;
      const granted = state === 'granted';
      if (!granted) {
        consented = false;
        current?.abort();
        await erase();
      }
      store = ports.open(config, granted);
      // This visit comes after those that could not be read before its consent. What is decided until they are known waits.
      await recall((found) => visited(found, now()));
      consented = granted;
      // What opened its storage under the other answer is let go of.
      staged?.stop();
      staged = undefined;
      remember(history);
      if (consented && missed) void consider(missed);
    },
    ask: (trigger = 'manual') => began.then(() => consider(trigger)),
    explain: () => began.then(() => recall()).then(() => judge()),
    office: () => stage().office(),
    async erase() {
      current?.abort();
      await erase();
      history = { v: 1, asks: [] };
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      current?.abort();
      triggers?.stop();
      manners.stop();
      unwatch();
      staged?.stop();
    },
  };
}
