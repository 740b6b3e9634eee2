import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { openTable, PIECE, type Source } from './csv.js';
import { Complaint, type Io } from './io.js';
import { readArgs, USAGE, type ScoreArgs } from './score-args.js';
import { findColumns } from './score-columns.js';
import { dateOrderOf } from './score-dates.js';
import { gatherer } from './score-gather.js';
import { progressBar } from './score-progress.js';
import { resultOf, type ScoreResult } from './score-result.js';
import { textOf } from './score-text.js';
import { visible } from './visible.js';

/** Prints the score of a CSV file with its margin, by groups and over time. Nothing is printed unless all could be read. */
export async function run(argv: string[], io: Io): Promise<number> {
  const args = readArgs(argv);
  if (args === 'help') {
    io.stdout.write(USAGE);
    return 0;
  }
  const { source, size } =
    args.file === '-' ? { source: standardInput(io), size: undefined } : await fileSource(args.file);
  const bar = progressBar(io.stderr, () => performance.now(), size);
  let result;
  try {
    result = await score({ name: source.name, bytes: counted(source.bytes, (bytes) => bar.add(bytes)) }, args);
  } finally {
    bar.end();
  }
  io.stdout.write(args.json ? `${JSON.stringify(result, null, 2)}\n` : visible(textOf(result, io.stdout.columns)));
  return 0;
}

/** Reads a table of answers from beginning to end, in constant memory, and works out its scores. */
export async function score(source: Source, args: ScoreArgs): Promise<ScoreResult> {
  const table = await openTable(source, args);
  const file = source.name;
  const dated = [args.date, args.since, args.until, args.period].some((given) => given !== undefined);
  const columns = findColumns(table.head, { ...args, dated }, file);
  const { date } = columns;
  const dates = date === undefined ? [] : table.head.slice(columns.skip).map((row) => row[date] ?? '');
  const found = args.dateOrder ? { order: args.dateOrder } : dateOrderOf(dates);
  let noTrend: string | undefined;
  if ('unclear' in found) {
    noTrend = `dates such as ${found.unclear} can be read in two ways; say --date-order dmy or --date-order mdy.`;
    if (dated) throw new Complaint(`${file}: ${noTrend}`);
    delete columns.date;
  }
  const order = 'order' in found ? found.order : 'mdy';
  const { gathered, take } = gatherer({ ...args, file, columns, order, dated });
  await table.forEach(take);
  const by = columns.by.map((k) => columns.names[k]!);
  const result = resultOf(gathered, { column: columns.names[columns.score]!, by }, { ...args, file });
  return noTrend === undefined ? result : { ...result, noTrend };
}

/** @throws Complaint that names the file and why it cannot be read. */
export async function fileSource(name: string): Promise<{ source: Source; size: number }> {
  try {
    const about = await stat(name);
    if (about.isDirectory()) throw new Complaint(`${name} is a folder; name the CSV file in it.`);
    await access(name, constants.R_OK);
    return { source: { name, bytes: createReadStream(name, { highWaterMark: PIECE }) }, size: about.size };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Complaint(`there is no file ${name}.`);
    if (code === 'EACCES') throw new Complaint(`${name} may not be read; check its permissions.`);
    throw error;
  }
}

const standardInput = (io: Io): Source => ({ name: 'standard input', bytes: io.stdin });

async function* counted(bytes: Source['bytes'], add: (bytes: number) => void): AsyncGenerator<Uint8Array | string> {
  for await (const piece of bytes) {
    add(piece.length);
    yield piece;
  }
}
