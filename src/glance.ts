import type { ResolvedConfig } from './config/resolve.js';
import type { Decision } from './core/decision.js';
import type { History } from './core/history.js';
import { countVisit } from './page/visits.js';

const DAY = 86_400_000;

/** What a full decision left behind: until `until` nobody needs to look again. Both epoch ms. */
interface Rest {
  /** Which configuration and person it was about. */
  key: number;
  at: number;
  until: number;
}

/** One key for each survey on a device; customers' and employees' surveys share nothing. */
const prefix = ({ kind, survey }: ResolvedConfig): string => `askwell:${kind === 'employee' ? 'employee' : 'device'}:${survey}:`;

/** The person is in it, but only as 32 bits of a hash over everything else. */
const keyOf = (config: ResolvedConfig): number =>
  [...JSON.stringify(config)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 0xffff_fffb, 0);

const read = (key: string): any => {
  try {
    return JSON.parse(localStorage.getItem(key)!);
  } catch {
    return undefined;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Denied or full: then every page view looks closely.
  }
};

/** Notes this page view (`now` in epoch ms) beside the history, so that no tab can overwrite another's asks with it. */
export function noteVisit(config: ResolvedConfig, now: number): History {
  const key = prefix(config) + 'visits';
  const before = read(key) as History | undefined;
  const visit: History = { v: 1, asks: [], firstSeen: Math.min(before?.firstSeen ?? now, now), ...countVisit(before ?? {}, now) };
  write(key, visit);
  return visit;
}

/**
 * Is this person surely not to be asked at `now`? Only what two numbers can tell: too few visits, too early, or a full decision
 * of before that named a date. It never errs towards asking; whoever is not surely out gets the full decision.
 */
export function isSurelyOut(config: ResolvedConfig, { visits, firstSeen }: History, now: number): boolean {
  const { throttle, user } = config;
  const since = +new Date(user?.createdAt ?? firstSeen!);
  const { key, at, until } = (read(prefix(config) + 'rest') ?? {}) as Partial<Rest>;
  // A clock that was set back or ahead since then: look closely.
  const holds = key === keyOf(config) && now < until! && now >= at! - 2 * DAY;
  return holds || visits! < throttle.minVisits || now - since < throttle.firstAskAfterDays * DAY;
}

/** Gates that stay shut until their date, or for good, whatever the page does. */
const LASTING = /^(opted-out|holdout|sampling|cohort-day|after|max)/;

/** Leaves a note for the next glances, when one of the lasting gates refuses; one without a date is looked at again in a month. */
export function noteRest(config: ResolvedConfig, { gates }: Decision, now: number): void {
  const dates = gates.filter(({ code, pass }) => !pass && (LASTING.test(code) || code === 'between-surveys'))
    .map(({ nextEligibleAt }) => (nextEligibleAt ? Date.parse(nextEligibleAt) : now + 30 * DAY));
  if (dates.length) write(prefix(config) + 'rest', { key: keyOf(config), at: now, until: Math.max(...dates) } satisfies Rest);
}
