import type { Ask } from '../asking/ask.js';
import type { Category } from '../core/category.js';
import type { Words } from './wording.js';

/** Ways to leave a question without sending it. */
export type Leaving = 'close' | 'escape' | 'snooze' | 'opt-out';

/** What one showing looks like at this moment. The answer itself lives in the ask. */
export interface Showing {
  readonly ask: Ask;
  readonly words: Words;
  readonly layout: 'corner' | 'bar' | 'modal' | 'inline';
  /** `unsent`: the answer is neither kept nor sent. `closed`: it can be brought back. */
  stage: 'asking' | 'sending' | 'unsent' | 'thanks' | 'closed';
  /** What is selected: by the person, or beforehand by `prefill`. */
  score?: number;
  /** A hand was on the panel, and not only a script: the click that every choice begins with was trusted. */
  touched: boolean;
  /** The score was recorded: a person, and not only an address, said it. */
  said: boolean;
  category?: Category;
  comment: string;
  reasons: string[];
  contact: boolean;
  email: string;
  /** The e-mail address was found wrong when it was to be sent. */
  invalid: boolean;
  /** Undefined until the question was seen; true while a screen reader is told about it, until the focus comes. */
  announced?: boolean;
}

/** The panel is on screen: with the question while that is open, and with the way back to it. */
export const isUp = ({ stage }: Showing, open: boolean): boolean => open || stage === 'closed';

/** What is meant for this category: the same for all, or what the host gave for it. */
export function forCategory<T>(
  given: T | Partial<Record<Category, T>> | undefined,
  isOne: (value: unknown) => boolean,
  category?: Category,
): T | undefined {
  if (given === undefined || isOne(given)) return given as T | undefined;
  return category && (given as Partial<Record<Category, T>>)[category];
}

/** What the host's follow-up asks, for the category that was given, or the one neutral question. */
export function followUpOf({ words, category }: Showing): string {
  return (category && words.followUpBy?.[category]) ?? words.followUp;
}
