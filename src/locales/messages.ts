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
  /** Stands after the follow-up and after the name of any other field that may stay empty, e.g. “optional”. */
  optional: string;
  /** Heading of the reason chips. */
  reasons: string;
  /** Label of a box that is never ticked beforehand: “May we contact you about this?” */
  contact: string;
  /** Label of the e-mail field. */
  email: string;
  /** Says how an e-mail address looks, when the field is empty or wrong. */
  emailInvalid: string;
  /** Button: sends the answer. */
  send: string;
  /** Name of the button with the cross. */
  close: string;
  /** Button: “Ask me later”. */
  snooze: string;
  /** Button: “Don't ask me again”. For good. */
  optOut: string;
  /** Said once, when the answer is safe. The same for everybody. */
  thanks: string;
  /** Said while an answer cannot be kept anywhere and could not be sent. */
  notSent: string;
  /** Button beside `notSent`: tries again. */
  retry: string;
  /** Said after closing, before the button `undo`: “Question closed.” */
  closed: string;
  /** Button: brings the question back that was closed by accident. */
  undo: string;
  /** Name of the region that holds the question, for assistive technology, e.g. “Survey”. */
  region: string;
  /** Accessible name of a score with its label: `{score}, {label}`; it must begin with the number. */
  scoreLabel: string;
}
