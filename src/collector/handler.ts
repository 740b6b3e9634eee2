import { Hono } from 'hono';
import type { Access } from './access.js';
import { failureName, loggedPath } from './log.js';
import { Refusal } from './refusal.js';
import { exportRoutes } from './routes/export.js';
import { historyRoutes } from './routes/history.js';
import { importRoutes } from './routes/import.js';
import { loopRoutes } from './routes/loop.js';
import { messageRoutes } from './routes/messages.js';
import { peopleRoutes } from './routes/people.js';
import { reportRoutes } from './routes/report.js';

/** Methods of every path, for the preflight and for 405. */
const METHODS: Record<string, string> = {
  '/': 'GET',
  '/session': 'POST',
  '/session/end': 'POST',
  '/healthz': 'GET',
  '/v1/messages': 'POST',
  '/v1/history': 'GET',
  '/v1/report.json': 'GET',
  '/v1/loop': 'GET',
  '/v1/loop/:id': 'PATCH',
  '/v1/export.csv': 'GET',
  '/v1/export.ndjson': 'GET',
  '/v1/export.sps': 'GET',
  '/v1/import': 'POST',
  '/loop/:id': 'POST',
  '/v1/people/:id': 'GET, DELETE',
};

/** Paths that pages of other origins may call. */
const CROSS_ORIGIN = ['/v1/messages', '/v1/history'];

/** All routes, with what holds for each of them: log, errors as JSON, CORS. */
export function createHandler(access: Access): Hono {
  const { base, origins, options, now, store } = access;
  const app = new Hono({ strict: false }).basePath(base || '/');

  app.use(async (c, next) => {
    const start = now();
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    const { error } = c as { error?: Error };
    options.log?.({
      at: new Date(start).toISOString(),
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.res.status,
      milliseconds: now() - start,
      ...(error && c.res.status >= 500 && { failure: failureName(error.cause ?? error) }),
    });
  });

  for (const path of CROSS_ORIGIN) {
    app.use(path, async (c, next) => {
      if (!origins.allows(c.req.raw)) throw new Refusal(403, 'Pages of this origin may not send here.');
      if (c.req.method === 'OPTIONS') return c.body(null, 204, origins.preflight(c.req.raw, METHODS[path]!));
      await next();
      for (const [name, value] of Object.entries(origins.headers(c.req.raw))) c.header(name, value);
      return undefined;
    });
  }

  app.get('/healthz', async (c) => {
    // A write, because a full disk and a standby answer a reading as ever.
    await store('write', (db) =>
      db.updateTable('settings').set({ value: '' }).where('name', '=', 'retention').execute(),
    );
    return c.json({ status: 'ok' });
  });
  messageRoutes(app, access);
  historyRoutes(app, access);
  loopRoutes(app, access);
  exportRoutes(app, access);
  importRoutes(app, access);
  peopleRoutes(app, access);
  reportRoutes(app, access);

  for (const [path, methods] of Object.entries(METHODS)) {
    app.all(path, (c) => c.json({ error: `Only ${methods} is possible here.` }, 405, { Allow: methods }));
  }
  app.notFound((c) => c.json({ error: 'There is nothing at this address.' }, 404));
  app.onError((error) =>
    error instanceof Refusal
      ? error.toResponse()
      : Response.json({ error: 'Something failed inside.' }, { status: 500 }),
  );
  return app;
}
