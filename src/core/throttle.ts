import type { Kind } from './message.js';

/** How seldom one person is asked. All in whole or fractional days, except the two counts. A day is 86,400,000 ms. */
export interface Throttle {
  firstAskAfterDays: number;
  minVisits: number;
  afterAnswerDays: number;
  afterDismissDays: number;
  afterSnoozeDays: number;
  afterIgnoreDays: number;
  maxIgnores: number;
  betweenSurveysDays: number;
}

export type FirstAsk = Pick<Throttle, 'firstAskAfterDays' | 'minVisits'>;

/**
 * When a person may be asked for the first time. A transactional survey is about something that was just done, so it does not
 * wait for the person to become a regular.
 */
export const firstAskFor = (kind?: Kind): FirstAsk => ({
  firstAskAfterDays: kind === 'transactional' ? 0 : 7,
  minVisits: kind === 'transactional' ? 1 : 3,
});

/** The throttle in force: the host's keys over the defaults for the kind. */
export const throttleFor = (kind?: Kind, own?: Partial<Throttle>): Throttle => ({
  ...firstAskFor(kind),
  afterAnswerDays: 90,
  afterDismissDays: 30,
  afterSnoozeDays: 7,
  afterIgnoreDays: 7,
  maxIgnores: 3,
  betweenSurveysDays: 14,
  ...own,
});
