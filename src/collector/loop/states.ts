import type { LoopState } from '../tables.js';

export const LOOP_STATES: readonly LoopState[] = ['new', 'contacted', 'resolved', 'declined'];

/** From which states one may come: new, contacted, then resolved or declined, and closed is closed. */
export const CAME_FROM: Record<LoopState, readonly LoopState[]> = {
  new: [],
  contacted: ['new'],
  resolved: ['contacted'],
  declined: ['contacted'],
};

/** Hours from the answer until somebody should have called (inner loop: 24 to 48 hours). */
export const DUE_HOURS = 48;

export const isClosed = (state: LoopState): boolean => state === 'resolved' || state === 'declined';
