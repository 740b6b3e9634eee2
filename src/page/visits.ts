import { CLOCK_SLACK, type History } from '../core/history.js';

const PAUSE = 1_800_000;

/**
 * What a page view at `now` (epoch ms) adds to the history: a new visit when 30 minutes or more have gone since the last page
 * view, else the same visit going on. A last visit that lies days ahead was dated by a wrong clock and is replaced. Merge it in.
 */
export function visited(history: History | undefined, now: number): History {
  const { visits = 0, lastVisit = 0 } = history ?? {};
  const gap = now - lastVisit;
  const isNew = gap >= PAUSE || gap < -CLOCK_SLACK;
  return { v: 1, asks: [], firstSeen: now, visits: visits + +isNew, lastVisit: isNew ? now : Math.max(now, lastVisit) };
}
