import type { Trigger, User } from '../config/config.js';
import { beginning, type Progress } from '../page/triggers.js';
import { takeTurns, type Turns } from './turns.js';

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
  /** What waits for a better moment, or for consent, or is about to be judged. */
  moments: Set<Moment>;
  /** To which survey the moments, and what has fired, belong. */
  survey?: string;
  progress: Progress;
  /** What changes who is here is done in the order in which it was said, also when one asker follows another. */
  turns: Turns;
}

export const arrive = (): Presence => ({
  isKnown: true,
  moments: new Set(),
  progress: beginning(),
  turns: takeTurns(),
});

/** A moment that an event brought, if `when` waits for it. */
export const isEvent = (when: readonly Trigger[], { trigger }: Moment): boolean =>
  when.some((one) => 'event' in one && one.event === trigger);

/**
 * Goes on with a survey, or begins another one. Of the moments that an earlier configuration of it could not judge any more those
 * remain for which this one waits, too.
 */
export function goOn(presence: Presence, survey: string, when: readonly Trigger[]): void {
  const { moments, progress } = presence;
  const isOn = presence.survey === survey;
  presence.survey = survey;
  if (!isOn) progress.fired.clear();
  for (const moment of moments) {
    const { trigger } = moment;
    const isWanted = trigger === 'manual' || when.some((one) => trigger in one) || isEvent(when, moment);
    if (!isOn || !isWanted) moments.delete(moment);
  }
}
