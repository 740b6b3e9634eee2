import type { AskerPorts } from './asker.js';
import type { User } from './config/config.js';
import type { ResolvedConfig } from './config/resolve.js';
import { decide, type Facts } from './core/decide.js';
import { DEFERRING, type Decision } from './core/decision.js';
import { adoptHistory, mergeHistory, type AskRecord, type History } from './core/history.js';
import { personHash } from './core/person.js';
import { answersWait } from './delivery/waiting.js';
import type { Emit } from './events.js';
import { now } from './page/clock.js';
import { watchManners } from './page/manners.js';
import { isAskedHere, watchNavigation } from './page/navigation.js';
import { watchTriggers } from './page/triggers.js';
import { visited } from './page/visits.js';
import type { Stage } from './stage.js';
import { openStore } from './storage/open.js';

/** A moment that is wrong for longer than this is given up until the next trigger. */
const PATIENCE = 600_000;
const PAUSE = 1000;

/** One right configuration at work on one page. */
export interface Session {
  track(event: string): void;
  identify(user?: User): Promise<void>;
  consent(state: 'granted' | 'denied'): Promise<void>;
  ask(trigger?: string): Promise<Decision>;
  explain(): Promise<Decision>;
  stage(): Promise<Stage>;
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
  let user = anonymous ? undefined : config.user;
  let consented = config.consent === 'granted';
  let store = openStore(config, consented && !preview);
  let history: History = { v: 1, asks: [] };
  let staged: Promise<Stage> | undefined;
  let current: AbortController | undefined;
  let stopped = false;

  const person = (): string | undefined => (user?.id ? personHash(user.id) : undefined);

  const remember = (added: History): void => {
    history = mergeHistory(history, added);
    store.merge(device, person(), history);
  };

  /** What is stored now, by this tab or any other, on this device or another. */
  const recall = async (): Promise<void> => {
    for (const found of await store.read(device, person())) history = mergeHistory(history, found);
  };

  const adopt = (): void => {
    const hash = person();
    if (hash) remember(adoptHistory(history, hash));
  };

  const manners = watchManners(config.manners);

  const judge = (own?: string): Decision => {
    const facts: Facts = {
      history, person: person(), own, consent: consented,
      sampleId: user?.id ?? history.anonymousId,
      path: isAskedHere(config.where, location.pathname),
      createdAt: user?.createdAt === undefined ? undefined : +new Date(user.createdAt),
      lastAskedAt: user?.lastAskedAt === undefined ? undefined : +new Date(user.lastAskedAt),
      manners: manners.measure(),
    };
    const { survey, throttle, wave, sampling } = config;
    return decide(facts, { survey, throttle, wave, ...sampling }, now());
  };

  const stage = (): Promise<Stage> =>
    (staged ??= ports.stage().then((create) => create({
      config, preview, prefill: ports.prefill, now, emit, person, remember, recall, loadFormat: ports.loadFormat,
      kept: consented && !preview && config.storage !== 'memory', user: () => user, history: () => history,
    })));

  async function show(trigger: string): Promise<void> {
    if (current || stopped) return;
    const controller = (current = new AbortController());
    let record: AskRecord | undefined;
    const end = (): void => {
      // The page let go of it before anybody saw it.
      if (record?.state === 'claimed') void staged?.then((open) => open.giveBack(record!));
      if (current !== controller) return;
      current = undefined;
      onIdle();
    };
    try {
      const open = await stage();
      if ((await open.waiting()) < 10) {
        record = await open.claim((taken) => {
          // Another tab may have asked while the stage was fetched.
          history = [{ v: 1 as const, asks: taken }, ...store.here(device)].reduce(mergeHistory, history);
          return preview || judge().eligible;
        });
      }
      if (!record) return end();
      remember({ v: 1, asks: preview ? [] : [{ ...record }] });
      const ask = open.open(record, trigger, controller, end);
      if (!controller.signal.aborted && emit('askwell-ask', { ask })) {
        await ports.present(ask);
        return;
      }
    } catch (error) {
      if (config.debug) console.warn('[askwell]', error);
    }
    end();
  }

  /** Decides, says so, and asks; a moment that is merely wrong is waited for, but not for ever. */
  async function consider(trigger: string, until = now() + PATIENCE, said?: string): Promise<Decision> {
    await recall();
    const decision = judge();
    const failing = decision.gates.filter(({ pass }) => !pass).map(({ code }) => code);
    if (said !== `${failing}`) {
      emit('askwell-decision', decision);
      if (config.debug) console.debug('[askwell]', trigger, decision.eligible ? 'asks' : `does not ask: ${failing}`, decision);
    }
    if (decision.eligible) await show(trigger);
    else if (!stopped && now() < until && failing.every((code) => DEFERRING.includes(code as never) && code !== 'automation')) {
      setTimeout(() => stopped || current || void consider(trigger, until, `${failing}`), PAUSE);
    }
    return decision;
  }

  /** The first reading of a page view: what is known, one more visit, and what waits for delivery. */
  async function begin(): Promise<void> {
    await recall();
    if (stopped) return;
    remember(visited(history, now()));
    adopt();
    // Sampling needs somebody to draw: an anonymous visitor gets a random name, but only where a share is asked.
    const { rate, holdout, spread } = config.sampling;
    if ((rate < 1 || holdout || spread) && !history.anonymousId) {
      remember({ v: 1, asks: [], anonymousId: `${crypto.getRandomValues(new Uint32Array(4))}` });
    }
    if (consented && config.endpoint && (await answersWait())) await stage();
  }

  const began = preview ? show('preview') : begin();
  const triggers = preview ? undefined : watchTriggers(config.when, (trigger) => void began.then(() => consider(trigger)));
  const unwatch = watchNavigation(() => triggers?.reset());

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
      consented = state === 'granted';
      if (!consented) {
        current?.abort();
        await (await stage()).erase();
        store.erase(device, person());
      }
      // What opened its storage under the other answer is let go of.
      (await staged)?.stop();
      staged = undefined;
      store = openStore(config, consented);
      await recall();
      remember(history);
    },
    ask: (trigger = 'manual') => began.then(() => consider(trigger)),
    explain: async () => {
      await began;
      await recall();
      return judge();
    },
    stage,
    async erase() {
      current?.abort();
      await (await stage()).erase();
      store.erase(device, person());
      history = { v: 1, asks: [] };
    },
    stop() {
      stopped = true;
      current?.abort();
      triggers?.stop();
      manners.stop();
      unwatch();
      void staged?.then((open) => open.stop());
    },
  };
}
