import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { networkOf } from '../address.js';
import { readMessages } from '../body.js';
import { proven } from '../identity.js';
import { channelsOf } from '../notify/notify.js';
import { createLimiter } from '../rate.js';
import { receive } from '../receive.js';
import { Refusal } from '../refusal.js';

/** `POST /v1/messages`: one message or a list of them, stored by highest revision. */
export function messageRoutes(app: Hono, { store, options, now, wake }: Access): void {
  const { rate = { perSecond: 100, burst: 3000 }, identitySecret, clientAddress } = options;
  const channels = channelsOf(options);
  const limit = rate ? createLimiter(rate, now) : () => 0;

  app.post('/v1/messages', async ({ req, json }) => {
    const network = networkOf(clientAddress?.(req.raw) ?? '');
    // One before the body is read, so that refused requests cost something too; the rest when it is known how many there are.
    charge(limit(network, 1));
    const sent = await readMessages(req.raw);
    charge(limit(network, sent.length - 1));
    const messages = await Promise.all(sent.map((message) => proven(message, identitySecret)));
    const results = await store('write', (db) => receive(db, messages, channels, now()));
    wake();
    return json({ results }, 202);
  });
}

function charge(seconds: number): void {
  if (seconds) throw new Refusal(429, 'Too many messages; try again later.', undefined, seconds);
}
