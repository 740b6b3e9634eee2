import { shown } from './counts.js';

/** States of a call-back. `new` and `open` still wait; in the others somebody has seen to it. */
export type LoopState = 'new' | 'open' | 'contacted' | 'resolved' | 'declined' | 'closed';

/** The share of call-backs that were seen to, from 0 to 1, or how many there are in each state; `total` counts those in no named state as waiting. */
export type Loop = number | Partial<Record<LoopState | 'total', number>>;

const WAITING: Record<LoopState, boolean> = {
  new: true,
  open: true,
  contacted: false,
  resolved: false,
  declined: false,
  closed: false,
};

/** The share that was seen to; 1 when there was nobody to call. */
export function callBacks(loop: Loop): number {
  if (typeof loop === 'number') {
    if (loop >= 0 && loop <= 1) return loop;
    throw new RangeError(`loop: ${loop} is not a share; write a number from 0 to 1.`);
  }
  const { total = 0, ...states } = loop;
  checkNumber('total', total);
  let all = 0;
  let done = 0;
  for (const [state, n] of Object.entries(states)) {
    if (!Object.hasOwn(WAITING, state)) {
      throw new RangeError(
        `loop.${state} is not a state; write the number of each of ${Object.keys(WAITING).join(', ')}.`,
      );
    }
    checkNumber(state, n);
    all += n;
    if (!WAITING[state as LoopState]) done += n;
  }
  all = Math.max(all, total);
  return all === 0 ? 1 : done / all;
}

function checkNumber(state: string, n: number): void {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`loop.${state}: ${shown(n)} is not a count; write a whole number from 0.`);
}
