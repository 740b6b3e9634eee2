import type { Throttle } from '../config.js';

/** One thing that the linter found. An `error` biases the score, gives a secret away or asks nobody; a `warning` may. */
export interface Finding {
  level: 'error' | 'warning';
  code: string;
  /** Where it stands: `text.question`, `thanks.promoter.link`. */
  path: string;
  /** What is wrong and how to mend it. */
  message: string;
  /** Who says so. */
  source: string;
}

/** What the rules look at: a plain copy of anything, with the numbers in force. */
export interface Subject {
  /** As it was written, without a prototype at any depth; not checked. */
  config: Readonly<Record<string, any>>;
  kind: string;
  throttle: Throttle;
  /** Every text that a person reads, in the order in which it is written. */
  texts: readonly { path: string; text: string }[];
}

/** One rule: everything that it has to say. Pure, and safe on a configuration that is wrong. */
export type LintRule = (subject: Subject) => Finding[];

/** A member that is a text, or nothing: on a copy without prototypes `String()` would throw. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
