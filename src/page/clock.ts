/**
 * The wall clock, epoch ms. A test that moves time puts a function there (`askwell/testing`); nothing else should.
 * A page may have replaced `Date.now`: what is not a number is asked from `new Date` instead.
 */
export function now(): number {
  const hook = (globalThis as { [CLOCK]?: () => number })[CLOCK];
  const time = hook ? hook() : Date.now();
  return Number.isFinite(time) ? time : +new Date();
}

/** Where `now` looks for a clock that a test has put there. */
export const CLOCK = '__askwellClock';
