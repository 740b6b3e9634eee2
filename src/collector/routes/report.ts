import type { Context, Hono } from 'hono';
import type { Access } from '../access.js';
import { networkOf } from '../address.js';
import { readLoop } from '../loop/items.js';
import { releaseEmployees } from '../privacy/release.js';
import { createLimiter } from '../rate.js';
import { readForm } from '../read-bytes.js';
import { Refusal } from '../refusal.js';
import { readChoices } from '../report/choices.js';
import type { Html } from '../report/html.js';
import { faultPage, reportFault, reportRest, reportStart, signInPage } from '../report/page.js';
import { readQuestion, type Question } from '../report/filter.js';
import { readReport } from '../report/report.js';
import { STYLE } from '../report/style.js';
import { toStream } from '../stream.js';

const PAGE = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};
const ITEMS = 50;

/** The report as a page and as data, and the session of the page. */
export function reportRoutes(app: Hono, access: Access): void {
  const { base, now, store, bearer, reader, sessions, options } = access;
  const home = `${base}/`;
  // Guessing a token of 48 letters is hopeless anyway; a short one of the operator's own is not.
  const tries = createLimiter({ perSecond: 1 / 6, burst: 10 }, now);
  const queryOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams;
  // While only a standby is there, the report shows what was released before.
  const release = (): Promise<void> => store('write', (db) => releaseEmployees(db, now())).catch(() => {});

  const rest = async (csrf: string, question: Question, query: URLSearchParams): Promise<Html> => {
    try {
      const [report, items] = await store('read', (db) =>
        Promise.all([readReport(db, question, now()), readLoop(db, { ...ofSurvey(question), limit: ITEMS }, now())]),
      );
      return reportRest(base, csrf, report, items, question, query);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reportFault(error.words);
    }
  };

  app.get('/', async (c) => {
    const session = await reader(c.req.raw);
    if (!session) return c.html(signInPage(base), 401, PAGE);
    try {
      const query = queryOf(c);
      const question = readQuestion(query);
      await release();
      // This decides between the page and a fault; what comes after it is counted while the head is already read.
      const choices = await store('read', readChoices);
      const texts = async function* (): AsyncGenerator<string> {
        yield String(await reportStart(base, session.csrf, choices, query));
        yield String(await rest(session.csrf, question, query));
      };
      return c.body(toStream(texts()), 200, { ...PAGE, 'Content-Type': 'text/html; charset=UTF-8' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(faultPage(base, error.words), error.status, PAGE);
    }
  });

  app.get('/report.css', (c) =>
    c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' }),
  );

  app.get('/v1/report.json', async (c) => {
    await bearer(c.req.raw);
    const question = readQuestion(queryOf(c));
    await release();
    return c.json(await store('read', (db) => readReport(db, question, now())), 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/session', async (c) => {
    const wait = tries(networkOf(options.clientAddress?.(c.req.raw) ?? ''), 1);
    if (wait)
      return c.html(signInPage(base, 'Too many tries; wait a minute.'), 429, { ...PAGE, 'Retry-After': String(wait) });
    const form = await readForm(c.req.raw);
    if (!(await sessions.knows(form.get('token') ?? '')))
      return c.html(signInPage(base, 'This is not the token of this collector.'), 401, PAGE);
    return c.body(null, 303, { Location: home, 'Set-Cookie': await sessions.start(c.req.raw, home) });
  });

  app.post('/session/end', async (c) => {
    await sessions.checkForm(c.req.raw, await readForm(c.req.raw));
    return c.body(null, 303, { Location: home, 'Set-Cookie': sessions.end(c.req.raw, home) });
  });
}

const ofSurvey = ({ survey }: Question): { survey?: string } => (survey === undefined ? {} : { survey });
