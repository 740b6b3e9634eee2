import { sql, type RawBuilder } from 'kysely';
import { compareGroups, type Groups } from '../../score/groups.js';
import { nps, type Nps } from '../../score/nps.js';
import { suppress } from '../../score/suppress.js';
import type { Database } from '../database.js';
import { Refusal } from '../refusal.js';
import { answersIn } from './customers.js';
import type { Filter } from './filter.js';
import { countsOf, emptyHistogram, sum } from './scored.js';

/** Branches, plans, languages beside each other, as `compareGroups()` gives them, without those that are too small. */
export interface GroupsReport extends Groups {
  by: string;
  /** Names of what is not shown: fewer than `minimum` answers, or derivable from the rest. */
  hidden: string[];
  minimum: number;
  /** All groups that are shown, together. */
  overall: Nps;
}

export const GROUP_MINIMUM = 5;
const MOST_GROUPS = 100;

const COLUMNS = ['survey', 'wave', 'locale', 'layout', 'trigger'];

/** Words for a single person in the name of a property. Branches are compared; whoever served somebody is not. */
const PERSON = new Set([
  'agent',
  'employee',
  'staff',
  'rep',
  'representative',
  'cashier',
  'seller',
  'salesperson',
  'clerk',
  'advisor',
  'adviser',
  'consultant',
  'waiter',
  'waitress',
  'driver',
  'courier',
  'technician',
  'operator',
  'teacher',
  'doctor',
  'nurse',
  'manager',
  'assistant',
  'colleague',
  'worker',
  'owner',
  'person',
  'user',
  'email',
  'mail',
  'phone',
]);

/**
 * `?by=`: `branch` for `context.properties.branch` or, where that is missing, `person.traits.branch`; `properties.branch` and
 * `traits.branch` for just one of them; `survey wave locale layout trigger` for what every message has.
 *
 * @throws Refusal 400 for the name of a single person: this product does not grade employees.
 */
export function checkBy(by: string): string {
  const name = by.replace(/^(context\.|person\.)/, '');
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (
    words.some((word) => PERSON.has(word) || PERSON.has(word.replace(/s$/, ''))) ||
    /^(.*\.)?(first|last|full)?_?name$/i.test(name)
  ) {
    throw new Refusal(400, 'must be a branch, a plan or a language: single people are not compared', 'by');
  }
  if (name.length > 100) throw new Refusal(400, 'is too long', 'by');
  return name;
}

function valueOf(by: string): RawBuilder<string | null> {
  if (COLUMNS.includes(by)) return sql`${sql.ref(by)}`;
  const [, where, key] = /^(properties|traits)\.(.+)$/.exec(by) ?? [];
  if (where) return sql`${sql.ref(where)}->>${key}`;
  return sql`coalesce(properties->>${by}, traits->>${by})`;
}

/** @throws Refusal 400 when there are more groups than a company has branches. */
export async function readGroups(db: Database, filter: Filter, by: string): Promise<GroupsReport> {
  const { rows } = await sql<{ value: string | null; score: number; n: number }>`
    select ${valueOf(by)} as value, score, count(*)::int as n from asks
    where ${answersIn(filter)}
    group by 1, 2 limit ${MOST_GROUPS * 30}`.execute(db);
  const histograms = new Map<string | null, number[]>();
  for (const { value, score, n } of rows) {
    const histogram = histograms.get(value) ?? emptyHistogram();
    histogram[score]! += n;
    histograms.set(value, histogram);
  }
  if (histograms.size > MOST_GROUPS)
    throw new Refusal(400, `has more than ${MOST_GROUPS} values: these are no branches`, 'by');
  return shown(by, histograms);
}

/** Answers without a value are no group, but they too could be found by subtraction. */
function shown(by: string, histograms: ReadonlyMap<string | null, number[]>): GroupsReport {
  const cells = Object.fromEntries(
    [...histograms].map(([value, histogram]) => [value === null ? 'none' : `of ${value}`, sum(histogram)]),
  );
  const small = new Set(suppress(cells, { minimum: GROUP_MINIMUM }));
  const named = [...histograms].filter((entry): entry is [string, number[]] => entry[0] !== null);
  const visible = named.filter(([value]) => !small.has(`of ${value}`));
  const all = emptyHistogram().map((_, score) => sum(visible.map(([, histogram]) => histogram[score]!)));
  return {
    ...compareGroups(Object.fromEntries(visible.map(([value, histogram]) => [value, countsOf(histogram)]))),
    by,
    hidden: named
      .map(([value]) => value)
      .filter((value) => small.has(`of ${value}`))
      .sort(),
    minimum: GROUP_MINIMUM,
    overall: nps(countsOf(all)),
  };
}
