import type { AskwellConfig } from '../config/config.js';
import type { Kind } from '../core/message.js';
import type { Messages } from '../locales/messages.js';

/** One language with the host's own words in their place. */
export type Words = Omit<Messages, 'question'> & { question: string };

const text = (value: unknown): value is string => typeof value === 'string';

/**
 * The words in force. A host may give any message; its `question` is one sentence for every kind, or sentences by kind, and
 * each of those again one sentence or the pair `named` and `us`. What it leaves out is the language's.
 */
export function wordsFor(messages: Messages, { text: own = {}, product }: AskwellConfig, kind: Kind): Words {
  const form = product ? 'named' : 'us';
  const asked = own.question as string | Partial<Record<Kind, string | { named?: string; us?: string }>> | undefined;
  const mine = text(asked) ? asked : asked?.[kind];
  const question = text(mine) ? mine : (mine?.[form] ?? messages.question[kind][form]);
  // A language may offer prompts by category; only a host that names them uses them.
  return { ...messages, followUpBy: undefined, ...own, question };
}

/** Splits a sentence at the first `{name}`: what stands before and after, or the whole sentence and nothing. */
export function splitAt(sentence: string, name: string): [before: string, after?: string] {
  const [before = '', ...after] = sentence.split(`{${name}}`);
  return after.length ? [before, after.join('')] : [before];
}

/** A sentence as it is read out: with the product in its place. */
export const plain = (sentence: string, product = ''): string => sentence.replace('{product}', () => product);
