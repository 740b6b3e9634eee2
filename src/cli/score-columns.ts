import { nearest } from '../schema/nearest.js';
import { Complaint } from './io.js';
import { readCell } from './score-cell.js';
import { looksLikeDate } from './score-dates.js';

/** Which columns are read, from 0, and from which row on. */
export interface Columns {
  names: string[];
  /** How many rows stand above the first answer. */
  skip: number;
  score: number;
  date?: number;
  /** How many answers a row stands for. */
  count?: number;
  by: number[];
}

/** As on the command line: a name, or a position from 1. */
export interface Wanted {
  column?: string;
  date?: string;
  count?: string;
  by: string[];
  /** A date is needed. */
  dated: boolean;
}

/** How survey tools name their columns, the surest first. `NPS_GROUP` and `Score comment` are none of them. */
const SCORE = [/^nps([ _-]?(score|rating))?$/i, /^score$/i, /recommend/i, /\bnps\b|\bscore\b|\brating\b|likelihood/i];
const NO_SCORE = /group|categor|segment|type|status|comment|reason|why|text|label/i;
const COUNT =
  /^(count|counts|n|number|answers|responses|respondents|frequency|freq|anzahl|häufigkeit|nombre|effectif)$/i;
const DATE = [/respon|answer|submit|complet|record/i, /\bend/i, /date|time|created|\bat$/i];

/**
 * Finds the columns by what the user said, else by their names and contents.
 *
 * @throws Complaint that names the columns there are, and the nearest to what was asked for.
 */
export function findColumns(head: string[][], wanted: Wanted, file: string): Columns {
  const above = linesAbove(head);
  const first = head[above] as string[];
  const titled = !first.some((cell) => /^\s*(\d|10)\s*$/.test(cell));
  const names = titled ? first.map((name) => name.trim()) : first.map((_, k) => `column ${k + 1}`);
  const skip = above + (titled ? titleRows(head.slice(above)) : 0);
  const rows = head.slice(skip);
  const find = (given: string, option: string): number => named(names, given, option, file);
  const score = wanted.column === undefined ? scoreColumn(names, rows, titled, file) : find(wanted.column, '--column');
  const date = wanted.date === undefined ? dateColumn(names, rows, score) : find(wanted.date, '--date');
  if (wanted.dated && date === undefined) {
    throw new Complaint(`${file}: no column of dates was found; name it with --date. There are: ${listed(names)}.`);
  }
  const count = wanted.count === undefined ? undefined : find(wanted.count, '--count');
  if (count === undefined && wanted.column === undefined) refuseFrequencies(names, rows, score, file);
  return {
    names,
    skip,
    score,
    by: wanted.by.map((given) => find(given, '--by')),
    ...(date !== undefined && { date }),
    ...(count !== undefined && { count }),
  };
}

/** @throws Complaint where each score stands once beside a number of answers: read as one answer each, they would say nothing. */
function refuseFrequencies(names: string[], rows: string[][], score: number, file: string): void {
  const scores = rows.map((row) => readCell(row[score] ?? '')).filter((cell) => typeof cell === 'number');
  const count = names.findIndex((name, k) => k !== score && COUNT.test(name) && holdsCounts(rows, k));
  if (count < 0 || scores.length < 2 || new Set(scores).size < scores.length) return;
  const name = names[count]!;
  throw new Complaint(
    `${file} looks like a table of how often each score was given. Say --count ${name} if it is, or --column ${names[score]!} if each row is one answer.`,
  );
}

/** Whole numbers, and not those by which the rows themselves are numbered. */
function holdsCounts(rows: string[][], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '');
  const isNumbering = cells.every((cell, k) => Number(cell) === Number(cells[0]) + k);
  return cells.every((cell) => /^\s*\d+\s*$/.test(cell)) && !isNumbering;
}

/** A report's own heading, in the first cell of rows with nothing else in them, above the titles of the columns. */
function linesAbove(head: string[][]): number {
  const filled = head.map((row) => row.filter((cell) => cell.trim() !== '').length);
  if (!filled.some((n) => n > 1)) return 0;
  const isHeading = (row: string[], k: number): boolean =>
    (filled[k] === 0 || (filled[k] === 1 && row[0]!.trim() !== '')) &&
    !SCORE[0]!.test(row[0]!) &&
    !SCORE[1]!.test(row[0]!);
  return head.findIndex((row, k) => !isHeading(row, k));
}

/** Qualtrics writes three rows of titles, the last of `{"ImportId": …}`; SurveyMonkey two, the last of kinds of answer. */
function titleRows(head: string[][]): number {
  if (head[2]?.some((cell) => cell.startsWith('{"ImportId"'))) return 3;
  return head[1]?.some((cell) => /^(Open-Ended )?Response$/.test(cell)) ? 2 : 1;
}

function named(names: string[], given: string, option: string, file: string): number {
  const exact = names.indexOf(given);
  if (exact >= 0) return exact;
  const alike = names.findIndex((name) => name.toLowerCase() === given.toLowerCase());
  if (alike >= 0) return alike;
  const position = /^\d+$/.test(given) ? Number(given) : 0;
  if (position >= 1 && position <= names.length) return position - 1;
  const meant = nearest(given, names);
  throw new Complaint(
    `${option}: ${file} has no column '${given}'${meant ? `; did you mean '${meant}'?` : '.'} There are: ${listed(names)}.`,
  );
}

function scoreColumn(names: string[], rows: string[][], titled: boolean, file: string): number {
  const holdsScores = names.map((_, k) => mostly(rows, k, (cell) => readCell(cell) !== 'wrong'));
  if (titled) {
    const called = SCORE.map((pattern) =>
      [...names.keys()].filter((k) => pattern.test(names[k] as string) && !NO_SCORE.test(names[k] as string)),
    );
    for (const found of called) {
      const fitting = found.filter((k) => holdsScores[k]);
      if (fitting.length === 1) return fitting[0] as number;
    }
    // Its name tells, though nothing in it is a score: then the first line that is wrong will be named.
    const alone = called.find((found) => found.length === 1);
    if (alone) return alone[0] as number;
  }
  const fitting = [...names.keys()].filter((k) => holdsScores[k]);
  if (fitting.length === 1) return fitting[0] as number;
  const which = fitting.length
    ? `several columns could hold the scores: ${listed(fitting.map((k) => names[k] as string))}`
    : `no column of scores was found among ${listed(names)}`;
  throw new Complaint(`${file}: ${which}. Name it with --column, or give its position from 1.`);
}

function dateColumn(names: string[], rows: string[][], score: number): number | undefined {
  for (const pattern of DATE) {
    const found = [...names.keys()].find(
      (k) => k !== score && pattern.test(names[k] as string) && mostly(rows, k, looksLikeDate),
    );
    if (found !== undefined) return found;
  }
  // In another language: the only column of written dates. A number alone may be anything.
  const dated = [...names.keys()].filter(
    (k) => k !== score && mostly(rows, k, (cell) => /\D/.test(cell.trim()) && looksLikeDate(cell)),
  );
  return dated.length === 1 ? dated[0] : undefined;
}

/** More than half of the cells that are not empty. */
function mostly(rows: string[][], column: number, test: (cell: string) => boolean): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => readCell(cell) !== 'empty');
  return cells.length > 0 && cells.filter(test).length > cells.length / 2;
}

function listed(names: string[]): string {
  const shown = names.slice(0, 20).map((name) => `'${name.length > 60 ? `${name.slice(0, 59)}…` : name}'`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}
