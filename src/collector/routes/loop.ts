import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { isUuid, readForm, readJson } from '../read-bytes.js';
import { readChange, readState } from '../loop/change.js';
import { changeLoop, readLoop, readLoopSummary } from '../loop/items.js';
import { Refusal } from '../refusal.js';

/** The loop as data for other systems, and the form of the page, which cannot PATCH. */
export function loopRoutes(app: Hono, { base, now, store, bearer, sessions }: Access): void {
  app.get('/v1/loop', async (c) => {
    await bearer(c.req.raw);
    const query = new URL(c.req.url).searchParams;
    const state = query.get('state');
    const filter = {
      ...(state && { state: readState(state) }),
      ...(query.get('survey') && { survey: query.get('survey')! }),
    };
    const [items, summary] = await store('read', (db) =>
      Promise.all([readLoop(db, filter, now()), readLoopSummary(db, now(), filter.survey)]),
    );
    return c.json({ items, summary }, 200, { 'Cache-Control': 'no-store' });
  });

  app.patch('/v1/loop/:id', async (c) => {
    await bearer(c.req.raw);
    const change = readChange(await readJson(c.req.raw));
    return c.json(await store('write', (db) => changeLoop(db, itemId(c.req.param('id')), change, now())));
  });

  app.post('/loop/:id', async (c) => {
    const form = await readForm(c.req.raw);
    await sessions.checkForm(c.req.raw, form);
    const given = Object.fromEntries(
      [...form].filter(
        ([name, value]) => ['state', 'owner', 'reason', 'due'].includes(name) && (value || name !== 'due'),
      ),
    );
    const change = readChange(given);
    await store('write', (db) => changeLoop(db, itemId(c.req.param('id')), change, now()));
    return c.body(null, 303, { Location: `${base}/#loop` });
  });
}

function itemId(text: string): string {
  if (!isUuid(text)) throw new Refusal(404, 'There is no such item.');
  return text.toLowerCase();
}
