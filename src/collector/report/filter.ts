import { Refusal } from '../refusal.js';

/** Which answers a report or an export is about. `from` is inside, `to` outside. */
export interface Filter {
  survey?: string;
  from?: Date;
  to?: Date;
}

/**
 * `?survey= from= to=`. A day without a time (`2026-11-01`) means its start (UTC) for `from`, and for `to` its end, so that
 * both days belong to the report.
 *
 * @throws Refusal 400 that names the parameter.
 */
export function readFilter(query: URLSearchParams): Filter {
  const survey = query.get('survey') || undefined;
  return { survey, from: instant(query, 'from'), to: instant(query, 'to') };
}

/** @throws Refusal 400 that names the parameter. */
export function instant(query: URLSearchParams, name: 'from' | 'to' | 'since'): Date | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  const day = /^\d{4}-\d\d-\d\d$/.test(text);
  const time = day || /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new Refusal(400, 'must be a day such as 2026-11-01 or an instant such as 2026-11-01T08:00:00Z', name);
  return new Date(day && name === 'to' ? time + 86_400_000 : time);
}
