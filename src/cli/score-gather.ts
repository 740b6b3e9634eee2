import { categorize, type Category, type Counts } from '../score/index.js';
import { Complaint } from './io.js';
import { readCell, type Cell } from './score-cell.js';
import type { TakeRow } from './csv.js';
import type { Columns } from './score-columns.js';
import { dayOf, type DateOrder } from './score-dates.js';

/** A column of which every cell is another, an e-mail address for one, makes no groups, and would fill the memory. */
const MOST_GROUPS = 1000;

/** How a spreadsheet calls the row below the answers. */
const TOTAL = /^(grand )?(total|sum|average|avg|mean|median|count|summe|gesamt|mittelwert|durchschnitt)s?:?$/i;

/** The category of each score from 0 to 10. */
const CATEGORY = Array.from({ length: 11 }, (_, score) => categorize(score));

/** How many different texts of one column are remembered with what they mean. */
const MOST_TEXTS = 50_000;

/** All that is kept of a file, however long it is. */
export interface Gathered {
  total: Counts;
  /** For each column of `--by`, in its order: the counts of each value. An empty cell is `''`. */
  groups: Map<string, Counts>[];
  /** By month, as the day `20261101` would be written without its last two digits: 202611. */
  months: Map<number, Counts>;
  /** Rows of the period without a score. */
  withoutScore: number;
  /** Rows with a score and no date, when there is a column of dates. */
  undated: number;
  /** The highest score there was. */
  highest: number;
  /** Rows that `--skip-invalid` left out, and what was wrong with the first. */
  invalid: number;
  firstInvalid?: string;
}

export interface Rules {
  columns: Columns;
  file: string;
  order: DateOrder;
  since?: number;
  until?: number;
  /** Every row must have a date that can be read. */
  dated: boolean;
  skipInvalid: boolean;
}

/** What was gathered so far, and the function that takes one more row. It throws a Complaint that names the file and line. */
export function gatherer(rules: Rules): { gathered: Gathered; take: TakeRow } {
  const { columns, since = 0, until = Infinity } = rules;
  const windowed = rules.since !== undefined || rules.until !== undefined;
  const last = Math.max(columns.score, columns.date ?? 0, columns.count ?? 0, ...columns.by);
  const gathered: Gathered = {
    total: none(),
    groups: columns.by.map(() => new Map()),
    months: new Map(),
    withoutScore: 0,
    undated: 0,
    highest: 0,
    invalid: 0,
  };
  const scoreOf = remembered(readCell);
  const dayOfHour = remembered((text) => dayOf(text, rules.order) ?? NaN);
  // Without minutes and seconds there are few different texts in a column.
  const dayIn = (text: string): number => dayOfHour(text.slice(0, text.indexOf(':') + 1 || 40));
  let row = 0;

  const take: TakeRow = (cells, line) => {
    // A blank line is no row.
    if ((cells.length === 1 && cells[0] === '') || row++ < columns.skip) return;
    const misshapen = shapeFault(cells) ?? totalFault(cells);
    if (misshapen) return refuse(misshapen, line);
    const when = columns.date === undefined ? '' : cells[columns.date]!;
    const day = dayIn(when);
    if (rules.dated && Number.isNaN(day) && when.trim() !== '') {
      return refuse(`date ${quoted(when)} cannot be read; write it like 2026-01-31`, line);
    }
    const text = cells[columns.score]!;
    const score = scoreOf(text);
    const times = columns.count === undefined ? 1 : countIn(cells[columns.count]!);
    if (times === undefined)
      return refuse(`count ${quoted(cells[columns.count!]!)} is not a whole number from 0`, line);
    if (score !== 'empty' && Number.isNaN(day) && columns.date !== undefined) gathered.undated += times;
    // Without a date it cannot be known to lie in the period asked for.
    if (windowed && !(day >= since && day <= until)) return;
    if (score === 'empty') gathered.withoutScore += times;
    else if (score === 'wrong') refuse(`score ${quoted(text)} is not a whole number from 0 to 10`, line);
    else if (times) add(score, day, cells, times);
  };

  const shapeFault = (cells: string[]): string | undefined => {
    if (cells.length > columns.names.length && cells.slice(columns.names.length).some((cell) => cell !== '')) {
      return `${cells.length} cells, but the table has ${columns.names.length} columns; put text with a comma in quotes`;
    }
    if (cells.length > last) return undefined;
    return `only ${cells.length} cells, but ${quoted(columns.names[last]!)} is column ${last + 1}`;
  };

  const totalFault = (cells: string[]): string | undefined => {
    if (columns.names.length < 2 || !TOTAL.test(cells[0]!.trim())) return undefined;
    const others = cells.filter((cell, k) => k > 0 && k !== columns.score && cell.trim() !== '');
    return others.length ? undefined : `${quoted(cells[0]!)} looks like a sum of other rows, not like an answer`;
  };

  const refuse = (wrong: string, line: number): void => {
    const message = `${rules.file}, line ${line}: ${wrong}`;
    if (!rules.skipInvalid)
      throw new Complaint(`${message}. Mend that line, or leave such rows out with --skip-invalid.`);
    gathered.invalid++;
    gathered.firstInvalid ??= message;
  };

  const add = (score: number, day: number, cells: string[], times: number): void => {
    const category = CATEGORY[score]!;
    if (score > gathered.highest) gathered.highest = score;
    count(gathered.total, category, times);
    for (let k = 0; k < columns.by.length; k++) {
      const groups = gathered.groups[k]!;
      const value = cells[columns.by[k]!]!.trim();
      const counts = groups.get(value) ?? countsAt(groups, detached(value));
      count(counts, category, times);
      if (groups.size > MOST_GROUPS) throw tooMany(columns.names[columns.by[k]!]!);
    }
    if (!Number.isNaN(day)) count(countsAt(gathered.months, Math.floor(day / 100)), category, times);
  };

  const tooMany = (name: string): Complaint =>
    new Complaint(
      `--by: ${rules.file} has more than ${MOST_GROUPS} different values of ${quoted(name)}; that makes no groups.`,
    );

  return { gathered, take };
}

export const none = (): Counts => ({ detractors: 0, passives: 0, promoters: 0 });

/** Spelled out: `counts[name] += times` takes three times as long, and is done for every row. */
export function count(counts: Counts, category: Category, times = 1): void {
  if (category === 'promoter') counts.promoters += times;
  else if (category === 'passive') counts.passives += times;
  else counts.detractors += times;
}

/** How many answers a row stands for; undefined for anything but digits. */
const countIn = (cell: string): number | undefined => (/^\s*\d{1,12}\s*$/.test(cell) ? Number(cell) : undefined);

export function countsAt<K>(lots: Map<K, Counts>, key: K): Counts {
  let counts = lots.get(key);
  if (!counts) lots.set(key, (counts = none()));
  return counts;
}

/** Columns of scores and dates hold few different texts, so each is read once. */
function remembered<T extends Cell | number>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= MOST_TEXTS) known.clear();
      known.set(detached(text), value);
    }
    return value;
  };
}

/** A cell is a window on the piece of the file that it was read from; to keep it would keep that whole piece in memory. */
const detached = (text: string): string => Buffer.from(text).toString();

const quoted = (text: string): string => `'${text.length > 40 ? `${text.slice(0, 39)}…` : text}'`;
