/**
 * For all that the page's event loop calls: listeners, timers, observers, what follows a promise. Where a page has broken its own
 * built-ins, or we are wrong, the work is left undone; neither an exception nor an unhandled rejection comes back to the page.
 * What needs no waiting is done before this returns.
 */
export const quiet =
  <A extends unknown[]>(work: (...given: A) => unknown) =>
  async (...given: A): Promise<void> => {
    try {
      await work(...given);
    } catch {
      // The page must not learn of us by it.
    }
  };
