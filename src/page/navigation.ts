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

/** Which pages may ask: at least one pattern of `include` (when there are any) and none of `exclude`. */
export interface Where {
  include?: readonly string[];
  exclude?: readonly string[];
}

/**
 * Matches a path (`location.pathname`) the way `URLPattern` does, with the two signs that paths need: `*` is any text, slashes
 * included, and `:name` is one segment. All else stands for itself, case and final slash included. `/shop/*` matches
 * `/shop/` and `/shop/a/b`, not `/shop`.
 */
function matches(pattern: string, path: string): boolean {
  const source = encodeURI(pattern)
    .replaceAll('%25', '%')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`).test(path);
}

export function isAskedHere(where: Where | undefined, path: string): boolean {
  const { include, exclude } = where ?? {};
  const any = (patterns?: readonly string[]) => patterns?.some((pattern) => matches(pattern, path));
  return (!include?.length || any(include)!) && !any(exclude);
}
