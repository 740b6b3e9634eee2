import type { Trigger, User } from '../config/config.js';
import { beginning, type Progress } from '../page/triggers.js';

/** A moment to ask that has come: which trigger, and since when nobody has judged it for good (`performance.now()`). */
export interface Moment {
  trigger: string;
  since: number;
}

/**
 * What outlives a configuration: who is here and what they have said, and how far they have come on this page. A host may write a
 * configuration anew at any time, many do at every rendering; nobody is forgotten by that.
 */
export interface Presence {
  /** Whom `identify()` or a configuration has named, whichever spoke last. */
  user?: User;
  /** False when what they were named by is wrong. */
  isKnown: boolean;
  /** By which `user` (`textOf`) of a configuration the last one that differed from the one before had named them. */
  named?: string;
  /** The last word of `consent()`. */
  consent?: 'granted' | 'denied';
  /** Waits for a better moment, or for consent, or is about to be judged. */
  moment?: Moment;
  /** To which survey the moment, and what has fired, belong. */
  survey?: string;
  progress: Progress;
}

export const arrive = (): Presence => ({ isKnown: true, progress: beginning() });

/** A moment that an event brought, if `when` waits for it. */
export const isEvent = (when: readonly Trigger[], moment?: Moment): boolean =>
  when.some((one) => 'event' in one && one.event === moment?.trigger);

/**
 * Goes on with a survey, or begins another one. Returns the moment that an earlier configuration of it could not judge any more, if
 * this one waits for it, too.
 */
export function goOn(presence: Presence, survey: string, when: readonly Trigger[]): Moment | undefined {
  const { moment, progress } = presence;
  const isOn = presence.survey === survey;
  presence.survey = survey;
  presence.moment = undefined;
  if (!isOn) progress.fired.clear();
  const isWanted =
    moment && (moment.trigger === 'manual' || isEvent(when, moment) || when.some((one) => moment.trigger in one));
  return isOn && isWanted ? moment : undefined;
}
