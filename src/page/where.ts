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

export function isAllowed({ include, exclude }: Where, path: string): boolean {
  const any = (patterns?: readonly string[]) => patterns?.some((pattern) => matches(pattern, path));
  return (!include?.length || any(include)!) && !any(exclude);
}
