import type { Context, Hono } from 'hono';
import type { Access } from '../access.js';
import { networkOf } from '../address.js';
import { readLoop } from '../loop/items.js';
import { releaseEmployees } from '../privacy/release.js';
import { createLimiter } from '../rate.js';
import { readForm } from '../read-bytes.js';
import { Refusal } from '../refusal.js';
import { readChoices } from '../report/choices.js';
import {
  faultPage,
  reportDetails,
  reportFault,
  reportFigures,
  reportStart,
  signInPage,
  type View,
} from '../report/page.js';
import { readQuestion, type Question } from '../report/filter.js';
import { readDetails, readFigures, readReport, type Figures } from '../report/report.js';
import { styleSource } from '../report/style.js';
import { toStream } from '../stream.js';

/** Of every page: it runs no script, loads nothing, and no other page can frame it. */
const pageHeaders = async (): Promise<Record<string, string>> => ({
  'Content-Security-Policy': `default-src 'none'; style-src ${await styleSource()}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
});
const ITEMS = 50;

/** The report as a page and as data, and the session of the page. */
export function reportRoutes(app: Hono, access: Access): void {
  const { base, now, store, bearer, reader, sessions, options } = access;
  const home = `${base}/`;
  const headers = pageHeaders();
  // Guessing a token of 48 letters is hopeless anyway; a short one of the operator's own is not.
  const tries = createLimiter({ perSecond: 1 / 6, burst: 10 }, now);
  const queryOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams;
  // While only a standby is there, the report shows what was released before.
  const release = (): Promise<void> => store('write', (db) => releaseEmployees(db, now())).catch(() => {});

  /** The page as it becomes known: its head, the figures, the rest. */
  const parts = async function* (view: View): AsyncGenerator<string> {
    const { question, choices } = view;
    yield String(await reportStart(view));
    let figures: Figures | undefined;
    try {
      const [counted, items] = await store('read', (db) =>
        Promise.all([
          readFigures(db, question, choices, now()),
          readLoop(db, { ...ofSurvey(question), limit: ITEMS }, now()),
        ]),
      );
      figures = counted;
      yield String(await reportFigures(view, figures, items));
      const details = await store('read', (db) => readDetails(db, question, choices));
      yield String(await reportDetails(view, figures, details));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield `${figures ? '' : '<main>'}${String(await reportFault(error.words))}`;
    }
  };

  app.get('/', async (c) => {
    const session = await reader(c.req.raw);
    if (!session) return c.html(signInPage(base), 401, await headers);
    try {
      const query = queryOf(c);
      const question = readQuestion(query);
      await release();
      // This decides between the page and a fault; what comes after it is counted while the head is already read.
      const choices = await store('read', readChoices);
      const view = { base, csrf: session.csrf, question, query, choices };
      return c.body(toStream(parts(view)), 200, { ...(await headers), 'Content-Type': 'text/html; charset=UTF-8' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(faultPage(base, error.words), error.status, {
        ...(await headers),
        ...(error.retryAfter !== undefined && { 'Retry-After': String(error.retryAfter) }),
      });
    }
  });

  app.get('/v1/report.json', async (c) => {
    await bearer(c.req.raw);
    const question = readQuestion(queryOf(c));
    await release();
    return c.json(await store('read', (db) => readReport(db, question, now())), 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/session', async (c) => {
    const wait = tries(networkOf(options.clientAddress?.(c.req.raw) ?? ''), 1);
    if (wait)
      return c.html(signInPage(base, 'Too many tries; wait a minute.'), 429, {
        ...(await headers),
        'Retry-After': String(wait),
      });
    const form = await readForm(c.req.raw);
    if (!(await sessions.knows(form.get('token') ?? '')))
      return c.html(signInPage(base, 'This is not the token of this collector.'), 401, await headers);
    return c.body(null, 303, { Location: home, 'Set-Cookie': await sessions.start(c.req.raw, home) });
  });

  app.post('/session/end', async (c) => {
    await sessions.checkForm(c.req.raw, await readForm(c.req.raw));
    return c.body(null, 303, { Location: home, 'Set-Cookie': sessions.end(c.req.raw, home) });
  });
}

const ofSurvey = ({ survey }: Question): { survey?: string } => (survey === undefined ? {} : { survey });
