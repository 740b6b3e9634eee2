import type { AskerPorts } from './asker.js';
import type { User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { adoptHistory, mergeHistory, type AskRecord, type History } from '../core/history.js';
import { nameOf } from './facts.js';
import { now } from '../page/clock.js';
import { visited } from '../page/visits.js';
import type { Presence } from './presence.js';

/** What one survey knows of who is here: read from what is stored, and kept there while that is allowed. */
export interface Recollection {
  readonly history: History;
  user(): User | undefined;
  /** Hash of the signed-in person. */
  person(): string | undefined;
  remember(added: History): void;
  /**
   * Reads what is stored now, by this tab or any other, on this device or another, about `by`; `read`: how it is to be taken.
   */
  recall(by?: string, read?: (found: History) => History): Promise<void>;
  /** What lies on this device now, and what was claimed. Read at once. */
  glance(taken: AskRecord[]): void;
  /** From now on, beyond this page or not. */
  keep(beyond: boolean): void;
  /**
   * Makes what is remembered somebody's: what was asked of an anonymous person becomes that of who signed in, and an anonymous
   * one gets a random name where a share is asked, for sampling needs somebody to draw.
   */
  adopt(): void;
  /** One more page view. */
  view(): void;
  /** Erases what lies in the storage of the configuration, whether or not this page may store anything. */
  erase(): void;
  forget(): void;
}

export function recollect(config: ResolvedConfig, presence: Presence, ports: AskerPorts): Recollection {
  const anonymous = config.kind === 'employee';
  // An employee survey shares nothing with the surveys of customers: neither identity nor storage.
  const device = anonymous ? 'employee' : 'device';
  let allowed = false;
  let store = ports.openStore(config, allowed);
  let history: History = { v: 1, asks: [] };

  const user = (): User | undefined => (anonymous ? undefined : presence.user);
  const person = (): string | undefined => nameOf(user());
  const remember = (added: History): void => {
    history = mergeHistory(history, added);
    store.merge(device, person(), history);
  };

  return {
    get history() {
      return history;
    },
    user,
    person,
    remember,
    async recall(by = person(), read = (found) => found) {
      for (const found of await store.read(device, by)) history = mergeHistory(history, read(found));
    },
    glance(taken) {
      history = [{ v: 1 as const, asks: taken }, ...store.here(device)].reduce(mergeHistory, history);
    },
    keep(beyond) {
      allowed = beyond;
      store = ports.openStore(config, allowed);
    },
    // What a wrong clock has dated is healed once, and not at each view anew: so that is kept, too.
    view: () => remember({ ...visited(history, now()), ...(allowed && ports.visit?.(config)) }),
    adopt() {
      const hash = person();
      if (hash) remember(adoptHistory(history, hash));
      const { rate, holdout, spread } = config.sampling;
      if (allowed && (rate < 1 || holdout || spread) && !history.anonymousId)
        remember({ v: 1, asks: [], anonymousId: `${crypto.getRandomValues(new Uint32Array(4))}` });
    },
    erase: () => ports.openStore(config, true).erase(device, person()),
    forget: () => void (history = { v: 1, asks: [] }),
  };
}
