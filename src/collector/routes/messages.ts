import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { networkOf } from '../address.js';
import { readMessages } from '../body.js';
import { coalesce } from '../coalesce.js';
import type { Message } from '../../core/message.js';
import { proven } from '../identity.js';
import { channelsOf } from '../notify/notify.js';
import { databaseOf } from '../options.js';
import { createLimiter } from '../rate.js';
import { receive } from '../receive.js';
import { Refusal } from '../refusal.js';
import { createSigner } from '../secret.js';

/** `POST /v1/messages`: one message or a list of them, stored by highest revision. */
export function messageRoutes(app: Hono, { store, options, now, wake }: Access): void {
  const { rate = { perSecond: 100, burst: 3000 }, identitySecret, clientAddress } = options;
  const identity = identitySecret === undefined ? undefined : createSigner(identitySecret);
  const channels = channelsOf(options);
  // The embedded database does one thing at a time. Of a server two are enough to keep it at work while this process reads and
  // checks the next messages: fewer and larger statements cost it less.
  const width = 'url' in databaseOf(options) ? 2 : 1;
  const write = coalesce(
    (some: readonly Message[]) => store('write', (db) => receive(db, some, channels, now())),
    width,
  );
  const limit = rate ? createLimiter(rate, now) : () => 0;

  app.post('/v1/messages', async ({ req, json }) => {
    const network = networkOf(clientAddress?.(req.raw) ?? '');
    // One before the body is read, so that refused requests cost something too; the rest when it is known how many there are.
    charge(limit(network, 1));
    const sent = await readMessages(req.raw);
    charge(limit(network, sent.length - 1, 1));
    const messages = identity ? await Promise.all(sent.map((message) => proven(message, identity))) : sent;
    const results = await write(messages);
    wake();
    return json({ results }, 202);
  });
}

function charge(seconds: number): void {
  if (seconds) throw new Refusal(429, 'Too many messages; try again later.', undefined, seconds);
}
