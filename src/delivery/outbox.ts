import type { Kept } from '../asking/ask.js';
import type { Deliver, Endpoint, EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';
import type { Durable } from '../storage/indexed-db.js';
import type { LoadFormat } from './format.js';
import { createSend } from './http.js';
import { createLine } from './line.js';
import { resume } from './resume.js';
import { complain, judge, retryAfter, waitAfter } from './retry.js';
import { createShelf, newEntry, type Entry } from './shelf.js';

/** What became of one try, or of a message that had to make room. */
export interface Delivery {
  id: string;
  revision: number;
  status: 'delivered' | 'waiting' | 'failed';
  /** The HTTP status, `redirect`, `no reply` or `no room`. Absent when delivered. */
  reason?: string;
}

export interface OutboxOptions {
  durable: Durable;
  /** A getter, because reading `window.localStorage` can throw. Absent: nothing may be stored. */
  local?: () => Storage | null;
  /** Absent: there is nowhere to send, so nothing is kept either. */
  endpoint?: Endpoint;
  /** Only what belongs to this survey is sent: another page of the origin may ask another one, with another endpoint. */
  survey?: string;
  /** The release; a later one tries dead letters once more. */
  version: string;
  now: () => number;
  random: () => number;
  loadFormat?: LoadFormat;
  onEvent?: (delivery: Delivery) => void;
  /** Hears in words of a wrong endpoint, and of one that refuses a message for good. */
  onError?: (error: string) => void;
  /** Begins the names of what is kept in localStorage, and the name of the lock. */
  name?: string;
}

export interface Diagnostics {
  /** What waits, and what was given up: each with its message, its tries and the endpoint's last status. */
  waiting: Entry[];
  dead: Entry[];
  /** Messages that had to make room in this page view (see `surplus`). */
  dropped: number;
  /** Requests of this page view. */
  requests: number;
  storage: 'indexed-db' | 'memory';
}

export interface Outbox {
  /** Writes the message down and sends it. Resolves when it is safe, or when one try has shown that it is not: `memory`. */
  post(message: Message): Promise<Kept>;
  /**
   * Sends what is due, also what earlier page views left. `reason` is the type of the event that woke it: `pageshow` begins a
   * page view, with a new allowance of requests; `online` ends the rests that a missing network caused.
   */
  flush(reason?: string): Promise<void>;
  /** The page is being left: hands what was never tried, and what is due, to keepalive requests, at once. */
  leave(): void;
  /** Another tab has removed this key from localStorage: it delivered the message. */
  forget(key: string): void;
  /** How many messages wait, of this page view and of earlier ones; dead letters do not. */
  waiting(): Promise<number>;
  diagnostics(): Promise<Diagnostics>;
  /** Sends the dead letters again. Resolves to how many there were. */
  retryFailed(): Promise<number>;
  /** Forgets everything, here and in storage. */
  erase(): void;
  /** Lets go of the page. What waits stays in storage. */
  stop(): void;
}

/** Requests per page view, and how many of them retries may use: the rest is for answers that are still to come. */
const MOST_REQUESTS = 8;
const MOST_RETRIES = 6;

/**
 * The outbox. A message is written down before it is sent and removed only after a 2xx: it is delivered at least once, and a
 * receiver that keeps the highest revision of an id stores it exactly once.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { durable, survey, version, now, random, onEvent, name = 'askwell' } = options;
  const endpoint: EndpointObject | Deliver =
    typeof options.endpoint === 'string' ? { url: options.endpoint } : (options.endpoint ?? {});
  const { url, messages, format = 'the function' } = endpoint as EndpointObject;
  const onlyResponses = messages ? messages === 'responses' : format === 'form' || format === 'hubspot';
  const shelf = createShelf(durable, options.local, name, survey);
  const send = createSend(endpoint, options.loadFormat);
  /** By key: what is on its way. */
  const flying: Record<string, boolean> = {};
  let requests = 0;
  let dropped = 0;
  /** The endpoint was wrong in this page view. */
  let wrong = false;
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = ({ message: { id, revision } }: Entry, status: Delivery['status'], reason?: string, error?: string) => {
    try {
      onEvent?.({ id, revision, status, ...(reason && { reason }) });
      if (error) options.onError?.(error);
    } catch {
      // A listener's fault must not stop the delivery.
    }
  };

  const { entries, gone, list, restOf, add, change, remove, load } = createLine(shelf, version, now, (entry) => {
    dropped++;
    tell(entry, 'failed', 'no room');
  });

  /** Milliseconds for which a 429 stops everything. */
  const pause = () => Math.max(0, ...list().map((entry) => (entry.status === 429 ? restOf(entry) : 0)));

  const due = (most = MOST_REQUESTS): Entry[] =>
    list().filter(
      (entry) =>
        !wrong && !pause() && !flying[entry.key] && !restOf(entry) && requests < (entry.tries ? most : MOST_REQUESTS),
    );

  /** Tries once. Resolves to the status. */
  const attempt = async (entry: Entry, leaving?: boolean): Promise<number> => {
    const { key } = entry;
    requests++;
    flying[key] = true;
    const { status, retryAfter: asked } = await send(entry.message, leaving);
    delete flying[key];
    const verdict = judge(status);
    if (verdict === 'delivered') {
      remove(entry, true);
      tell(entry, verdict);
    } else {
      const dead = verdict === 'dead';
      const reason = status === 300 ? 'redirect' : status ? `${status}` : 'no reply';
      wrong ||= verdict === 'wrong';
      // A later revision may have taken its place meanwhile.
      if (gone[key] === undefined) {
        const tries = entry.tries + 1;
        const rest = waitAfter(status, tries, retryAfter(asked, now()), random);
        change(entry, { tries, status, rest, tried: now(), ...(dead && { dead: version }) });
      }
      tell(entry, dead ? 'failed' : 'waiting', reason, complain(verdict, `${url ?? format}`, reason));
    }
    return status;
  };

  /** One tab at a time sends what was left over. Without locks two may send the same: the receiver keeps one. */
  const inTurn = (work: () => Promise<number>): Promise<number | null> => {
    const { locks } = navigator;
    return locks ? locks.request(`${name}:out`, { ifAvailable: true }, (lock) => lock && work()).catch(work) : work();
  };

  const arm = () => {
    try {
      clearTimeout(timer);
      const rests = list().map(restOf);
      if (wrong || !rests.length || requests >= MOST_RETRIES) return;
      // Offline is believed, so that no request is wasted; `online` wakes us up.
      const wake = () => void (navigator.onLine && flush(''));
      // Pages that come back together do not send together.
      timer = setTimeout(wake, Math.max(pause(), Math.min(...rests)) || random() * 1000);
    } catch {
      // A page that has broken its own built-ins shall not hear of it from us; the next page view tries again.
    }
  };

  /** One after the other, so that revisions arrive in order. The first request of a new message starts before this returns. */
  const sendAll = async (reason?: string) => {
    if (reason !== undefined) await load();
    for (let entry; (entry = due(reason ? MOST_REQUESTS : MOST_RETRIES)[0]);) {
      const next = entry;
      // Another tab is at it; or there was no reply, and the next would get none either.
      if (!(await (next.tries ? inTurn(() => attempt(next)) : attempt(next)))) break;
    }
  };

  const run = async (reason?: string) => {
    try {
      await sendAll(reason);
    } catch {
      // What waits is kept, and tried again.
    }
    sending = undefined;
    arm();
  };

  const flush = (reason?: string) => {
    if (reason === 'pageshow') {
      requests = 0;
      wrong = false;
    }
    if (reason === 'online') {
      for (const entry of list()) if (entry.status === 0) entry.rest = 0;
    }
    return (sending ??= run(reason));
  };

  const outbox: Outbox = {
    async post(message) {
      if (!options.endpoint || (message.type !== 'response' && onlyResponses)) return 'durable';
      const { id, revision } = message;
      const key = `${id}.${revision}`;
      if (gone[key]) return 'acknowledged';
      const known = entries[id];
      const again = known?.key === key;
      // Who posts it again wants it tried again now.
      if (again && known.status !== 429) known.rest = 0;
      const kept = add(again ? known : newEntry(message));
      const sent = flush();
      if (await kept) return 'durable';
      await sent;
      return gone[key] ? 'acknowledged' : 'memory';
    },
    flush,
    leave() {
      for (const entry of due()) void attempt(entry, true).catch(() => {});
    },
    forget(key) {
      for (const entry of list()) if (key === `${name}:out/${entry.key}`) delete entries[entry.message.id];
    },
    waiting: () => loaded.then(() => list().length),
    async diagnostics() {
      await loaded;
      const storage = durable.available ? 'indexed-db' : 'memory';
      return { waiting: list(), dead: list(true), dropped, requests, storage };
    },
    async retryFailed() {
      await load();
      const dead = list(true);
      for (const entry of dead) change(entry, { dead: undefined, rest: 0 });
      await flush('pageshow');
      return dead.length;
    },
    erase() {
      for (const entry of Object.values(entries)) remove(entry);
      requests = 0;
      shelf.clear();
    },
    stop() {
      letGo();
      clearTimeout(timer);
    },
  };
  const letGo = resume(outbox);
  const loaded = load().then(arm, () => {});
  return outbox;
}
