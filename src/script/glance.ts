import type { QuickConfig } from '../config/quick.js';
import type { Decision } from '../core/decision.js';
import type { History } from '../core/history.js';
import { countVisit } from '../page/visits.js';

const DAY = 86_400_000;

/** What a full decision left behind: until `until` nobody needs to look again. Both epoch ms. */
interface Rest {
  /** Which configuration and person it was about. */
  key: number;
  at: number;
  until: number;
}

type Survey = Pick<QuickConfig, 'kind' | 'survey'>;

/** What customers' surveys leave on a device, and what employees' do, share nothing. */
const device = ({ kind }: Survey): string => `askwell:${kind === 'employee' ? kind : 'device'}`;

/** A number for a configuration as it was given, the person included, of whom nothing can be read from it. */
export const keyOf = (given: unknown): number =>
  [...JSON.stringify(given)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 0xffff_fffb, 0);

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

const restOf = (survey: Survey): string => `${device(survey)}:${survey.survey}:rest`;

/** Notes this page view (`now` in epoch ms) beside the history, so that no tab can overwrite another's asks with it. */
export function noteVisit(survey: Survey, now: number): History {
  const history = device(survey);
  const key = `${history}:visits`;
  // Whoever was here before under an asker alone is no newcomer.
  const before = (read(key) ?? read(history)) as History | undefined;
  const visit: History = {
    v: 1,
    asks: [],
    firstSeen: Math.min(before?.firstSeen ?? now, now),
    ...countVisit(before ?? {}, now),
  };
  write(key, visit);
  return visit;
}

/**
 * Is this person surely not to be asked at `now`? Only what two numbers can tell: too few visits, too early, or a full decision
 * of before that named a date. It never errs towards asking; whoever is not surely out gets the full decision.
 */
export function isSurelyOut(config: QuickConfig, given: unknown, { visits, firstSeen }: History, now: number): boolean {
  const { throttle, user } = config;
  const created = +new Date(user?.createdAt ?? NaN);
  // An account of the future is one of a wrong clock, as in `decide`.
  const since = created <= now + 2 * DAY ? created : firstSeen!;
  const { key, at, until } = (read(restOf(config)) ?? {}) as Partial<Rest>;
  // A clock that was set back or ahead since then: look closely.
  const holds = key === keyOf(given) && now < until! && now >= at! - 2 * DAY;
  return holds || visits! < throttle.minVisits || now - since < throttle.firstAskAfterDays * DAY;
}

/** Gates that stay shut until their date, or for good, whatever the page does. */
const LASTING = /^(opted|holdout|sampling|cohort|after|max|between)/;

/** Leaves a note for the next glances, when one of the lasting gates refuses; one without a date is looked at again in a month. */
export function noteRest(survey: Survey, key: number, { gates }: Decision, now: number): void {
  const dates = gates
    .filter(({ code, pass }) => !pass && LASTING.test(code))
    .map(({ nextEligibleAt }) => (nextEligibleAt ? Date.parse(nextEligibleAt) : now + 30 * DAY));
  if (dates.length) write(restOf(survey), { key, at: now, until: Math.max(...dates) } satisfies Rest);
}

const RIGHT = 'askwell:device:right';

/** Did the whole check pass this very configuration on this device before? */
export const isKnownRight = (given: unknown): boolean => read(RIGHT) === keyOf(given);

export const noteRight = (given: unknown): void => write(RIGHT, keyOf(given));
