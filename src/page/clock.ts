/** Where a test puts a clock of its own (`askwell/testing`): a function that returns epoch milliseconds. */
export const CLOCK = Symbol.for('askwell.clock');

/** The wall clock, epoch ms. A page may have replaced `Date.now`: what it gives that is no number is asked of `Date` itself. */
export function now(): number {
  const time = ((globalThis as { [CLOCK]?: () => number })[CLOCK] ?? Date.now)();
  // Of what is no finite number the remainder is something else.
  return time % 9e15 === time ? time : +new Date();
}
