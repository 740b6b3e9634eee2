import { Refusal } from './refusal.js';
import { createSigner, equal, randomSecret } from './secret.js';

const NAME = 'askwell_session';
const HOURS = 12;

/** A signed-in reader of the report page. */
export interface Session {
  /** Stands in every form of the page and is compared on every POST. */
  csrf: string;
}

/**
 * Sessions without a table: the cookie is an end and a random part, signed by the token. So every process that has the token
 * knows it, and a changed token ends all sessions.
 *
 * @param token the secret of this collector.
 * @param now epoch milliseconds.
 */
export function createSessions(token: string, now: () => number) {
  const signer = createSigner(token);
  const cookie = (value: string, seconds: number, request: Request, path: string): string =>
    `${NAME}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`;

  const sessions = {
    /** The token itself, from a form or an `Authorization` header. */
    knows: (given: string): Promise<boolean> => equal(given, token),

    /** The `Set-Cookie` that starts a session. */
    async start(request: Request, path: string): Promise<string> {
      const what = `${now() + HOURS * 3_600_000}.${randomSecret()}`;
      return cookie(`${what}.${await signer.sign(`session ${what}`)}`, HOURS * 3600, request, path);
    },

    /** The `Set-Cookie` that ends it. */
    end: (request: Request, path: string): string => cookie('', 0, request, path),

    /** The session of a request; undefined without one, after its end, or when the cookie was not made here. */
    async read(request: Request): Promise<Session | undefined> {
      const found = request.headers
        .get('cookie')
        ?.split(/;\s*/)
        .find((pair) => pair.startsWith(`${NAME}=`));
      const [until, random, signature] = found?.slice(NAME.length + 1).split('.') ?? [];
      if (!until || !random || !signature || !(Number(until) > now())) return undefined;
      const what = `${until}.${random}`;
      return (await signer.verify(`session ${what}`, signature))
        ? { csrf: await signer.sign(`csrf ${what}`) }
        : undefined;
    },

    /** @throws Refusal 401 unless the form came from a page of the session that the request carries. */
    async checkForm(request: Request, form: URLSearchParams): Promise<void> {
      const session = await sessions.read(request);
      if (!session || !(await equal(form.get('csrf') ?? '', session.csrf))) {
        throw new Refusal(401, 'This form is out of date; reload the page and sign in.');
      }
    },
  };
  return sessions;
}

export type Sessions = ReturnType<typeof createSessions>;

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
}
