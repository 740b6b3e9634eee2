import type { Ask, Shown } from '../asking/ask.js';
import { plain, wordsFor } from './wording.js';
import en from '../locales/en.js';

/**
 * An ask for a host's own interface, which may leave unsaid what it showed: then it is the standard English question, seen at
 * the latest when the person does something. Without that the answer would be one to no known question, and refused.
 */
export function forgiving(ask: Ask): Ask {
  const { config, kind } = ask;
  const { question, followUp } = wordsFor(en, config, kind);
  const standard: Shown = {
    question: plain(question, config.product),
    followUp,
    locale: 'en',
    dir: 'ltr',
    layout: 'own',
  };
  const shown = (what?: Partial<Shown>): void => ask.shown({ ...standard, ...what });
  const seen =
    <Given extends unknown[], Got>(call: (...given: Given) => Got) =>
    (...given: Given): Got => {
      shown();
      return call(...given);
    };
  return {
    ...ask,
    shown,
    score: seen(ask.score),
    submit: seen(ask.submit),
    dismiss: seen(ask.dismiss),
    snooze: seen(ask.snooze),
    optOut: seen(ask.optOut),
  };
}
