/**
 * Calls back when the address has changed without a new document: by the Navigation API, else by `popstate` and `hashchange`.
 * The host's `history` is never patched, so without the Navigation API a `pushState` is noticed only when something next asks
 * where the page is. Returns the way to stop.
 */
export function watchNavigation(onChange: () => void): () => void {
  const stopper = new AbortController();
  let { href } = location;
  const look = () => {
    if (href !== location.href) {
      ({ href } = location);
      onChange();
    }
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal: stopper.signal });
  for (const type of ['popstate', 'hashchange']) addEventListener(type, look, { signal: stopper.signal });
  return () => stopper.abort();
}
