import { parseArgs } from 'node:util';
import { nps, type Method } from '../score/index.js';
import { nearest } from '../schema/nearest.js';
import { Complaint } from './io.js';
import { dayOf, type DateOrder, type PeriodLength } from './score-dates.js';

export const USAGE = `askwell score <file.csv> [options]      - reads standard input

What is read
  --column <name|position>   the scores; otherwise found by name and contents
  --date <name|position>     when each was given; otherwise found likewise
  --count <name|position>    how many answers a row stands for, where that is not one
  --by <name|position>       compare the groups of this column; give it again for another
  --since <2026-01-31>       only answers from this day on
  --until <2026-12-31>       only answers up to and with this day
  --skip-invalid             leave out rows whose score or date cannot be read, and say how many
  --delimiter <;>  --encoding <windows-1252>  --date-order <dmy|mdy>    when the guess is wrong

What is printed
  --period <month|quarter|year>   of the trend; otherwise by how long the answers reach back
  --method <adjusted-wald|score|wald|bayes>   of the interval
  --level <0.95>             of the interval
  --minimum <5>              groups and periods of fewer answers are hidden
  --json                     for programs
`;

export interface ScoreArgs {
  file: string;
  column?: string;
  date?: string;
  count?: string;
  by: string[];
  /** As `20261231`. */
  since?: number;
  until?: number;
  skipInvalid: boolean;
  delimiter?: string;
  encoding?: string;
  dateOrder?: DateOrder;
  period?: PeriodLength;
  method: Method;
  level: number;
  minimum: number;
  json: boolean;
}

/**
 * The arguments of `askwell score`, or `help`.
 *
 * @throws Complaint that names the argument and what it may be. Node's own error for an unknown option.
 */
export function readArgs(argv: string[]): ScoreArgs | 'help' {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      column: text,
      date: text,
      count: text,
      by: { ...text, multiple: true },
      since: text,
      until: text,
      'skip-invalid': { type: 'boolean' },
      delimiter: text,
      encoding: text,
      'date-order': text,
      period: text,
      method: text,
      level: text,
      minimum: text,
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const [file, more] = positionals;
  if (file === undefined) throw new Complaint('which file? Give a CSV file, or - for standard input.', 2);
  if (more !== undefined) throw new Complaint(`one file at a time; '${more}' is a second one.`, 2);
  const level = Number(values.level ?? 0.95);
  const minimum = Number(values.minimum ?? 5);
  const method = oneOf('--method', values.method ?? 'adjusted-wald', [
    'adjusted-wald',
    'score',
    'wald',
    'bayes',
  ] as const);
  if (!Number.isInteger(minimum) || minimum < 1) {
    throw new Complaint(`--minimum: '${values.minimum}' is not a whole number from 1.`, 2);
  }
  try {
    nps({ detractors: 0, passives: 0, promoters: 0 }, { level });
  } catch (error) {
    throw new Complaint(`--${(error as Error).message}`, 2);
  }
  const since = dayArgument('--since', values.since);
  const until = dayArgument('--until', values.until);
  if (since !== undefined && until !== undefined && since > until) {
    throw new Complaint(`--since ${values.since} is after --until ${values.until}.`, 2);
  }
  return definedOnly({
    file,
    column: values.column,
    date: values.date,
    count: values.count,
    by: values.by ?? [],
    since,
    until,
    skipInvalid: values['skip-invalid'] ?? false,
    delimiter: values.delimiter === '\\t' ? '\t' : values.delimiter,
    encoding: values.encoding,
    dateOrder: values['date-order'] && oneOf('--date-order', values['date-order'], ['dmy', 'mdy'] as const),
    period: values.period && oneOf('--period', values.period, ['month', 'quarter', 'year'] as const),
    method,
    level,
    minimum,
    json: values.json ?? false,
  }) as ScoreArgs;
}

function dayArgument(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text, 'dmy') : undefined;
  if (day === undefined) throw new Complaint(`${option}: '${text}' is not a day; write it like 2026-01-31.`, 2);
  return day;
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  const meant = nearest(value, known);
  throw new Complaint(
    `${option}: '${value}' is not known; ${meant ? `did you mean ${meant}?` : `write one of ${known.join(', ')}.`}`,
    2,
  );
}

/** Without the keys that were not given, so that a default is a default. */
function definedOnly(args: object): object {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== ''));
}
