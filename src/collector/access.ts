import type { Database, Opened } from './database.js';
import { failureName } from './log.js';
import type { CollectorOptions } from './options.js';
import type { Origins } from './origins.js';
import { Refusal } from './refusal.js';
import type { Session, Sessions } from './session.js';

/** Seconds after which a sender may try again when the database is away. */
const AWAY = 30;

/** What the routes share. */
export interface Access {
  options: CollectorOptions;
  /** Path at which the host mounted the handler; empty at the root. */
  base: string;
  origins: Origins;
  sessions: Sessions;
  now(): number;
  /**
   * Runs statements. `read` may answer from a standby.
   *
   * @throws Refusal 503 when the database does not answer, 400 when it finds that a value is not of its type.
   */
  store<T>(which: 'read' | 'write', run: (db: Database) => Promise<T>): Promise<T>;
  /** Says that something may be due: notices are sent soon. */
  wake(): void;
  /** @throws Refusal 401 unless the request carries the token in `Authorization: Bearer`. */
  bearer(request: Request): Promise<void>;
  /** The session of a request by cookie, or one without forms for a request by token; undefined for neither. */
  reader(request: Request): Promise<Session | undefined>;
}

type Given = Pick<Access, 'options' | 'base' | 'origins' | 'sessions' | 'now' | 'wake'> & {
  database(): Promise<Opened>;
};

export function createAccess({ database, ...given }: Given): Access {
  const { sessions } = given;
  const hasToken = async (request: Request): Promise<boolean> => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    return token !== undefined && (await sessions.knows(token));
  };
  return {
    ...given,
    async store(which, run) {
      try {
        return await run((await database())[which]);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        const name = failureName(error);
        // SQLSTATE class 22: data exception. Sending the same again would end the same.
        if (/^22\w{3}$/.test(name)) throw new Refusal(400, 'holds a value that cannot be stored', '');
        throw Object.assign(new Refusal(503, 'The database does not answer; try again later.', undefined, AWAY), {
          cause: error,
        });
      }
    },
    async bearer(request) {
      if (!(await hasToken(request))) throw new Refusal(401, 'Send the token as "Authorization: Bearer …".');
    },
    async reader(request) {
      return (await hasToken(request)) ? { csrf: '' } : await sessions.read(request);
    },
  };
}
