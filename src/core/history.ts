/** How far one ask came. `returned`: claimed but never visible, so it does not count. */
export type AskState = 'claimed' | 'returned' | 'shown' | 'dismissed' | 'snoozed' | 'answered' | 'opted-out';

/** One ask in the history. */
export interface AskRecord {
  /** The UUIDv7 that its messages carry. */
  id: string;
  survey: string;
  state: AskState;
  /** When it was claimed; epoch milliseconds. */
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
