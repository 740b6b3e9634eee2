import type { Kept } from '../ask.js';
import type { Deliver, Endpoint, EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';
import type { Durable } from '../storage/indexed-db.js';
import type { LoadFormat } from './format.js';
import { createSend } from './http.js';
import { createLine } from './line.js';
import { resume } from './resume.js';
import { judge, retryAfter, waitAfter } from './retry.js';
import { serialize } from './serialize.js';
import { createShelf, type Entry } from './shelf.js';

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

/** The message as it is now. What the host put in (traits, properties) may be cyclic; then the answer goes without it. */
const snapshot = (message: Message): Message => {
  try {
    return JSON.parse(serialize(message)!);
  } catch {
    const { context, person, ...rest } = message;
    return rest;
  }
};

/**
 * The outbox. A message is written down before it is sent and removed only after a 2xx: it is delivered at least once, and a
 * receiver that keeps the highest revision of an id stores it exactly once.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { durable, survey, version, now, random, onEvent, name = 'askwell' } = options;
  const endpoint: EndpointObject | Deliver =
    typeof options.endpoint === 'string' ? { url: options.endpoint } : (options.endpoint ?? {});
  const { messages, format } = endpoint as EndpointObject;
  const onlyResponses = messages ? messages === 'responses' : format === 'form' || format === 'hubspot';
  const shelf = createShelf(durable, options.local, name, survey);
  const send = createSend(endpoint, options.loadFormat);
  /** By message id: what is on its way. */
  const flying: Record<string, { entry: Entry; delivered: Promise<boolean> } | undefined> = {};
  let requests = 0;
  let dropped = 0;
  /** The endpoint was wrong in this page view. */
  let wrong = false;
  let flushing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = ({ message: { id, revision } }: Entry, status: Delivery['status'], reason?: string, aloud?: boolean) => {
    try {
      onEvent?.({ id, revision, status, ...(reason && { reason }) });
      if (aloud) console.error(`askwell: endpoint answered ${reason}; the answer is kept`);
    } catch {
      // A listener's fault must not stop the delivery.
    }
  };

  const line = createLine(shelf, version, now, (entry) => {
    dropped++;
    tell(entry, 'failed', 'no room');
  });
  const { list, restOf } = line;

  const paused = () => wrong || list().some((entry) => entry.status === 429 && restOf(entry));

  /** What was never tried comes first, so that nothing blocks the next. */
  const due = () =>
    list()
      .filter((entry) => flying[entry.message.id]?.entry !== entry && !restOf(entry))
      .sort((a, b) => a.tries - b.tries);

  const arm = () => {
    clearTimeout(timer);
    const rests = list()
      .filter(({ message }) => !flying[message.id])
      .map(restOf);
    if (wrong || !rests.length || requests >= MOST_RETRIES) return;
    // Pages that come back together do not send together.
    timer = setTimeout(
      () => {
        // Offline is believed, so that no request is wasted; `online` wakes us up.
        if (navigator.onLine !== false) void flush();
      },
      Math.min(...rests) || random() * 1000,
    );
  };

  const attempt = async (entry: Entry, leaving?: boolean): Promise<boolean> => {
    const { id } = entry.message;
    requests++;
    const reply = await send(entry.message, leaving);
    const { status } = reply;
    const verdict = judge(status);
    if (flying[id]?.entry === entry) delete flying[id];
    if (verdict === 'delivered') {
      line.remove(entry);
      tell(entry, verdict);
    } else {
      const dead = verdict === 'dead';
      wrong ||= verdict === 'wrong';
      if (line.find(id) === entry) {
        const tries = entry.tries + 1;
        const rest = waitAfter(status, tries, retryAfter(reply.retryAfter, now()), random);
        line.change(entry, { tries, status, rest, tried: now(), ...(dead && { dead: version }) });
      }
      const reason = status === 300 ? 'redirect' : status ? `${status}` : 'no reply';
      tell(entry, dead ? 'failed' : 'waiting', reason, verdict !== 'retry');
    }
    arm();
    return verdict === 'delivered';
  };

  /** Tries once, after an earlier revision that is on its way; not at all when the endpoint rests or the allowance is used up. */
  const start = async (entry: Entry, leaving?: boolean): Promise<boolean> => {
    const { id } = entry.message;
    const earlier = flying[id];
    if (earlier?.entry === entry) return earlier.delivered;
    if (earlier && !leaving) {
      const delivered = await earlier.delivered;
      return line.find(id) === entry ? start(entry) : delivered;
    }
    if (requests >= MOST_REQUESTS || paused()) return false;
    const delivered = attempt(entry, leaving).catch(() => false);
    flying[id] = { entry, delivered };
    return delivered;
  };

  /** One flusher among the tabs; `undefined` when it is another. Without locks two may send the same: the receiver keeps one. */
  const inTurn = (entry: Entry): Promise<boolean | undefined> =>
    navigator.locks
      ? navigator.locks
          .request(`${name}:out`, { ifAvailable: true }, (lock) => (lock ? start(entry) : undefined))
          .catch(() => start(entry))
      : start(entry);

  const flush: Outbox['flush'] = async (reason) => {
    if (reason === 'pageshow') {
      requests = 0;
      wrong = false;
    }
    if (reason === 'online') {
      for (const entry of list()) if (entry.status === 0) entry.rest = 0;
    }
    if (flushing) return;
    flushing = true;
    try {
      await line.load();
      for (let entry; requests < (reason ? MOST_REQUESTS : MOST_RETRIES) && !paused() && (entry = due()[0]);) {
        // Another tab is at it; or there was no reply, and the next would get none either.
        if (!(await inTurn(entry)) && !line.find(entry.message.id)?.status) break;
      }
    } catch {
      // Something of the page's broke our loop; what waits is kept, and tried again.
    }
    flushing = false;
    arm();
  };

  const outbox: Outbox = {
    async post(message) {
      if (!options.endpoint || (message.type !== 'response' && onlyResponses)) return 'durable';
      const { id, revision } = message;
      const key = `${id}.${revision}`;
      if (line.isDone(key)) return 'acknowledged';
      const known = line.find(id);
      const entry: Entry =
        known?.key === key ? known : { v: 1, key, message: snapshot(message), tries: 0, tried: 0, rest: 0 };
      const kept = line.add(entry);
      const sent = start(entry);
      return new Promise((resolve) => {
        void kept.then((durably) => durably && resolve('durable'));
        void sent.then((delivered) => delivered && resolve('acknowledged'));
        void Promise.all([kept, sent]).then(() => resolve('memory'));
      });
    },
    flush,
    leave() {
      for (const entry of due()) void start(entry, true);
    },
    forget(key) {
      for (const entry of list()) if (key === `${name}:out/${entry.key}`) line.forget(entry);
    },
    async waiting() {
      await loaded;
      return list().length;
    },
    async diagnostics() {
      await loaded;
      return {
        waiting: list(),
        dead: list(true),
        dropped,
        requests,
        storage: durable.available ? 'indexed-db' : 'memory',
      };
    },
    async retryFailed() {
      await line.load();
      const dead = list(true);
      for (const entry of dead) line.change(entry, { dead: undefined, rest: 0 });
      await flush('pageshow');
      return dead.length;
    },
    erase() {
      for (const entry of [...list(), ...list(true)]) line.remove(entry);
      requests = 0;
      shelf.clear();
    },
    stop() {
      letGo();
      clearTimeout(timer);
    },
  };
  const letGo = resume(outbox);
  const loaded = line.load().then(arm);
  return outbox;
}
