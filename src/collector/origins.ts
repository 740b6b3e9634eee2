/**
 * Which pages may send. Keeps browsers of other sites away; it is no authentication, for a program that is no browser writes
 * any `Origin` it likes, or none.
 *
 * @param allowed origins such as `https://shop.example`; `*` for all. The collector's own origin is always allowed.
 */
export function createOrigins(allowed: readonly string[]) {
  const known = new Set(allowed.map(normal));

  return {
    /** False for a request by a page of another origin. */
    allows(request: Request): boolean {
      const origin = request.headers.get('origin');
      if (origin === null || known.has('*') || known.has(origin)) return true;
      const { host } = new URL(request.url);
      return origin === `https://${host}` || origin === `http://${host}`;
    },

    /** Headers that let the page read the answer. */
    headers(request: Request): Record<string, string> {
      const origin = request.headers.get('origin');
      return {
        Vary: 'Origin',
        ...(origin !== null && {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Expose-Headers': 'Retry-After',
        }),
        // Only for origins that were named one by one: a page that sends its cookies along may read the answer.
        ...(origin !== null && known.has(origin) && { 'Access-Control-Allow-Credentials': 'true' }),
      };
    },

    /** Headers of the answer to a preflight. */
    preflight(request: Request, methods: string): Record<string, string> {
      return {
        ...this.headers(request),
        'Access-Control-Allow-Methods': methods,
        'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, Askwell-Person, Askwell-Proof',
        'Access-Control-Max-Age': '86400',
      };
    },
  };
}

export type Origins = ReturnType<typeof createOrigins>;

function normal(origin: string): string {
  if (origin === '*' || origin === 'null') return origin;
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) {
    throw new TypeError(`An origin is written like https://shop.example, not '${origin}'.`);
  }
  return new URL(origin).origin;
}
