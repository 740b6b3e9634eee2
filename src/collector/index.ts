import { createAccess } from './access.js';
import { openDatabase, type Opened } from './database.js';
import { createHandler } from './handler.js';
import { checkOptions, databaseOf, type CollectorOptions } from './options.js';
import { createOrigins } from './origins.js';
import { createSessions } from './session.js';
import { createWork } from './work.js';

export type { CollectorOptions } from './options.js';
export type { DatabaseOptions } from './database.js';
export type { LogLine } from './log.js';
export type { Report } from './report/report.js';
export { randomSecret } from './secret.js';
export { senderOf } from './address.js';

/** A Fetch-standard handler, with what a server needs beside it. */
export interface Collector {
  (request: Request): Promise<Response>;
  /** Resolves when the database is open and its tables are up to date. Requests wait for it by themselves. */
  ready(): Promise<void>;
  /** Sends notices and empties old answers that are due; for runtimes without timers between requests. */
  work(): Promise<void>;
  /** Waits for requests that are under way, then gives the database back. */
  close(): Promise<void>;
}

/**
 * A collector for any runtime that has Fetch and Web Crypto.
 *
 * ```ts
 * const collect = createCollector({ database: { dataDir: './askwell-data' }, token: process.env.ASKWELL_TOKEN! });
 * Bun.serve({ fetch: collect });
 * ```
 *
 * The database is opened at once; while it cannot be reached, requests are answered 503 and each tries to open it again.
 *
 * @throws TypeError when an option is wrong.
 */
export function createCollector(options: CollectorOptions): Collector {
  checkOptions(options);
  const now = options.now ?? Date.now;
  let opening: Promise<Opened> | undefined;
  let closed = false;
  const database = (): Promise<Opened> => {
    if (closed) return Promise.reject(new Error('The collector is closed.'));
    opening ??= openDatabase(databaseOf(options)).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const base = options.basePath ?? '';
  const work = createWork(options, database, now);
  const app = createHandler(
    createAccess({
      options,
      base,
      now,
      database,
      wake: work.wake,
      origins: createOrigins(options.origins ?? []),
      sessions: createSessions(options.token, now),
    }),
  );

  const underWay = new Set<Promise<unknown>>();
  const collect = async (request: Request): Promise<Response> => {
    const answer = Promise.resolve(app.fetch(request));
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  };
  // A failure is told to whoever asks: the next request, or ready().
  void database().catch(() => {});
  return Object.assign(collect, {
    ready: async () => void (await database()),
    work: work.run,
    close: async () => {
      if (closed) return;
      await Promise.allSettled(underWay);
      await work.stop();
      const last = opening;
      closed = true;
      await (await last?.catch(() => undefined))?.close();
    },
  });
}
