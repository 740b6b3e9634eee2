import type { Category } from '../../core/category.js';
import { cleanText } from '../clean.js';
import { Refusal } from '../refusal.js';
import type { CommentFilter } from './comments.js';
import { checkBy } from './groups.js';

/** Which answers a report or an export is about. `from` is inside, `to` outside. */
export interface Filter {
  survey?: string;
  from?: Date;
  to?: Date;
  /** Leave out answers that came too quickly to be a person's. */
  hasty?: 'without';
}

/** What a report was asked for. */
export interface Question extends Filter {
  by?: string;
  comments: CommentFilter;
}

const DAY = 86_400_000;
/** Open ends, such as the year 9999, within what every database can say. */
const FIRST = Date.UTC(1900, 0);
const LAST = Date.UTC(9999, 11, 31);

/**
 * `?survey= from= to=`. A day without a time (`2026-11-01`) means its start (UTC) for `from`, and for `to` its end, so that
 * both days belong to the report.
 *
 * @throws Refusal 400 that names the parameter.
 */
export function readFilter(query: URLSearchParams): Filter {
  const survey = text(query, 'survey');
  const [from, to] = [instant(query, 'from'), instant(query, 'to')];
  return { ...(survey && { survey }), ...(from && { from }), ...(to && { to }) };
}

/**
 * The same with `by=`, `hasty=without`, and for the comments `category= words= before=`.
 *
 * @throws Refusal 400 that names the parameter.
 */
export function readQuestion(query: URLSearchParams): Question {
  const by = text(query, 'by');
  const category = query.get('category');
  if (category && !['detractor', 'passive', 'promoter'].includes(category)) {
    throw new Refusal(400, 'must be detractor, passive or promoter', 'category');
  }
  const hasty = query.get('hasty');
  if (hasty && hasty !== 'without') throw new Refusal(400, 'can only be without', 'hasty');
  const words = text(query, 'words')?.trim().slice(0, 200);
  const before = instant(query, 'before');
  return {
    ...readFilter(query),
    ...(by && { by: checkBy(by) }),
    ...(hasty && { hasty: 'without' as const }),
    comments: {
      limit: 20,
      ...(category && { category: category as Category }),
      ...(words && { words }),
      ...(before && { before }),
    },
  };
}

/** @throws Refusal 400 that names the parameter. */
export function instant(query: URLSearchParams, name: 'from' | 'to' | 'since' | 'before'): Date | undefined {
  // A plus sign that was not encoded comes as a space.
  const given = query
    .get(name)
    ?.trim()
    .replace(/ (?=\d\d:\d\d$)/, '+');
  if (!given) return undefined;
  const day = /^\d{4}-\d\d-\d\d$/.test(given);
  const [, moment, zone] = /^(\d{4}-\d\d-\d\dT[\d:.]+)(Z|[+-]\d\d:?\d\d)?$/i.exec(given) ?? [];
  const time = Date.parse(day ? given : `${moment}${zone ?? 'Z'}`);
  if (Number.isNaN(time))
    throw new Refusal(400, 'must be a day such as 2026-11-01 or an instant such as 2026-11-01T08:00:00Z', name);
  return new Date(Math.min(Math.max(day && name === 'to' ? time + DAY : time, FIRST), LAST));
}

/** As what is stored was cleaned, so is what is looked for. */
const text = (query: URLSearchParams, name: string): string => cleanText(query.get(name) ?? '');
