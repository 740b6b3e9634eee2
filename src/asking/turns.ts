/** Works that are done one after the other, in the order in which they were asked for. */
export interface Turns {
  /** Does what changes something when all that came before is done, well or not. */
  take<T>(work: () => T | Promise<T>): Promise<T>;
  /** Does what changes nothing when all that came before is done; nothing waits for it. */
  after<T>(work: () => T | Promise<T>): Promise<T>;
  /** Has looked (`look`) when nothing was left to do, nor came up meanwhile. Not from within a turn: that would wait for itself. */
  settled(look: () => Promise<unknown>): Promise<void>;
}

export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(work: () => T | Promise<T>): Promise<T> => last.then(work);
  return {
    after,
    take(work) {
      const done = after(work);
      last = done.catch(() => {});
      return done;
    },
    async settled(look) {
      let seen;
      do {
        seen = last;
        await seen;
        await look();
      } while (seen !== last);
    },
  };
}
