/** How far one ask came, in this order. `returned`: claimed but never visible, so it does not count. */
const STATES = ['claimed', 'returned', 'shown', 'snoozed', 'dismissed', 'answered', 'opted-out'] as const;

export type AskState = (typeof STATES)[number];

/** One ask in the history. */
export interface AskRecord {
  /** The UUIDv7 that its messages carry. */
  id: string;
  survey: string;
  state: AskState;
  /** When it was claimed; epoch milliseconds. Lowered to the present by `healHistory` when it lies in the future. */
  at: number;
  /** When it reached `state`; epoch milliseconds. */
  until: number;
  /** The latest visit that was known when it was claimed, if the clock said something earlier than that. */
  known?: number;
  /** Hash of the signed-in person it was put to; absent for an anonymous one. */
  by?: string;
}

/** All that is remembered on one device: a set of asks merged by id, and what was seen of the visits. */
export interface History {
  v: 1;
  asks: AskRecord[];
  firstSeen?: number;
  /** The first visit as it was known before a clock that went back lowered it. */
  firstWas?: number;
  visits?: number;
  lastVisit?: number;
  /** The latest of all visits, where the clock has gone back since. */
  latest?: number;
  anonymousId?: string;
}

/** What is known of the visits of a device. */
export type Visits = Pick<History, 'firstSeen' | 'firstWas' | 'visits' | 'lastVisit' | 'latest'>;

const VISITS = ['firstSeen', 'firstWas', 'visits', 'lastVisit', 'latest'] as const;

/** At most this many asks are stored; see `boundHistory`. */
export const MOST_ASKS = 100;

/** A stamp up to this far ahead of the clock is taken as it is: time zones set by hand, drift. Milliseconds. */
export const CLOCK_SLACK = 172_800_000;

/** How far a state is; below 2 nobody saw the question, -1 is no state. */
export const rank = (state: unknown): number => STATES.indexOf(state as AskState);

const least = <T extends number | string>(a?: T, b?: T): T | undefined => (a! < b! ? a : (b ?? a));
/** The greater of the two that are there. */
export const greatest = <T extends number | string>(a?: T, b?: T): T | undefined => (a! > b! ? a : (b ?? a));

/**
 * The join of two records of one ask: the state that came further wins and brings its `until`, the later of two equal
 * states; `at` is the earlier. So a dismissal never undoes an answer, and no order of arrival matters.
 */
function joinAsk(a: AskRecord, b: AskRecord): AskRecord {
  const further = rank(a.state) - rank(b.state) || a.until - b.until;
  return {
    ...(further < 0 ? b : a),
    at: Math.min(a.at, b.at),
    by: greatest(a.by, b.by),
    known: greatest(a.known, b.known),
  };
}

/**
 * Everything that either history knows. Commutative, associative and idempotent, so tabs, devices and copies may merge in
 * any order, any number of times; the order of the asks means nothing. First seen is the earlier, the visits are those of the
 * copy that counted more.
 */
export function mergeHistory(a: History, b: History): History {
  const asks = new Map<string, AskRecord>();
  for (const ask of a.asks.concat(b.asks)) asks.set(ask.id, joinAsk(ask, asks.get(ask.id) ?? ask));
  const more = (a.visits ?? 0) - (b.visits ?? 0) || (a.lastVisit ?? 0) - (b.lastVisit ?? 0);
  const { visits, lastVisit } = more < 0 ? b : a;
  return {
    v: 1,
    asks: [...asks.values()],
    firstSeen: least(a.firstSeen, b.firstSeen),
    firstWas: greatest(a.firstWas, b.firstWas),
    visits,
    lastVisit,
    latest: greatest(a.latest, b.latest),
    anonymousId: least(a.anonymousId, b.anonymousId),
  };
}

/**
 * Reads a stored value, which may be anything. Broken asks are left out, the rest is kept. `undefined`: not a history, or
 * one of a newer version, which the caller must leave where it is.
 */
export function parseHistory(value: any): History | undefined {
  const { v, asks, anonymousId } = value ?? {};
  if (v !== 1 || !Array.isArray(asks)) return undefined;
  const isNumber = Number.isFinite;
  const isText = (text: unknown) => typeof text === 'string';
  const history: History = {
    v,
    asks: asks.filter(
      (ask) =>
        isText(ask?.id) &&
        isText(ask.by ?? '') &&
        rank(ask.state) >= 0 &&
        [ask.at, ask.until, ask.known ?? 0].every(isNumber),
    ),
  };
  for (const key of VISITS) if (isNumber(value[key])) history[key] = value[key];
  if (isText(anonymousId)) history.anonymousId = anonymousId;
  return history;
}

/**
 * What counts for one person. Signed in: own asks, and those of this device that are nobody's yet. Anonymous or logged out:
 * all asks of the device, so that logging out resets nothing.
 */
export const historyFor = (history: History, person?: string): History => ({
  ...history,
  asks: history.asks.filter((ask) => !person || !ask.by || ask.by === person),
});

/** The anonymous asks of this device become those of the person who signed in; the next person does not inherit them. */
export const adoptHistory = (history: History, person: string): History => ({
  ...history,
  asks: history.asks.map((ask) => (ask.by ? ask : { ...ask, by: person })),
});

/**
 * When this device was first seen: not in the future, lest a clock that was ahead blocks for years; but what had to be lowered for
 * that counts again once its date has come, for then it was the clock of meanwhile that was wrong.
 */
export function healFirst({ firstSeen: first, firstWas }: Pick<History, 'firstSeen' | 'firstWas'>, now: number) {
  if (first! > now) firstWas = Math.max(first!, firstWas ?? 0);
  return { firstSeen: firstWas! <= now ? firstWas! : Math.min(first ?? now, now), firstWas };
}

/**
 * Takes back what a clock set ahead has written: a claim or first visit of the future is dated now, so that it blocks from now
 * and not for years. `until` stays: if it is the present clock that is wrong, the true date counts again once it has come. So
 * an error shorter than a throttle can double that throttle, and a longer one costs no more than the throttle itself.
 */
export const healHistory = (history: History, now: number): History => ({
  ...history,
  asks: history.asks.map((ask) =>
    ask.at > now + CLOCK_SLACK && ask.until > now + CLOCK_SLACK ? { ...ask, at: now } : ask,
  ),
  ...healFirst(history, now),
});

/**
 * Cuts to what is stored: opt-outs first, then the newest asks, those given back last. One person who is asked at every chance
 * that a throttle of a week allows fills it in two years, so what falls out has no gate left to close. Only where more than
 * `most` people share one device could one of them be asked sooner.
 */
export const boundHistory = (history: History, most = MOST_ASKS): History => ({
  ...history,
  asks: [...history.asks].sort((a, b) => weight(b) - weight(a) || dated(b) - dated(a)).slice(0, most),
});

const dated = ({ known = 0, until }: AskRecord): number => Math.max(known, until);

const weight = ({ state }: AskRecord): number => (state === 'opted-out' ? 2 : state === 'returned' ? 0 : 1);
