import { CLOCK_SLACK, healHistory, type History } from '../core/history.js';

const PAUSE = 1_800_000;

/**
 * The history after a page view at `now` (epoch ms): healed of what a wrong clock wrote, and with one more visit when 30 minutes
 * or more have gone since the last page view. A last visit that lies days ahead was dated by a wrong clock and is replaced.
 */
export function visited(history: History | undefined, now: number): History {
  const { visits = 0, lastVisit = 0 } = history ?? {};
  const gap = now - lastVisit;
  const isNew = gap >= PAUSE || gap < -CLOCK_SLACK;
  return {
    ...healHistory(history ?? { v: 1, asks: [] }, now),
    visits: visits + +isNew,
    lastVisit: isNew ? now : Math.max(now, lastVisit),
  };
}
