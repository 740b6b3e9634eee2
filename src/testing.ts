/**
 * For the tests of a page that uses askwell: its clock, its memory, its decision.
 *
 * In a browser test, or Vitest in browser mode or with a simulated page:
 *
 *     await seedHistory({ asks: [{ state: 'answered', ago: { days: 1 } }] });
 *     const askwell = createAskwell(config, { present });
 *     describeDecision(await askwell.explain());   // after-answer: 1 of 90, opens …
 *     advance({ days: 89 });
 *     (await askwell.explain()).eligible;          // true
 *
 * In Playwright (or Puppeteer), where the test runs outside of the page:
 *
 *     const clock = clockOf(page);
 *     await page.goto('/');
 *     await clock.seedHistory({ asks: [{ state: 'answered', ago: { days: 1 } }] });
 *     await clock.advance({ days: 89 });
 *     await page.reload();                         // asked again
 *
 * In the console of a page with the script tag, no import is needed:
 *
 *     globalThis[Symbol.for('askwell.clock')] = () => Date.parse('2027-03-01');
 *     (await askwell.explain()).eligible;
 *
 * @module
 */
import type { Decision, Gate } from './core/decision.js';
import type { AskState, History } from './core/history.js';
import { uuidv7 } from './core/id.js';
import type { Kind } from './core/message.js';
import { personHash } from './core/person.js';
import { CLOCK, now } from './page/clock.js';
import { cookieStore } from './storage/cookie.js';
import { localStore } from './storage/local.js';
import { memoryStore } from './storage/memory.js';

export { now };
export type { Decision, Gate };

/** An instant: a `Date`, epoch milliseconds, or ISO 8601. */
export type Instant = Date | number | string;

/** A span of time; the parts add up, and may be negative or fractional. */
export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

const hook = globalThis as { [CLOCK]?: () => number };

const instant = (time: Instant): number => {
  const ms = +new Date(time);
  if (Number.isNaN(ms))
    throw new RangeError(`setNow() wants a Date, epoch milliseconds or ISO 8601, not ${String(time)}.`);
  return ms;
};

const length = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

/**
 * Stops askwell's clock at an instant. It stands until it is moved; the page's own `Date` and its timers go on.
 *
 * @throws RangeError when it is not an instant.
 */
export function setNow(time: Instant): void {
  const ms = instant(time);
  hook[CLOCK] = () => ms;
}

/** Moves askwell's clock, and stops it there: `advance({ days: 90 })`. */
export const advance = (by: Span): void => setNow(now() + length(by));

/** Gives askwell the real time back. */
export const releaseClock = (): void => void delete hook[CLOCK];

/** As much as is needed of a Playwright or Puppeteer page. */
export interface RemotePage {
  evaluate(work: (argument: any) => unknown, argument?: unknown): Promise<unknown>;
  /** Playwright. */
  addInitScript?(work: (argument: any) => unknown, argument?: unknown): Promise<unknown>;
  /** Puppeteer. */
  evaluateOnNewDocument?(work: (argument: any) => unknown, argument?: unknown): Promise<unknown>;
}

/** The clock and the memory of a page that a browser driver controls. */
export interface RemoteClock {
  /** Holds for this document and for every later one; stands until it is moved. */
  setNow(time: Instant): Promise<void>;
  advance(by: Span): Promise<void>;
  /** Replaces what askwell remembers in the origin of the page. Load the page anew afterwards. */
  seedHistory(past?: Past): Promise<void>;
  /** What the script tag, or else the first `<ask-well>` of the page, has to say. */
  explain(): Promise<Decision>;
}

