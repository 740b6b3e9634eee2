import type { Kept } from '../ask.js';
import type { Deliver, Endpoint, EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';
import type { Durable } from '../storage/indexed-db.js';
import type { Format } from './format.js';
import { createSend, type Timers } from './http.js';
import { resume } from './resume.js';
import { judge, LONGEST_WAIT, retryAfter, waitAfter } from './retry.js';
import { serialize } from './serialize.js';
import { createShelf, type Entry } from './shelf.js';
import { surplus } from './surplus.js';

/** What became of one try, or of a message that had to make room. */
export interface Delivery {
  id: string;
  revision: number;
  status: 'delivered' | 'waiting' | 'failed';
  /** The HTTP status, `no reply`, or `no room`. Absent when delivered. */
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
  loadFormat?: (name: string) => Promise<Format>;
  onEvent?: (delivery: Delivery) => void;
  timers?: Timers;
  /** Begins the keys of what is kept, and the name of the lock. */
  name?: string;
}

/** One message that waits or was given up, as a person debugging wants to see it. */
export interface Waiting {
  id: string;
  revision: number;
  type: Message['type'];
  tries: number;
  /** What the endpoint answered last; 0 is no reply, absent is not tried yet. */
  status?: number;
  /** ISO 8601. Absent when it is due now, or dead. */
  nextTryAt?: string;
}

export interface Diagnostics {
  waiting: Waiting[];
  dead: Waiting[];
  /** Messages of this page view that had to make room (see `surplus`). */
  dropped: number;
  /** Requests of this page view. */
  requests: number;
  storage: 'indexed-db' | 'memory';
}

export interface Outbox {
  /** Writes the message down and sends it. Resolves when it is safe, or when one try has shown that it is not: `memory`. */
  post(message: Message): Promise<Kept>;
  /** Sends what is due, also what other page views left. `view`: a new page view, with a new allowance of requests. */
  flush(reason?: 'view' | 'online' | 'visible'): Promise<void>;
  /** The page is being left: hands what was never tried, and what is due, to keepalive requests, at once. */
  leave(): void;
  /** Another tab has removed this key from localStorage: it delivered the message. */
  forget(key: string): void;
  /** How many messages wait, of this page view and of earlier ones; dead letters do not. */
  waiting(): Promise<number>;
  diagnostics(): Diagnostics;
  /** Sends the dead letters again. Resolves to how many there were. */
  retryFailed(): Promise<number>;
  /** Forgets everything, here and in storage. */
  erase(): Promise<void>;
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
  const { durable, survey, version, now, random, onEvent, timers = globalThis, name = 'askwell' } = options;
  const endpoint: EndpointObject | Deliver | undefined =
    typeof options.endpoint === 'string' ? { url: options.endpoint } : options.endpoint;
  const shelf = createShelf(durable, options.local, name);
  const send = createSend(endpoint ?? {}, options);
  const keyOf = ({ message }: Entry) => `${message.id}.${message.revision}`;

  /** The newest revision of every message, by id. */
  const entries: Record<string, Entry> = {};
  const flying: Record<string, Promise<boolean> | undefined> = {};
  /** Delivered or replaced here; what a reading of the storage may still bring back. */
  const done: Record<string, boolean> = {};
  let requests = 0;
  let dropped = 0;
  /** The endpoint was wrong in this page view. */
  let wrong = false;
  let flushing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const all = () => Object.values(entries);
  const alive = () => all().filter(({ dead }) => !dead);
  /** Milliseconds until it may be tried. A clock that was set back does not prolong a rest. */
  const restOf = ({ tried, rest }: Entry) => {
    const left = tried + rest - now();
    return left > 0 && left <= Math.min(rest, LONGEST_WAIT) ? left : 0;
  };
  const paused = () => wrong || all().some((entry) => entry.status === 429 && restOf(entry));
  const due = () =>
    alive()
      .filter((entry) => !flying[entry.message.id] && !restOf(entry))
      // What was never tried comes first, so that nothing blocks the next; ids grow with time.
      .sort((a, b) => a.tries - b.tries || (a.message.id < b.message.id ? -1 : 1));

  const tell = ({ message: { id, revision } }: Entry, status: Delivery['status'], reason?: string) => {
    try {
      onEvent?.({ id, revision, status, ...(reason && { reason }) });
    } catch {
      // A listener's fault must not stop the delivery.
    }
  };

  const remove = (entry: Entry) => {
    done[keyOf(entry)] = true;
    if (entries[entry.message.id] === entry) delete entries[entry.message.id];
    shelf.remove(entry);
  };

  const arm = (atLeast = 0) => {
    timers.clearTimeout(timer);
    const rests = paused() ? all().filter(({ status }) => status === 429) : alive();
    const next = rests.filter(({ message }) => !flying[message.id]).map(restOf);
    if (!wrong && next.length && requests < MOST_RETRIES) {
      timer = timers.setTimeout(() => {
        // Offline is believed, so that no request is wasted; `online` wakes us up.
        if (navigator.onLine !== false) void flush();
      }, Math.max(atLeast, Math.min(...next)));
    }
  };

  const attempt = async (entry: Entry, leaving?: boolean): Promise<boolean> => {
    const { id } = entry.message;
    requests++;
    const { status, retryAfter: asked } = await send(entry.message, leaving);
    const verdict = judge(status);
    delete flying[id];
    if (verdict === 'delivered') {
      remove(entry);
      // It is evidently the right endpoint now.
      wrong = false;
      for (const other of alive()) if (judge(other.status ?? 200) === 'wrong') other.rest = 0;
      tell(entry, 'delivered');
    } else {
      if (entries[id] === entry) {
        entry.tried = now();
        entry.status = status;
        entry.rest = waitAfter(status, ++entry.tries, retryAfter(asked, now()), random);
        if (verdict === 'dead') {
          void shelf.write((entries[id] = { ...entry, dead: version }));
          shelf.remove(entry);
          makeRoom();
        } else void shelf.write(entry);
      }
      if (verdict !== 'retry') console.error(`askwell: endpoint answered ${status}; the answer is kept`);
      wrong ||= verdict === 'wrong';
      tell(entry, verdict === 'dead' ? 'failed' : 'waiting', status ? `${status}` : 'no reply');
    }
    const next = entries[id];
    if (next && next !== entry && !next.dead) void start(next);
    else arm();
    return verdict === 'delivered';
  };

  /** Tries once, unless it is not allowed now. */
  const start = (entry: Entry, leaving?: boolean): Promise<boolean> => {
    const { id } = entry.message;
    if (requests >= MOST_REQUESTS || paused() || (flying[id] && !leaving)) return flying[id] ?? Promise.resolve(false);
    return (flying[id] = attempt(entry, leaving).catch(() => false));
  };

  const makeRoom = () => {
    for (const entry of surplus(all())) {
      remove(entry);
      dropped++;
      tell(entry, 'failed', 'no room');
    }
  };

  const load = async () => {
    for (const entry of await shelf.read()) {
      const { id, revision, survey: from } = entry.message;
      const known = entries[id];
      if (done[keyOf(entry)] || (survey && from.id !== survey)) continue;
      if (known && known.message.revision >= revision) {
        if (known.message.revision > revision) shelf.remove(entry);
        continue;
      }
      if (known) shelf.remove(known);
      entries[id] = entry;
    }
    for (const entry of all()) {
      if (entry.dead && entry.dead !== version) revive(entry);
    }
    makeRoom();
  };

  const revive = (entry: Entry) => {
    shelf.remove(entry);
    const { dead, ...rest } = entry;
    void shelf.write(entries[entry.message.id] = { ...rest, rest: 0 });
  };

  /** One flusher among the tabs. Where there are no locks, two may send the same: the receiver keeps one. */
  const locked = async (work: () => Promise<unknown>): Promise<boolean> => {
    let free = true;
    const inside = (lock: unknown) => (lock ? work() : (free = false));
    await (navigator.locks ? navigator.locks.request(`${name}:out`, { ifAvailable: true }, inside).catch(work) : work());
    return free;
  };

  const flush: Outbox['flush'] = async (reason) => {
    if (reason === 'view') {
      requests = 0;
      wrong = false;
    }
    if (reason === 'online') {
      for (const entry of alive()) if (entry.status === 0) entry.rest = 0;
    }
    if (flushing) return;
    flushing = true;
    let free = true;
    try {
      await load();
      const most = reason ? MOST_REQUESTS : MOST_RETRIES;
      for (let entry = due()[0]; entry && free && !paused() && requests < most; entry = due()[0]) {
        free = await locked(() => start(entry!));
        // No reply: the next would get none either.
        if (entry.status === 0 && restOf(entry)) break;
      }
    } catch {
      // Something of the page's broke our loop; what waits is kept, and tried again.
    }
    flushing = false;
    arm(free ? 0 : 500 + random() * 1000);
  };

  const post: Outbox['post'] = async (message) => {
    if (!endpoint || (message.type !== 'response' && (endpoint as EndpointObject).messages === 'responses')) return 'durable';
    const { id, revision } = message;
    const old = entries[id];
    const entry: Entry =
      old?.message.revision === revision ? old : { v: 1, message: snapshot(message), tries: 0, tried: 0, rest: 0 };
    if (done[keyOf(entry)]) return 'acknowledged';
    entries[id] = entry;
    const kept = shelf.write(entry);
    if (old && old !== entry) {
      done[keyOf(old)] = true;
      shelf.remove(old);
    }
    makeRoom();
    const sent = start(entry);
    return new Promise((resolve) => {
      void kept.then((durably) => durably && resolve('durable'));
      void sent.then((delivered) => delivered && resolve('acknowledged'));
      void Promise.all([kept, sent]).then(() => resolve('memory'));
    });
  };

  const show = ({ message: { id, revision, type }, tries, status, ...entry }: Entry): Waiting => ({
    id, revision, type, tries,
    ...(status !== undefined && { status }),
    ...(!entry.dead && restOf(entry as Entry) && { nextTryAt: new Date(now() + restOf(entry as Entry)).toISOString() }),
  });

  const outbox: Outbox = {
    post,
    flush,
    leave() {
      for (const entry of due()) void start(entry, true);
    },
    forget(key) {
      for (const entry of all()) if (key === `${name}:out:${keyOf(entry)}`) delete entries[entry.message.id];
    },
    async waiting() {
      await loaded;
      return alive().length;
    },
    diagnostics: () => ({
      waiting: alive().map(show),
      dead: all().filter(({ dead }) => dead).map(show),
      dropped,
      requests,
      storage: durable.available ? 'indexed-db' : 'memory',
    }),
    async retryFailed() {
      await load();
      const dead = all().filter((entry) => entry.dead);
      dead.forEach(revive);
      await flush('view');
      return dead.length;
    },
    async erase() {
      for (const entry of all()) remove(entry);
      requests = 0;
      await shelf.clear();
    },
    stop() {
      letGo();
      timers.clearTimeout(timer);
    },
  };
  const letGo = resume(outbox);
  // Pages that come back together after an outage do not send together.
  const loaded = load().then(() => arm(random() * 2000));
  return outbox;
}
