import type { HistoryStore } from '../config/config.js';
import { parseHistory, type History } from '../core/history.js';
import { personHash } from '../core/person.js';

/**
 * The history that an askwell collector keeps, as `storage` of a configuration: whoever was asked on one device is not asked
 * again on another. Only for signed-in persons whose id the host's backend has proven; for everybody else the copy on the
 * device counts alone, as it does while the collector does not answer.
 *
 * @param url where the collector is, such as `https://nps.example`.
 * @param user who is here now; the same object, or function, whose `id` and `proof` the configuration's `user` has.
 */
export function collectorHistory(options: {
  url: string;
  user: { id?: string; proof?: string } | (() => { id?: string; proof?: string } | undefined);
}): HistoryStore {
  const { url, user } = options;
  return {
    async read(key: string): Promise<History | undefined> {
      const { id, proof } = (typeof user === 'function' ? user() : user) ?? {};
      const by = id && personHash(id);
      if (!proof || key !== `askwell:${by}`) return undefined;
      const response = await fetch(`${url.replace(/\/$/, '')}/v1/history`, {
        headers: { 'Askwell-Person': encodeURIComponent(id!), 'Askwell-Proof': proof },
        credentials: 'omit',
        cache: 'no-store',
      });
      const history = response.ok ? parseHistory(await response.json()) : undefined;
      return history && { ...history, asks: history.asks.map((ask) => ({ ...ask, by })) };
    },
    // The collector learns what happened from the messages themselves.
    merge: () => {},
  };
}