/** What runs in the page is sent there as source, so it may use nothing from here. */
export function clockOf(page: RemotePage): RemoteClock {
  let current = Date.now();
  const set = async (time: number): Promise<void> => {
    current = time;
    const install = (ms: number) => {
      (globalThis as unknown as Record<symbol, () => number>)[Symbol.for('askwell.clock')] = () => ms;
    };
    await (page.addInitScript?.(install, time) ?? page.evaluateOnNewDocument?.(install, time));
    await page.evaluate(install, time);
  };
  return {
    setNow: (time) => set(instant(time)),
    advance: (by) => set(current + length(by)),
    async seedHistory(past) {
      const remember = async ([place, text]: [string, string]) => {
        for (const key of Object.keys(localStorage)) if (key.startsWith('askwell')) localStorage.removeItem(key);
        for (const name of ['askwell', 'askwell-employee']) {
          await new Promise((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = request.onerror = request.onblocked = resolve;
          });
        }
        localStorage.setItem(place, text);
      };
      await page.evaluate(remember, [keyOf(past), JSON.stringify(historyOf(past, current))]);
    },
    explain: () =>
      page.evaluate(() =>
        ((globalThis as any).askwell?.explain
          ? (globalThis as any).askwell
          : document.querySelector('ask-well')
        ).explain(),
      ) as Promise<Decision>,
  };
}

/** One ask that shall have happened. */
export interface PastAsk {
  /** How it ended; `shown`: the person never touched it. */
  state: Exclude<AskState, 'claimed' | 'returned'>;
  /** How long before the present of askwell's clock. */
  ago: Span;
  /** Default `nps`. */
  survey?: string;
  /** Id of the signed-in person, as in `user.id`. Left out: an anonymous one. */
  user?: string;
}

/** What askwell shall remember. */
export interface Past {
  asks?: PastAsk[];
  /** How long ago the first visit was. Default: a year, so that `first-ask-delay` lets through. */
  firstSeen?: Span;
  /** Default 10, so that `min-visits` lets through. */
  visits?: number;
  /** Which surveys shall remember it: those of employees share nothing with the others. An employee's asks have no `user`. */
  kind?: Kind;
}

const keyOf = ({ kind }: Past = {}): string => (kind === 'employee' ? 'askwell:employee' : 'askwell:device');

/** The history that a past makes at `present` (epoch ms), to be given to a `storage` of your own or written by `seedHistory`. */
export function historyOf(
  { asks = [], firstSeen = { days: 365 }, visits = 10 }: Past = {},
  present: number = now(),
): History {
  return {
    v: 1,
    firstSeen: present - length(firstSeen),
    visits,
    lastVisit: present - length({ hours: 1 }),
    asks: asks.map(({ state, ago, survey = 'nps', user }) => {
      const at = present - length(ago);
      return {
        id: uuidv7(at, crypto.getRandomValues(new Uint8Array(16))),
        survey,
        state,
        at,
        until: at,
        ...(user !== undefined && { by: personHash(user) }),
      };
    }),
  };
}

/** Replaces what askwell remembers in this origin. Call it before the widget starts, or load the page anew. */
export async function seedHistory(past?: Past, storage: 'local' | 'cookie' | 'memory' = 'local'): Promise<void> {
  await forgetAll();
  const store = storage === 'local' ? localStore() : storage === 'cookie' ? cookieStore() : memoryStore();
  store.merge(keyOf(past), historyOf(past));
}

/** Erases all that askwell keeps in this origin: localStorage, the cookie of this host, memory and IndexedDB. */
export async function forgetAll(): Promise<void> {
  for (const store of [localStore(), cookieStore(), memoryStore()]) {
    for (const device of ['device', 'employee']) store.erase('askwell:' + device);
  }
  // Under Node with a simulated page there may be neither.
  const { localStorage, indexedDB } = globalThis as Partial<typeof globalThis>;
  for (const key of Object.keys(localStorage ?? {})) if (key.startsWith('askwell')) localStorage!.removeItem(key);
  for (const name of indexedDB ? ['askwell', 'askwell-employee'] : []) {
    await new Promise((resolve) => {
      const request = indexedDB!.deleteDatabase(name);
      // A tab that still holds the database lets go of it by itself; the deletion then follows.
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  }
}

/** A decision in words, a line for each gate that is closed: `after-answer: 10 of 90, opens 2027-02-11T00:00:00.000Z`. */
export function describeDecision({ eligible, gates }: Decision): string {
  if (eligible) return 'May be asked now.';
  const closed = gates.filter(({ pass }) => !pass);
  return closed
    .map(
      ({ code, actual, required, nextEligibleAt }) =>
        `${code}: ${String(actual)} of ${String(required)}${nextEligibleAt ? `, opens ${nextEligibleAt}` : ''}`,
    )
    .join('\n');
}
