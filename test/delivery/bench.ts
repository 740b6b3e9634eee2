import type { Message } from '../../src/core/message.js';
import { createOutbox, type Delivery, type Outbox, type OutboxOptions } from '../../src/delivery/outbox.js';
import { openDurable, type Durable } from '../../src/storage/indexed-db.js';

/** What a scripted endpoint answers: a status, a reply with headers, no reply (`down`), or silence until the time is out (`hang`). */
export type Script = number | 'down' | 'hang' | { status: number; retryAfter: string };

/** One request that reached the scripted endpoint. */
export interface Request {
  url: string;
  body: any;
  headers: Record<string, string>;
  init: RequestInit;
  at: number;
}

const START = Date.parse('2026-11-22T10:00:00Z');

/** A page with an endpoint that answers by script, a clock that only moves when told, and real storage under a name of its own. */
export interface Bench {
  outbox: Outbox;
  requests: Request[];
  events: Delivery[];
  /** What the host was told, in words. */
  said: string[];
  /** Answers that are still to be given, in order; the last one repeats. */
  script: Script[];
  now: number;
  durable: Durable;
  name: string;
  /** Lets time pass, and everything that is due in it happen. */
  pass(milliseconds: number): Promise<void>;
  /** Lets what has begun come to rest. */
  settle(): Promise<void>;
  /** The next page view of the same browser. */
  nextPageView(changes?: Partial<OutboxOptions>): Promise<void>;
  close(): Promise<void>;
}

let count = 0;

export const message = (n = 1, revision = 1, more: Partial<Message> = {}): Message => ({
  schema: 'askwell/1',
  type: 'response',
  id: `0192f6c0-0000-7000-8000-${`${n}`.padStart(12, '0')}`,
  revision,
  final: false,
  at: '2026-11-22T10:00:00.000Z',
  survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'seconds' },
  score: 9,
  category: 'promoter',
  shown: { question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'corner', at: '2026-11-22T10:00:00.000Z' },
  sampling: { probability: 1 },
  lib: { name: 'askwell', version: '1.0.0' },
  ...more,
});

const { port1, port2 } = new MessageChannel();
const breathe = () =>
  new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

export async function bench(changes: Partial<OutboxOptions> = {}): Promise<Bench> {
  const name = `bench-${++count}-${performance.timeOrigin}`;
  const opened = await openDurable(name);
  // What only the browser can do takes real time: storage and locks are counted, so that nothing has to be waited for blindly.
  let pending = 0;
  const counted =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args) => {
      pending++;
      return work(...args).finally(() => pending--);
    };
  const durable: Durable = {
    get available() {
      return opened.available;
    },
    claim: opened.claim,
    get: opened.get,
    erase: opened.erase,
    put: counted(opened.put),
    delete: counted(opened.delete),
    entries: <T>(prefix: string) => counted(() => opened.entries<T>(prefix))(),
  };
  const { locks } = navigator;
  if (locks) (locks as { request: unknown }).request = counted(LockManager.prototype.request.bind(locks) as never);
  const real = {
    fetch: window.fetch,
    setTimeout: window.setTimeout,
    clearTimeout: window.clearTimeout,
    timeout: AbortSignal.timeout,
  };
  let timers: { at: number; run: () => void }[] = [];
  const setTimeout = (run: () => void, wait = 0): any => {
    const timer = { at: self.now + wait, run };
    timers.push(timer);
    return timer;
  };
  const clearTimeout = (timer: any) => {
    timers = timers.filter((other) => other !== timer);
  };
  const timeout = (wait: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), wait);
    return controller.signal;
  };
  const self: Bench = {
    requests: [],
    events: [],
    said: [],
    script: [202],
    now: START,
    name,
    durable,
    outbox: undefined as never,
    async settle() {
      for (let quiet = 0; quiet < 3; quiet++) {
        await breathe();
        if (pending) quiet = 0;
      }
    },
    async pass(milliseconds) {
      const end = self.now + milliseconds;
      await self.settle();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        self.now = Math.max(self.now, next.at);
        next.run();
        await self.settle();
      }
      self.now = end;
    },
    async nextPageView(more) {
      self.outbox.stop();
      timers = [];
      self.requests.length = 0;
      start({ ...changes, ...more });
      await self.outbox.waiting();
    },
    async close() {
      self.outbox.stop();
      self.outbox.erase();
      Object.assign(window, { fetch: real.fetch, setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      AbortSignal.timeout = real.timeout;
      if (locks) delete (locks as { request?: unknown }).request;
      await self.durable.erase();
    },
  };
  window.fetch = ((url: string, init: RequestInit) => {
    const script = self.script.length > 1 ? self.script.shift()! : self.script[0]!;
    self.requests.push({
      url,
      init,
      headers: init.headers as Record<string, string>,
      at: self.now,
      body: (init.body as string).startsWith('{') ? JSON.parse(init.body as string) : init.body,
    });
    if (script === 'hang') return new Promise(() => {});
    if (script === 'down') return Promise.reject(new TypeError('Failed to fetch'));
    const { status, retryAfter } = typeof script === 'number' ? { status: script, retryAfter: undefined } : script;
    if (status >= 300 && status < 400) return Promise.resolve({ type: 'opaqueredirect', status: 0, ok: false });
    return Promise.resolve(new Response(null, { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} }));
  }) as typeof fetch;
  const start = (more: Partial<OutboxOptions>) => {
    self.outbox = createOutbox({
      durable: self.durable,
      local: () => localStorage,
      endpoint: '/answers',
      version: '1.0.0',
      name,
      now: () => self.now,
      random: () => 1,
      onEvent: (event) => self.events.push(event),
      onError: (error) => self.said.push(error),
      ...more,
    });
  };
  Object.assign(window, { setTimeout, clearTimeout });
  AbortSignal.timeout = timeout;
  start(changes);
  await self.outbox.waiting();
  return self;
}
