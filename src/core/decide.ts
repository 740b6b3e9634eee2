import { DEFERRING, type Decision, type Gate, type GateCode } from './decision.js';
import { CLOCK_SLACK, greatest, healHistory, historyFor, rank, type AskState, type History } from './history.js';
import { hash, WHOLE } from './sampling.js';
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
  /**
   * When the host last asked this person on any device; epoch ms. Counts as an answer, unless the history knows that ask: one from
   * two days before to a day after. A date of the future is a mistake and counts for nothing.
   */
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
 * `nextEligibleAt` is an instant at which all gates that refuse will pass, if nothing happens until then; it is the first one,
 * unless a wrong clock has dated an ask more than two days ahead.
 */
export function decide(facts: Facts, rules: Rules, now: number): Decision {
  const { consent, path, person, own, createdAt, lastAskedAt, manners } = facts;
  const { throttle, survey, rate, holdout, spread } = rules;
  const history = healHistory(facts.history, now);
  const latest = now + CLOCK_SLACK;
  const gates: Gate[] = [];

  const gate = (code: GateCode, actual: any, required: any, pass = !(actual < required), next?: number) =>
    gates.push({
      code,
      pass,
      actual,
      required,
      nextEligibleAt: !pass && next! < 8e15 ? new Date(next!).toISOString() : undefined,
    });
  /** Passes when `days` have gone since `then`, or when there is no such instant. */
  const since = (code: GateCode, then: number | undefined, days: number) => {
    const next = then! + Math.ceil(days * DAY);
    gate(
      code,
      then === undefined ? then : Math.max(0, now - then) / DAY,
      days,
      then === undefined || now >= next,
      next,
    );
  };

  const asks = historyFor(history, person)
    .asks
    // The latest of its stamps counts; one too far ahead was written by a wrong clock, or is read by one.
    .map((ask) => ({ ...ask, at: Math.max(...[ask.at, ask.until, ask.known!].filter((one) => one <= latest)) }))
    .sort((a, b) => b.at - a.at || rank(b.state) - rank(a.state));
  const shown = asks.filter(({ state }) => rank(state) > 1);
  const mine = shown.filter((ask) => ask.survey === survey);
  const last = (state: AskState) => mine.find((ask) => ask.state === state)?.at;
  const newest = mine[0]?.at ?? 0;
  const again = newest + Math.ceil(throttle.afterDismissDays * DAY);
  const ignores = (mine.findIndex(({ state }) => state !== 'shown') + mine.length + 1) % (mine.length + 1);
  const out = shown.some(({ state }) => state === 'opted-out');

  const wave = waveOf(rules.wave, now);
  const id = facts.sampleId ?? '';
  const draw = ({ name }: Wave) => hash(`${survey}:${name}:${id}`);
  const isDrawn = (one: Wave) => draw(one) / WHOLE < rate;
  const held = hash(`holdout:${id}`) / WHOLE;
  // Who is not drawn now is drawn anew in a later wave; forty waves is as far as a date helps anybody.
  let drawnIn = wave;
  for (let i = 0; i < 40 && !isDrawn(drawnIn); i++) drawnIn = waveOf(rules.wave, drawnIn.end);
  // One due day a wave: who was asked in this one is due again in the next.
  const dueIn = newest < wave.start ? wave : waveOf(rules.wave, wave.end);

  gate('consent', consent, true);
  gate('opted-out', out, false, !out);
  gate('holdout', held, holdout);
  gate('sampling', draw(wave) / WHOLE, rate, isDrawn(wave), isDrawn(drawnIn) ? drawnIn.start : undefined);
  since('cohort-day', spread ? dueIn.start : undefined, draw(dueIn) % Math.round((dueIn.end - dueIn.start) / DAY));
  gate('path', path, true);
  since('first-ask-delay', createdAt! <= latest ? createdAt : history.firstSeen, throttle.firstAskAfterDays);
  gate('min-visits', history.visits ?? 0, throttle.minVisits);
  // The host may know the day only, and not the hour.
  const told =
    lastAskedAt! > latest || mine.some(({ at }) => at - CLOCK_SLACK <= lastAskedAt! && lastAskedAt! <= at + DAY)
      ? undefined
      : lastAskedAt;
  since('after-answer', greatest(last('answered'), told), throttle.afterAnswerDays);
  since('after-dismiss', last('dismissed'), throttle.afterDismissDays);
  since('after-snooze', last('snoozed'), throttle.afterSnoozeDays);
  since('after-ignore', last('shown'), throttle.afterIgnoreDays);
  gate('max-ignores', ignores, throttle.maxIgnores, ignores < throttle.maxIgnores || now >= again, again);
  since('between-surveys', shown.find((ask) => ask.survey !== survey)?.at, throttle.betweenSurveysDays);
  since('other-tab', asks.find((ask) => ask.state === 'claimed' && ask.id !== own)?.at, 1);
  const dates = gates.filter(({ pass }) => !pass).map((one) => one.nextEligibleAt);
  for (const code of DEFERRING) gate(code, !!manners?.[code], false, !manners?.[code]);

  // A gate that passes today may fail in the wave of a later day, so that day itself is asked.
  const next = dates.every(Boolean) && dates.reduce((latest, one) => (one! > latest! ? one : latest), '');
  const then = next && decide({ ...facts, history, manners: {} }, rules, Date.parse(next));
  return {
    eligible: gates.every(({ pass }) => pass),
    nextEligibleAt: then ? (then.eligible ? next : then.nextEligibleAt) : undefined,
    gates,
  };
}
