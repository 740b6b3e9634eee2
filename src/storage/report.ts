import type { History } from '../core/history.js';
import { LIFE } from './cookie.js';
import type { Durable } from './indexed-db.js';

/** One thing that lies on the device because of askwell. */
export interface Kept {
  where: 'localStorage' | 'cookie' | 'IndexedDB';
  key: string;
  what: string;
  /** Until when, in words. */
  until: string;
  bytes: number;
}

export interface PrivacyReport {
  kept: Kept[];
  /** The random name of an anonymous person; it goes along with their messages. */
  anonymousId?: string;
  /** How many asks the history holds for this page's person or device. */
  asks: number;
}

const MEANING: Record<string, [what: string, until: string]> = {
  out: ['a message that waits for delivery', 'it is delivered'],
  dead: ['a message that the endpoint refused', 'it is sent again, or makes room for newer ones'],
  ask: ['when this device was asked and what came of it', 'reset()'],
  draft: ['words typed but not sent', 'they are sent, or a day has passed'],
  device: ['visits, asks and what came of them', 'reset()'],
  employee: ['asks of employee surveys, without a person', 'reset()'],
};

const describe = (where: Kept['where'], key: string, value: string): Kept => {
  const name = key.replace(/^askwell(-employee)?:/, '').split(/[:/]/)[0]!;
  const [what, until] = MEANING[name] ?? ['asks of the signed-in person', 'reset()'];
  const limit = where === 'cookie' ? `${until}, or ${LIFE / 86_400} days after the last visit` : until;
  return { where, key, what, until: limit, bytes: key.length + value.length };
};

const own = (key: string): boolean => /^askwell(-employee)?:/.test(key);

/** Reads what is really there, in every place that askwell writes to. A place that the browser denies holds nothing. */
export async function reportPrivacy(history: History, durable: Durable): Promise<PrivacyReport> {
  const kept: Kept[] = [];
  try {
    for (const key of Object.keys(localStorage).filter(own))
      kept.push(describe('localStorage', key, localStorage.getItem(key) ?? ''));
  } catch {
    // Denied.
  }
  try {
    for (const cookie of document.cookie.split('; ')) {
      const [key = '', value = ''] = cookie.split('=').map(decodeURIComponent);
      if (own(key)) kept.push(describe('cookie', key, value));
    }
  } catch {
    // Denied.
  }
  for (const [key, value] of await durable.entries('')) {
    kept.push(describe('IndexedDB', key, typeof value === 'string' ? value : JSON.stringify(value)));
  }
  return { kept, asks: history.asks.length, ...(history.anonymousId && { anonymousId: history.anonymousId }) };
}
