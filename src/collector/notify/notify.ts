import type { Database } from '../database.js';
import { failureName } from '../log.js';
import { readLoop, type LoopItem } from '../loop/items.js';
import type { NoticesTable } from '../tables.js';
import { sendMail, type MailOptions } from './mail.js';
import { markDone, markFailed, takeDue, type Due } from './queue.js';
import { sendWebhook, type WebhookOptions } from './webhook.js';

export interface NotifyOptions {
  webhook?: WebhookOptions;
  mail?: MailOptions;
  /** Address of the report page, for the mail. */
  report?: string;
  now: () => number;
}

export function channelsOf({ webhook, mail }: Pick<NotifyOptions, 'webhook' | 'mail'>): NoticesTable['channel'][] {
  return [...(webhook ? ['webhook' as const] : []), ...(mail ? ['mail' as const] : [])];
}

/**
 * Sends what is due, once.
 *
 * @returns how many notices were tried.
 */
export async function notifyDue(db: Database, options: NotifyOptions): Promise<number> {
  const due = await takeDue(db, channelsOf(options), 20, options.now());
  await Promise.all(due.map((one) => attempt(db, one, options)));
  return due.length;
}

async function attempt(db: Database, due: Due, options: NotifyOptions): Promise<void> {
  const { now } = options;
  const [item] = await readLoop(db, { id: due.id }, now());
  try {
    // The person was erased meanwhile: there is nothing left to tell.
    if (item) await send(due, item, options);
  } catch (error) {
    await markFailed(db, due, reason(error), now(), Math.random());
    return;
  }
  await markDone(db, due, now());
}

async function send(
  { id, channel }: Due,
  item: LoopItem,
  { webhook, mail, report, now }: NotifyOptions,
): Promise<void> {
  if (channel === 'mail' && mail) await sendMail(mail, item, report);
  if (channel === 'webhook' && webhook) {
    const event = { type: 'loop.created', timestamp: item.createdAt.toISOString(), data: item };
    await sendWebhook(webhook, `msg_${id}`, event, now());
  }
}

/** A status or a code; the words of an error may quote the mail. */
function reason(error: unknown): string {
  const { message } = error as Error;
  return /^status \d+$/.test(message) ? message : failureName((error as Error).cause ?? error);
}
