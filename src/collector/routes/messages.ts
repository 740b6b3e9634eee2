import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { readMessages } from '../body.js';
import { toRow } from '../row.js';
import { upsertAsks } from '../upsert.js';

/** `POST /v1/messages`: one message or a list of them, stored by highest revision. */
export function messageRoutes(app: Hono, { store }: Access): void {
  app.post('/v1/messages', async ({ req, json }) => {
    const messages = await readMessages(req.raw);
    const results = await store('write', (db) => upsertAsks(db, messages.map(toRow)));
    return json({ results }, 202);
  });
}
