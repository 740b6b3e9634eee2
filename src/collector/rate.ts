/** How much one sender may send: `perSecond` in the long run, `burst` at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets that are kept at most; beyond it those that are full again are forgotten, and if none is, all. */
const MOST = 50_000;

/**
 * A token bucket for each key. In memory, so each process counts for itself.
 *
 * A batch that costs more than the burst goes through when the bucket is full, and leaves a debt. `paid` was taken for the same
 * batch before, and will be again when it is sent again.
 *
 * @returns a function that takes `cost` tokens and returns 0, or, taking none, the seconds until there will be enough.
 */
export function createLimiter({ perSecond, burst }: Rate, now: () => number) {
  const buckets = new Map<string, Bucket>();
  return (key: string, cost: number, paid = 0): number => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    const short = Math.min(cost, burst - paid) - tokens;
    if (buckets.size >= MOST && !buckets.has(key)) forget(buckets, at, perSecond, burst);
    buckets.set(key, { tokens: short > 0 ? tokens : tokens - cost, at });
    return short > 0 ? Math.max(1, Math.ceil((short + paid) / perSecond)) : 0;
  };
}

function forget(buckets: Map<string, Bucket>, at: number, perSecond: number, burst: number): void {
  for (const [key, bucket] of buckets) {
    if (bucket.tokens + ((at - bucket.at) / 1000) * perSecond >= burst) buckets.delete(key);
  }
  if (buckets.size >= MOST) buckets.clear();
}
