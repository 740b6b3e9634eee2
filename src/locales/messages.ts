import type { Kind } from '../core/message.js';
import type { Category } from '../core/category.js';

/**
 * All words of one language, ARIA included. A language is one file that `satisfies Messages`: a missing key does not compile.
 * Wording follows one model: a question of likelihood, a friend or colleague, only the two ends named, no plea.
 */
export interface Messages {
  /** BCP 47 tag of this file. */
  locale: string;
  dir: 'ltr' | 'rtl';
  /** The question for each kind. `named` carries the placeholder `{product}` exactly once; `us` is the form without a name. */
  question: Record<Kind, { named: string; us: string }>;
  /** Label of 0. */
  low: string;
  /** Label of 10. */
  high: string;
  /** The one neutral follow-up, the same for all. */
  followUp: string;
  /** Second prompts for hosts that want a different one for each category; never used by default. */
  followUpBy?: Partial<Record<Category, string>>;
  /** Accessible name of the comment box when the follow-up is not visible as its label; also says it is optional. */
  commentHint: string;
  /** Heading of the reason chips. */
  reasons: string;
  contact: string;
  email: string;
  emailInvalid: string;
  send: string;
  close: string;
  snooze: string;
  optOut: string;
  thanks: string;
  /** Shown while an answer cannot be kept anywhere and could not be sent. */
  notSent: string;
  retry: string;
  /** Offered for a few seconds after an accidental close. */
  undo: string;
  /** Name of the region that holds the question, for assistive technology, e.g. “Survey”. */
  region: string;
  /** Accessible name of a score with its label: `{score}, {label}`; it must begin with the number. */
  scoreLabel: string;
}
