interface Waiting<T, R> {
  items: readonly T[];
  resolve(results: R[]): void;
  reject(error: unknown): void;
}

/** Most items in one piece of work, unless one caller alone brings more. */
const MOST = 500;

/**
 * Joins what comes while `width` pieces of work are under way, so that a hundred senders of one message each cost the
 * database one statement and not a hundred. Who comes alone does not wait for anybody.
 *
 * @param work gives one result for each item, in order. When it fails for several callers together, each gets an attempt of
 * their own, so that the fault of one is not that of all.
 */
export function coalesce<T, R>(
  work: (items: readonly T[]) => Promise<R[]>,
  width: number,
): (items: readonly T[]) => Promise<R[]> {
  const queue: Waiting<T, R>[] = [];
  let underWay = 0;

  const run = async (group: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await work(group.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, resolve } of group) resolve(results.slice(from, (from += items.length)));
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      else for (const one of group) await run([one]);
    }
  };

  const take = (): Waiting<T, R>[] => {
    const group = [queue.shift()!];
    let size = group[0]!.items.length;
    while (queue.length && size + queue[0]!.items.length <= MOST) {
      size += queue[0]!.items.length;
      group.push(queue.shift()!);
    }
    return group;
  };

  const next = (): void => {
    while (underWay < width && queue.length) {
      underWay++;
      void run(take()).finally(() => {
        underWay--;
        next();
      });
    }
  };

  return (items) =>
    new Promise((resolve, reject) => {
      queue.push({ items, resolve, reject });
      next();
    });
}
