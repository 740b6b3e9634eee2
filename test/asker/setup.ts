import {
  createAskwell,
  type Ask,
  type Askwell,
  type AskwellConfig,
  type AskwellEventName,
  type History,
  type Message,
} from '../../src/index.js';
import { CLOCK } from '../../src/page/clock.js';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 10, 2, 9);

const clock = globalThis as { [CLOCK]?: () => number };
let time = START;

/** Puts the clock of the page under the test, at 2 November 2026, 9:00 UTC. */
export function stopClock(): void {
  time = START;
  clock[CLOCK] = () => time;
}

export function advance(days: number): void {
  time += days * DAY;
}

export function releaseClock(): void {
  delete clock[CLOCK];
}

const running: Askwell[] = [];

/** Leaves the page of every asker, with what they stored. */
export function leave(): void {
  for (const one of running.splice(0)) one.stop();
}

/** Leaves, and erases everything that askwell stored in this origin. */
export async function clear(): Promise<void> {
  for (const one of running) await one.reset();
  leave();
  await new Promise((done) => {
    const request = indexedDB.deleteDatabase('askwell');
    request.onsuccess = request.onerror = done;
  });
  localStorage.clear();
}

export interface Seat {
  askwell: Askwell;
  /** The configuration in whole. */
  given: AskwellConfig;
  asks: Ask[];
  /** What the endpoint was given, in order. */
  messages: Message[];
  events: Event[];
  /** Resolves with the next ask that is presented, or the one that already was. */
  next(): Promise<Ask>;
}

/** A page's asker with a host's own interface, which only records. Tests run under automation, in tabs that may be hidden. */
export function seat(config: AskwellConfig = {}): Seat {
  const messages: Message[] = [];
  const asks: Ask[] = [];
  const events: Event[] = [];
  const waiting: ((ask: Ask) => void)[] = [];
  const target = new EventTarget();
  for (const name of ['decision', 'ask', 'shown', 'score', 'response', 'dismiss', 'delivery', 'error']) {
    target.addEventListener(`askwell-${name}`, (event) => events.push(event));
  }
  const given: AskwellConfig = {
    when: [],
    endpoint: async (message) => void messages.push(message),
    ...config,
    throttle: { firstAskAfterDays: 0, minVisits: 1, ...config.throttle },
    manners: { automation: false, hidden: false, ...config.manners },
  };
  const askwell = createAskwell(given, {
    target,
    present(ask) {
      asks.push(ask);
      for (const tell of waiting.splice(0)) tell(ask);
    },
  });
  running.push(askwell);
  return {
    askwell,
    given,
    asks,
    messages,
    events,
    next: () => (asks[0] ? Promise.resolve(asks[0]) : new Promise((tell) => waiting.push(tell))),
  };
}

/** To another view of a single-page application. */
export function goTo(search: string): void {
  history.pushState(null, '', search);
  // Where there is no Navigation API, this alone tells of it.
  dispatchEvent(new PopStateEvent('popstate'));
}

/** A host's own storage that answers when a test lets it, with `copy` of what was asked for. */
export function heldStorage(copy: (key: string) => History | undefined = () => undefined) {
  const waiting: (() => void)[] = [];
  let isHeld = true;
  let heard = (): void => {};
  return {
    storage: {
      read: (key: string) =>
        new Promise<History | undefined>((told) => {
          const answer = (): void => told(copy(key));
          if (!isHeld) return answer();
          waiting.push(answer);
          heard();
        }),
      merge: () => undefined,
    },
    /** Waits for a reading, and returns what answers it. */
    async reading(): Promise<() => void> {
      if (!waiting[0]) await new Promise<void>((hear) => (heard = hear));
      return waiting.shift()!;
    },
    /** Answers what waits, the latest first, and from now on at once. */
    async release(): Promise<void> {
      isHeld = false;
      for (const answer of waiting.splice(0).toReversed()) {
        answer();
        await nextTask();
      }
    },
  };
}

/** Whatever is due in this task and its promises has been done. */
export const nextTask = (): Promise<void> => new Promise((begun) => setTimeout(begun));

/** Resolves with the next event of that name. */
export const nextEvent = (askwell: Askwell, name: AskwellEventName): Promise<Event> =>
  new Promise((hear) => {
    const off = askwell.on(name, (event) => {
      off();
      hear(event);
    });
  });

export const seen = { question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'own' } as const;
