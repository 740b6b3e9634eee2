import { sql } from 'kysely';
import type { Database } from '../database.js';
import { checkBy } from './groups.js';

/** What the form of the page offers, found in the latest messages. */
export interface Choices {
  /** By what a report may be divided; the first is the one that most likely means branches. */
  by: string[];
  surveys: string[];
}

export async function readChoices(db: Database): Promise<Choices> {
  const { rows } = await sql<{ key: string | null; survey: string }>`
    select distinct key, survey from (select properties, traits, survey from asks order by at desc limit 2000) as latest
    left join lateral (
      select jsonb_object_keys(properties) as key union select jsonb_object_keys(traits)
    ) as keys on true`.execute(db);
  const keys = [...new Set(rows.flatMap(({ key }) => key ?? []))];
  return {
    by: keys
      .filter(isAllowed)
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .slice(0, 20),
    surveys: [...new Set(rows.map(({ survey }) => survey))].sort(),
  };
}

const LIKELY = ['branch', 'bu', 'businessunit', 'store', 'location', 'site', 'region', 'country', 'plan'];

const rank = (key: string): number => {
  const place = LIKELY.indexOf(key.toLowerCase().replace(/[^a-z]/g, ''));
  return place < 0 ? LIKELY.length : place;
};

/** By what a report is divided: what was asked for, else what most likely means branches; never by itself what may be a person. */
export const dividedBy = ({ by }: Choices, asked: string | undefined): string | undefined =>
  asked ?? by.find((key) => rank(key) < LIKELY.length);

function isAllowed(key: string): boolean {
  try {
    checkBy(key);
    return /^[\w -]{1,60}$/.test(key);
  } catch {
    return false;
  }
}
