import type { Facts, Rules } from '../../src/core/decide.js';
import type { AskRecord, AskState, History } from '../../src/core/history.js';
import { throttleFor } from '../../src/core/throttle.js';

export const DAY = 86_400_000;

/** A Monday in the middle of the fourth quarter. */
export const NOW = Date.UTC(2026, 10, 23, 12);

let made = 0;

export function ask(state: AskState, at: number, more: Partial<AskRecord> = {}): AskRecord {
  return { id: `ask-${String(made++).padStart(6, '0')}`, survey: 'nps', state, at, until: at, ...more };
}

export const history = (asks: AskRecord[] = [], more: Partial<History> = {}): History => ({
  v: 1,
  asks,
  firstSeen: NOW - 365 * DAY,
  visits: 30,
  lastVisit: NOW,
  ...more,
});

/** A regular visitor whom every gate lets through. */
export const facts = (more: Partial<Facts> = {}): Facts => ({ history: history(), consent: true, path: true, ...more });

export const rules = (more: Partial<Rules> = {}): Rules => ({
  survey: 'nps',
  throttle: throttleFor(),
  wave: 'quarter',
  rate: 1,
  holdout: 0,
  spread: false,
  ...more,
});
