import { periodName, startOf, type Unit } from './periods.js';
import type { Way } from '../ways.js';
import type { Filter } from './filter.js';

/** A change of how people were asked: a step of the score there may come from it. */
export interface Break {
  /** When it was first seen. */
  at: Date;
  /** The period in which that lies. */
  period: string;
  survey: string;
  what: 'wording' | 'layout' | 'sampling';
  /** What it changed to. */
  to: string;
}

const DAY = 86_400_000;
/** More than these say nothing any more. */
const MOST = 12;

/** Every wording (within one language), layout and sampling rate that first appeared a day or more after its survey began. */
export function breaksOf(unit: Unit, ways: readonly Way[], { from, to }: Filter): Break[] {
  const began = new Map<string, number>();
  const first = new Map<string, Omit<Break, 'period'>>();
  const see = (key: string, found: Omit<Break, 'period'>): void => {
    const known = first.get(key);
    if (!known || found.at < known.at) first.set(key, found);
  };
  for (const { survey, locale, question, layout, probability, first: at } of ways) {
    // A language that is added is no change for those who were asked before.
    for (const series of [survey, `${survey} ${locale}`])
      began.set(series, Math.min(began.get(series) ?? Infinity, at.getTime()));
    see(JSON.stringify([survey, locale, question]), { at, survey, what: 'wording', to: question });
    see(JSON.stringify([survey, layout]), { at, survey, what: 'layout', to: layout });
    see(JSON.stringify([survey, probability]), {
      at,
      survey,
      what: 'sampling',
      to: `${Math.round(probability * 1000) / 10} %`,
    });
  }
  return [...first]
    .filter(([key, { at, survey, what }]) => {
      const series = what === 'wording' ? `${survey} ${(JSON.parse(key) as string[])[1]!}` : survey;
      return at.getTime() - began.get(series)! >= DAY;
    })
    .filter(([, { at }]) => (!from || at >= from) && (!to || at < to))
    .map(([, found]) => ({ ...found, period: periodName(unit, startOf(unit, found.at)) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-MOST);
}
