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
  /** Hash of the signed-in person it was put to; absent for an anonymous one. */
  by?: string;
}

/** All that is remembered on one device: a set of asks merged by id, and what was seen of the visits. */
export interface History {
  v: 1;
  asks: AskRecord[];
  firstSeen?: number;
  visits?: number;
  lastVisit?: number;
  anonymousId?: string;
}

/** At most this many asks are stored; see `boundHistory`. */
export const MOST_ASKS = 100;

/** A stamp up to this far ahead of the clock is taken as it is: time zones set by hand, drift. Milliseconds. */
export const CLOCK_SLACK = 172_800_000;

const rank = (state: unknown): number => STATES.indexOf(state as AskState);

const least = <T extends number | string>(a?: T, b?: T): T | undefined => (a === undefined || b! < a ? b : a);

/**
 * The join of two records of one ask: the state that came further wins and brings its `until`, the later of two equal
 * states; `at` is the earlier. So a dismissal never undoes an answer, and no order of arrival matters.
 */
function joinAsk(a: AskRecord, b: AskRecord): AskRecord {
  const further = rank(a.state) - rank(b.state) || a.until - b.until;
  const by = a.by! > b.by! || !b.by ? a.by : b.by;
  return { ...(further < 0 ? b : a), at: Math.min(a.at, b.at), ...(by && { by }) };
}

/**
 * Everything that either history knows. Commutative, associative and idempotent, so tabs, devices and copies may merge in
 * any order, any number of times. First seen is the earlier, the visits are those of the copy that counted more.
 */
export function mergeHistory(a: History, b: History): History {
  const asks = new Map<string, AskRecord>();
  for (const ask of [...a.asks, ...b.asks]) {
    const known = asks.get(ask.id);
    asks.set(ask.id, known ? joinAsk(known, ask) : ask);
  }
  const more = (a.visits ?? 0) - (b.visits ?? 0) || (a.lastVisit ?? 0) - (b.lastVisit ?? 0);
  const { visits, lastVisit } = more < 0 ? b : a;
  return {
    v: 1,
    asks: [...asks.values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
    firstSeen: least(a.firstSeen, b.firstSeen),
    visits,
    lastVisit,
    anonymousId: least(a.anonymousId, b.anonymousId),
  };
}

/**
 * Reads a stored value, which may be anything. Broken asks are left out, the rest is kept. `undefined`: not a history, or
 * one of a newer version, which the caller must leave where it is.
 */
export function parseHistory(value: unknown): History | undefined {
  const { v, asks, firstSeen, visits, lastVisit, anonymousId } = (value ?? {}) as Record<string, unknown>;
  if (v !== 1 || !Array.isArray(asks)) return;
  const count = (n: unknown) => (Number.isFinite(n) && (n as number) >= 0 ? (n as number) : undefined);
  const text = (s: unknown) => (typeof s === 'string' && s && s.length < 256 ? s : undefined);
  const list: AskRecord[] = [];
  for (const ask of asks) {
    const { id, survey, state, at, until, by } = (ask ?? {}) as AskRecord;
    if (text(id) && text(survey) && rank(state) >= 0 && count(at) && count(until)) {
      list.push({ id, survey, state, at, until, ...(text(by) && { by }) });
    }
  }
  return mergeHistory(
    { v, asks: list, firstSeen: count(firstSeen), visits: count(visits), lastVisit: count(lastVisit), anonymousId: text(anonymousId) },
    { v, asks: [] },
  );
}

/**
 * What counts for one person. Signed in: own asks, and those of this device that are nobody's yet. Anonymous or logged out:
 * all asks of the device, so that logging out resets nothing.
 */
export const historyFor = (history: History, person?: string): History =>
  ({ ...history, asks: history.asks.filter((ask) => !person || !ask.by || ask.by === person) });

/** The anonymous asks of this device become those of the person who signed in; the next person does not inherit them. */
export const adoptHistory = (history: History, person: string): History =>
  ({ ...history, asks: history.asks.map((ask) => (ask.by ? ask : { ...ask, by: person })) });

/**
 * Takes back what a clock set ahead has written: a claim or first visit of the future is dated now, so that it blocks one
 * period from now and not for years. `until` stays: when it was the present clock that was wrong, the true date still counts.
 */
export const healHistory = (history: History, now: number): History => ({
  ...history,
  asks: history.asks.map((ask) => (ask.at > now + CLOCK_SLACK && ask.until > now + CLOCK_SLACK ? { ...ask, at: now } : ask)),
  firstSeen: Math.min(history.firstSeen ?? now, now),
});

/**
 * Cuts to what is stored: opt-outs first, then the newest asks, those given back last. A person who is asked at every chance
 * that the shortest throttle of a week allows fills it in two years, so what falls out has no gate left to close.
 */
export const boundHistory = (history: History, most = MOST_ASKS): History => ({
  ...history,
  asks: [...history.asks]
    .sort((a, b) => weight(b) - weight(a) || b.until - a.until)
    .slice(0, most),
});

const weight = ({ state }: AskRecord): number => (state === 'opted-out' ? 2 : state === 'returned' ? 0 : 1);
