import type { QuickConfig } from '../config/quick.js';
import type { Decision, Gate, GateCode } from '../core/decision.js';
import { healFirst, type Visits } from '../core/history.js';
import { countVisit } from '../page/visits.js';

const DAY = 86_400_000;

/** A gate as it is noted; epoch ms. */
interface Noted {
  /** Of a gate that counts days: from when they count, for `actual` grows. */
  since?: number;
  /** When it will pass. */
  opens?: number;
  /** Said outright by a gate without a date. */
  pass?: boolean;
  actual?: unknown;
  required?: unknown;
}

/**
 * Gates by code, and the `nextEligibleAt` of the decision in which they were shut: it may be later than any of theirs, for on the day
 * on which one opens another may shut.
 */
type Shut = Partial<Record<GateCode, Noted>> & { next?: string };

/** What a full decision left behind: until `until` nobody needs to look again. Both epoch ms. */
interface Rest {
  /** Which configuration and person it was about. */
  key: number;
  at: number;
  until: number;
  /** The gates that refused. */
  shut: Shut;
}

type Survey = Pick<QuickConfig, 'kind' | 'survey'>;

/** What customers' surveys leave on a device, and what employees' do, share nothing. */
const device = ({ kind }: Survey): string => `askwell:${kind === 'employee' ? kind : 'device'}`;

/** A number for a configuration as it was given, the person included, of whom nothing can be read from it. */
export const keyOf = (given: unknown): number => {
  try {
    return [...JSON.stringify(given)].reduce((sum, letter) => (sum * 8191 + letter.codePointAt(0)!) % 1e9, 0);
  } catch {
    // What is no data; the whole check says so.
    return NaN;
  }
};

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

/** Until somebody has consented nothing of them is read or stored, and everybody is new. */
export const hasConsent = ({ consent }: Pick<QuickConfig, 'consent'>): boolean => consent !== 'required';

/** Notes this page view (`now` in epoch ms) beside the history, so that no tab can overwrite another's asks with it. */
export function noteVisit(survey: Survey & Pick<QuickConfig, 'consent'>, now: number): Visits {
  const history = device(survey);
  const key = `${history}:visits`;
  // Whoever was here before under an asker alone is no newcomer.
  const before: Visits = (hasConsent(survey) && (read(key) ?? read(history))) || {};
  const visits = { ...healFirst(before, now), ...countVisit(before, now) };
  if (hasConsent(survey)) write(key, visits);
  return visits;
}

/** `REFUSING` and `DEFERRING`, in fewer bytes. */
const CODES =
  'consent|opted-out|holdout|sampling|cohort-day|path|first-ask-delay|min-visits|after-answer|after-dismiss|after-snooze|' +
  'after-ignore|max-ignores|between-surveys|other-tab|hidden|modal|typing|media|recent-error|automation|busy|veto';

/**
 * Why this person is surely not to be asked at `now`, as far as two numbers can tell: too few visits, too early, or a full
 * decision of before that named a date. It never errs towards asking; `undefined` is not a yes, and wants the full decision.
 * The gates that it cannot look at count as open, and have no `actual`.
 */
export function refusalOf(
  config: QuickConfig,
  wanted: number,
  { visits, firstSeen }: Visits,
  now: number,
): Decision | undefined {
  const { minVisits, firstAskAfterDays } = config.throttle;
  // An employee is nobody, so there is no account either.
  const created = config.kind === 'employee' ? NaN : +new Date(config.user?.createdAt ?? NaN);
  // An account of the future is one of a wrong clock, as in `decide`.
  const since = created <= now + 2 * DAY ? created : firstSeen!;
  const consent = hasConsent(config);
  const { key, at, until, shut } = ((consent && read(restOf(config))) || {}) as Partial<Rest>;
  const seen: Shut = {
    // A clock that was set back or ahead since then: look closely.
    ...(key === wanted && now < until! && now >= at! - 2 * DAY && shut),
    consent: { pass: consent, actual: consent, required: true },
    'first-ask-delay': { since, required: firstAskAfterDays, opens: since + firstAskAfterDays * DAY },
    'min-visits': { pass: visits! >= minVisits, actual: visits, required: minVisits },
  };
  const gates = CODES.split('|').map((code) => {
    const { since, opens, ...gate } = seen[code as GateCode] ?? {};
    const isShut = now < opens!;
    return {
      code,
      pass: !isShut,
      ...(since! >= 0 && { actual: (now - since!) / DAY }),
      ...(isShut && { nextEligibleAt: new Date(opens!).toISOString() }),
      ...gate,
    } as Gate;
  });
  const refusing = gates.filter(({ pass }) => !pass);
  return (
    refusing[0] && {
      eligible: false,
      // The latest date, or none: what has no date is sorted behind all that have.
      // oxlint-disable-next-line typescript/require-array-sort-compare -- all are ISO 8601.
      nextEligibleAt: refusing
        .map((gate) => gate.nextEligibleAt)
        .concat(seen.next ?? [])
        .sort()
        .pop(),
      gates,
    }
  );
}

/** Gates that stay shut until their date, or for good, whatever the page does. */
const LASTING = /^(opted|holdout|sampling|cohort|after|max|between)/;

/** Leaves a note for the next glances, when one of the lasting gates refuses; one without a date is looked at again in a month. */
export function noteRest(survey: Survey, key: number, { gates, nextEligibleAt }: Decision, now: number): void {
  const shut = gates.filter(({ code, pass }) => !pass && LASTING.test(code));
  const dates = shut.map((gate) => (gate.nextEligibleAt ? Date.parse(gate.nextEligibleAt) : now + 30 * DAY));
  const rest: Rest = {
    key,
    at: now,
    until: Math.max(...dates),
    shut: { ...Object.fromEntries(shut.map((gate) => [gate.code, noted(gate, now)])), next: nextEligibleAt },
  };
  if (dates.length) write(restOf(survey), rest);
}

function noted({ code, pass, actual, required, nextEligibleAt }: Gate, now: number): Noted {
  const opens = nextEligibleAt && Date.parse(nextEligibleAt);
  if (!opens) return { pass, actual, required };
  const since = opens - Math.ceil((required as number) * DAY);
  return /^(after|between|cohort)/.test(code) && since <= now
    ? { since, opens, required }
    : { actual, opens, required };
}

/** Something became of an ask: that may shut gates of every other survey on this device, of which nobody has made a note yet. */
export function forgetRests(survey: Survey): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(device(survey)) && key.endsWith(':rest')) localStorage.removeItem(key);
    }
  } catch {
    // Denied: there are none.
  }
}

const RIGHT = 'askwell:device:right';

/** Which configuration the whole check has passed on this device last. */
export const knownRight = (): unknown => read(RIGHT);

export const noteRight = (key: number): void => write(RIGHT, key);
