import { CLOCK_SLACK, healHistory, type History } from '../core/history.js';

const PAUSE = 1_800_000;

/**
 * Counts a page view at `now` (epoch ms): one more visit when 30 minutes or more have gone since the last page view. A last visit
 * that lies days ahead was dated by a wrong clock, or is read by one: it is replaced, and remembered as the `latest`.
 */
export function countVisit(
  { visits = 0, lastVisit = 0, latest = 0 }: Pick<History, 'visits' | 'lastVisit' | 'latest'>,
  now: number,
) {
  const gap = now - lastVisit;
  const isNew = gap >= PAUSE || gap < -CLOCK_SLACK;
  const known = Math.max(lastVisit, latest);
  return {
    visits: isNew ? visits + 1 : visits,
    lastVisit: isNew ? now : Math.max(now, lastVisit),
    latest: known > now ? known : undefined,
  };
}

/** The history after a page view at `now` (epoch ms): healed of what a wrong clock wrote, and with its visit counted. */
export const visited = (history: History | undefined, now: number): History => ({
  ...healHistory(history ?? { v: 1, asks: [] }, now),
  ...countVisit(history ?? {}, now),
});
