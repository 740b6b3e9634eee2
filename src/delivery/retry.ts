/**
 * What a reply means for the message. `delivered`: 2xx. `retry`: the endpoint may take it later. `dead`: it will never take this
 * message. `wrong`: it is no endpoint of ours (redirect, sign-in, not found), so the message is kept and tried seldom.
 */
export type Verdict = 'delivered' | 'retry' | 'dead' | 'wrong';

/** What to say to the host about a reply that is more than a passing trouble: where, what, and what to do about it. */
export function complain(verdict: Verdict, endpoint: string, reason: string): string | undefined {
  if (verdict !== 'dead' && verdict !== 'wrong') return undefined;
  const mend =
    verdict === 'dead'
      ? 'mend what it refuses, then call retryFailed()'
      : 'look at the address, and at who may post to it';
  return `endpoint: ${endpoint} answered ${reason}; ${mend}. The answer is kept`;
}

const HOUR = 3_600_000;

/** The longest wait that a `Retry-After` can ask for, in milliseconds. */
export const LONGEST_WAIT = 24 * HOUR;

/** Judges a status. `0` is no reply at all: network failure, time out, blocked. A redirect is any 3xx. */
export function judge(status: number): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (!status || status >= 500 || [408, 409, 425, 429].includes(status)) return 'retry';
  return [400, 413, 415, 422].includes(status) ? 'dead' : 'wrong';
}

/** `Retry-After` in milliseconds from `now` (RFC 9110 §10.2.3: seconds or a date), within 0 … 24 hours. Unreadable is 0. */
export function retryAfter(value: string | null | undefined, now: number): number {
  const asked = /^\s*\d+\s*$/.test(value ?? '') ? +value! * 1000 : Date.parse(value ?? '') - now;
  return Math.min(Math.max(asked || 0, 0), LONGEST_WAIT);
}

/**
 * How long to wait after the `tries`-th try (1, 2, …), in milliseconds. Full jitter: uniform between 0 and 1 s, 2 s, 4 s … up
 * to 5 minutes, so that pages which failed together do not come back together. Never shorter than the endpoint asked for.
 */
export function waitAfter(status: number, tries: number, asked: number, random: () => number): number {
  if (judge(status) === 'wrong') return HOUR;
  return Math.max(asked, random() * Math.min(300_000, 1000 * 2 ** (tries - 1)));
}
