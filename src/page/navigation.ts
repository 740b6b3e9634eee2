import { quiet } from '../core/quiet.js';
import { listen } from './listen.js';

/** The address of what is shown. A fragment belongs to it as a route (`#/cart`, `#!cart`), and not as a place on the page. */
export const viewed = (): string => location.href.split(/#(?![/!])/)[0]!;

/**
 * Calls back when something else is shown without a new document: by the Navigation API, else by `popstate` and `hashchange`.
 * The host's `history` is never patched, so without the Navigation API a `pushState` is noticed only when something next asks
 * where the page is. Returns the way to stop.
 */
export function watchNavigation(onChange: () => void): () => void {
  const stopper = new AbortController();
  let last = viewed();
  const look = () => {
    const before = last;
    last = viewed();
    if (before !== last) onChange();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', quiet(look), { signal: stopper.signal });
  listen('popstate hashchange', look, stopper.signal);
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
 *
 * Goes along the pattern with every place of the path that it may have come to, so that the time is bounded by the product of
 * both lengths: the regular expression would take years for `*a*a*a*a*b`.
 */
function matches(pattern: string, path: string): boolean {
  let places = [true];
  for (const piece of encodeURI(pattern)
    .replaceAll('%25', '%')
    .split(/(\*+|:\w+)/)) {
    const isName = /^:\w/.test(piece);
    const next: boolean[] = [];
    let open = false;
    for (let place = 0; place <= path.length; place++) {
      const here = places[place]!;
      if (isName) {
        next[place] = open;
        open = (open || here) && path[place] !== '/';
      } else if (piece[0] === '*') next[place] = open ||= here;
      else if (here && path.startsWith(piece, place)) next[place + piece.length] = true;
    }
    places = next;
  }
  return !!places[path.length];
}

export function isAskedHere(where: Where | undefined, path: string): boolean {
  const { include, exclude } = where ?? {};
  const any = (patterns?: readonly string[]) => patterns?.some((pattern) => matches(pattern, path));
  return (!include?.length || any(include)!) && !any(exclude);
}
