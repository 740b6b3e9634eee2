import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { readForm } from '../read-bytes.js';
import { reportPage, signInPage } from '../report/page.js';
import { readFilter } from '../report/filter.js';
import { readReport } from '../report/report.js';
import { STYLE } from '../report/style.js';

const PAGE = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/** The report as a page and as data, and the session of the page. */
export function reportRoutes(app: Hono, { base, now, store, bearer, reader, sessions }: Access): void {
  const home = `${base}/`;

  app.get('/', async (c) => {
    const session = await reader(c.req.raw);
    if (!session) return c.html(signInPage(base, false), 401, PAGE);
    const filter = readFilter(new URL(c.req.url).searchParams);
    const report = await store('read', (db) => readReport(db, filter, now()));
    return c.html(reportPage(base, session.csrf, report), 200, PAGE);
  });

  app.get('/report.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' }));

  app.get('/v1/report.json', async (c) => {
    await bearer(c.req.raw);
    const filter = readFilter(new URL(c.req.url).searchParams);
    return c.json(await store('read', (db) => readReport(db, filter, now())), 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/session', async (c) => {
    const form = await readForm(c.req.raw);
    if (!(await sessions.knows(form.get('token') ?? ''))) return c.html(signInPage(base, true), 401, PAGE);
    return c.body(null, 303, { Location: home, 'Set-Cookie': await sessions.start(c.req.raw, home) });
  });

  app.post('/session/end', async (c) => {
    await sessions.checkForm(c.req.raw, await readForm(c.req.raw));
    return c.body(null, 303, { Location: home, 'Set-Cookie': sessions.end(c.req.raw, home) });
  });
}
