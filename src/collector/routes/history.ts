import type { Hono } from 'hono';
import type { AskState, History } from '../../core/history.js';
import type { MessageType } from '../../core/message.js';
import type { Access } from '../access.js';
import type { Database } from '../database.js';
import { cleanText } from '../clean.js';
import { Refusal } from '../refusal.js';
import { createSigner } from '../secret.js';

/** As many asks as can matter: the longest rule looks back a year. */
const MOST = 200;

const STATES: Record<MessageType, AskState> = {
  asked: 'shown',
  response: 'answered',
  dismissed: 'dismissed',
  snoozed: 'snoozed',
  'opted-out': 'opted-out',
};

/**
 * `GET /v1/history`: what this collector heard of one person, so that another device does not ask them again. Who it is
 * stands in headers, since addresses are logged on the way: `Askwell-Person` (percent-encoded) with `Askwell-Proof`. Without
 * proof it would tell anybody who guesses an id whether that person was asked, so it needs `identitySecret`.
 */
export function historyRoutes(app: Hono, { store, options: { identitySecret } }: Access): void {
  const identity = identitySecret === undefined ? undefined : createSigner(identitySecret);
  app.get('/v1/history', async (c) => {
    const person = decode(c.req.header('askwell-person') ?? '');
    if (!person) throw new Refusal(400, 'The header Askwell-Person is missing or not percent-encoded.');
    if (!(await identity?.verify(person, c.req.header('askwell-proof') ?? ''))) {
      throw new Refusal(
        401,
        'Askwell-Proof is not the HMAC of this person under the identity secret of this collector.',
      );
    }
    return c.json(await store('read', (db) => readHistory(db, cleanText(person))), 200, {
      'Cache-Control': 'no-store',
    });
  });
}

async function readHistory(db: Database, person: string): Promise<History> {
  const rows = await db
    .selectFrom('asks')
    .select(['id', 'survey', 'type', 'at', 'shown_at'])
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .limit(MOST)
    .execute();
  return {
    v: 1,
    asks: rows.map(({ id, survey, type, at, shown_at }) => ({
      id,
      survey,
      state: STATES[type],
      at: shown_at.getTime(),
      until: at.getTime(),
    })),
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
