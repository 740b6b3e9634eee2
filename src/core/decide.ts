import { DEFERRING, type Decision, type Gate, type GateCode } from './decision.js';
import { CLOCK_SLACK, healHistory, historyFor, type AskRecord, type AskState, type History } from './history.js';
import { hash, unit } from './sampling.js';
import type { Throttle } from './throttle.js';
import { waveOf, type Wave } from './wave.js';

const DAY = 86_400_000;

/** What is known about the person, the page and the moment. */
export interface Facts {
  /** All that the device remembers; `decide` takes the view of the person itself. */
  history: History;
  /** Hash of the signed-in person (`personHash`); absent for an anonymous one. */
  person?: string;
  /** What sampling hashes: the signed-in person's id, else the anonymous id. Without it the person counts as one fixed person. */
  sampleId?: string;
  /** Storage is allowed. */
  consent: boolean;
  /** The page is one of those in `where`. */
  path: boolean;
  /** When the host's account was made; epoch ms. Preferred to the first visit on this device. */
  createdAt?: number;
  /** When the host last asked this person on any device; epoch ms. Counts as an answer, unless the history knows that ask. */
  lastAskedAt?: number;
  /** The manners that are in the way now, each with what was found, e.g. `{modal: true}`. */
  manners?: Partial<Record<(typeof DEFERRING)[number], unknown>>;
  /** Id of the ask that this very tab has claimed: it does not stand in its own way. */
  own?: string;
}

/** What the host wants. */
export interface Rules {
  survey: string;
  throttle: Throttle;
  /** `quarter`, `half`, `year`, or a name. */
  wave: string;
  rate: number;
  holdout: number;
  spread: boolean;
}

/**
 * May this person be asked now? A pure function of facts, rules and the clock (epoch ms), which lists every gate. A day is
 * 86,400,000 ms, whatever daylight saving does, and a person is eligible again when exactly that many have passed.
 *
 * `nextEligibleAt` is the first instant at which all gates that refuse will pass, if nothing happens until then.
 */
export function decide(facts: Facts, rules: Rules, now: number): Decision {
  const history = healHistory(facts.history, now);
  const { throttle, survey } = rules;
  const id = facts.sampleId ?? '';
  const gates: Gate[] = [];

  const gate = (code: GateCode, pass: boolean, actual?: unknown, required?: unknown, next?: number) => {
    const found: Gate = { code, pass, actual, required };
    if (!pass && next! <= 8.64e15) found.nextEligibleAt = new Date(next!).toISOString();
    gates.push(found);
  };
  /** Passes when `days` have gone since `then`, or when there is no such instant. */
  const since = (code: GateCode, then: number | undefined, days: number) => {
    const next = then! + days * DAY;
    gate(code, then === undefined || now >= next, then && Math.max(0, now - then) / DAY, days, next);
  };

  // A stamp too far ahead was written by a wrong clock; `at` is the healed one.
  const time = ({ at, until }: AskRecord) => (until > now + CLOCK_SLACK ? at : until);
  const asks = historyFor(history, facts.person).asks.sort((a, b) => time(b) - time(a));
  const shown = asks.filter(({ state }) => state !== 'claimed' && state !== 'returned');
  const mine = shown.filter((ask) => ask.survey === survey);
  const newest = (list: AskRecord[], state?: AskState) => {
    const ask = list.find((one) => !state || one.state === state);
    return ask && time(ask);
  };

  const wave = waveOf(rules.wave, now);
  const draw = ({ name }: Wave) => `${survey}:${name}:${id}`;
  const isDrawn = (one: Wave) => unit(draw(one)) < rules.rate;
  const dueDay = (one: Wave) => hash(draw(one)) % Math.round((one.end - one.start) / DAY);
  // Who is not drawn now is drawn anew in a later wave; forty waves is as far as a date helps anybody.
  let drawnIn = wave;
  for (let i = 0; i < 40 && !isDrawn(drawnIn); i++) drawnIn = waveOf(rules.wave, drawnIn.end);
  const dueIn = newest(mine)! >= wave.start ? waveOf(rules.wave, wave.end) : wave;
  const out = shown.some(({ state }) => state === 'opted-out');
  const held = unit(`holdout:${id}`);
  const { createdAt, lastAskedAt, manners } = facts;
  const visits = history.visits ?? 0;
  const told = lastAskedAt! > (newest(mine) ?? 0) + DAY ? lastAskedAt : undefined;
  const heeded = mine.findIndex(({ state }) => state !== 'shown');
  const ignores = heeded < 0 ? mine.length : heeded;

  gate('consent', facts.consent, facts.consent, true);
  gate('opted-out', !out, out, false);
  gate('holdout', held >= rules.holdout, held, rules.holdout);
  gate('sampling', isDrawn(wave), unit(draw(wave)), rules.rate, isDrawn(drawnIn) ? drawnIn.start : undefined);
  since('cohort-day', rules.spread ? dueIn.start : undefined, dueDay(dueIn));
  gate('path', facts.path, facts.path, true);
  since('first-ask-delay', createdAt! <= now + CLOCK_SLACK ? createdAt : history.firstSeen, throttle.firstAskAfterDays);
  gate('min-visits', visits >= throttle.minVisits, visits, throttle.minVisits);
  since('after-answer', told ?? newest(mine, 'answered'), throttle.afterAnswerDays);
  since('after-dismiss', newest(mine, 'dismissed'), throttle.afterDismissDays);
  since('after-snooze', newest(mine, 'snoozed'), throttle.afterSnoozeDays);
  since('after-ignore', newest(mine, 'shown'), throttle.afterIgnoreDays);
  const again = newest(mine)! + throttle.afterDismissDays * DAY;
  gate('max-ignores', ignores < throttle.maxIgnores || now >= again, ignores, throttle.maxIgnores, again);
  since('between-surveys', newest(shown.filter((ask) => ask.survey !== survey)), throttle.betweenSurveysDays);
  since('other-tab', newest(asks.filter((ask) => ask.id !== facts.own), 'claimed'), 1);
  const refused = gates.filter(({ pass }) => !pass);
  for (const code of DEFERRING) gate(code, !manners?.[code], manners?.[code] ?? false, false);

  const decision: Decision = { eligible: gates.every(({ pass }) => pass), gates };
  const next = refused.map((one) => one.nextEligibleAt).sort();
  if (next.length && next.every(Boolean)) {
    // A gate that passes today may fail in the wave of that day, so the day itself is asked.
    const then = decide({ ...facts, history, manners: {} }, rules, Date.parse(next.at(-1)!));
    decision.nextEligibleAt = then.eligible ? next.at(-1) : then.nextEligibleAt;
  }
  return decision;
}
