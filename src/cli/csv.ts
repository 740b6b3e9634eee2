import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { Complaint } from './io.js';
import { textOf } from './text-of.js';

/** Where the bytes come from; `name` stands in error messages. */
export interface Source {
  name: string;
  bytes: AsyncIterable<Uint8Array | string>;
}

export interface TableOptions {
  /** As `TextDecoder` names it. Default: by its byte-order mark UTF-16, else UTF-8, or windows-1252 where the first piece is none. */
  encoding?: string;
  /** Default: found in the first rows. */
  delimiter?: string;
}

/** Takes a row and the line on which it begins, from 1. */
export type TakeRow = (cells: string[], line: number) => void;

/** A CSV file that is read once, from beginning to end, whatever its size. */
export interface Table {
  /** Up to 200 rows from the beginning, blank lines left out, to find out what is in which column. */
  head: string[][];
  /** Calls back for every row. Whatever the callback throws ends the reading. */
  forEach(row: TakeRow): Promise<void>;
}

/** Also how much is best read at a time: with larger pieces the reader makes more garbage and is slower. */
export const PIECE = 1 << 16;
/** A row longer than this is a quote that nobody closed; without a limit, the rest of the file would be read into memory. */
const LONGEST_ROW = 1 << 22;

/**
 * Opens comma-, semicolon-, tab- or pipe-separated values, quoted or not, with any line ends.
 *
 * @throws Complaint that names the file: empty, not text, not of that encoding.
 */
export async function openTable(source: Source, options: TableOptions = {}): Promise<Table> {
  const chunks = textOf(source, options.encoding);
  let text = '';
  let ended = false;
  while (text.length < PIECE && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else text += next.value;
  }
  // Excel's own hint, a first line `sep=;`, is no row.
  const hint = /^sep=(.)\n/.exec(text)?.[1];
  if (hint) text = text.slice('sep=;\n'.length);
  const blank = /^\n*/.exec(text)?.[0].length ?? 0;
  text = text.slice(blank);
  if (!text.trim()) throw new Complaint(`${source.name} is empty.`);
  const firstLine = 1 + (hint ? 1 : 0) + blank;
  const config = { delimiter: options.delimiter ?? hint ?? '', newline: text.includes('\n') ? '\n' : '\r' } as const;
  const { data: head, meta } = Papa.parse<string[]>(text, { ...config, preview: 200, skipEmptyLines: true });
  // Blank lines would mislead the search for the delimiter. The last row may have been cut off.
  if (!ended && head.length < 200) head.pop();
  if (head.length === 0) throw misquoted(source.name, firstLine);
  return {
    head,
    forEach: (row) => read(source.name, text, chunks, { ...config, delimiter: meta.delimiter }, firstLine, row),
  };
}

function read(
  name: string,
  head: string,
  rest: AsyncIterable<string>,
  config: { delimiter: string; newline: '\n' | '\r' },
  firstLine: number,
  row: TakeRow,
): Promise<void> {
  const input = Readable.from(
    (async function* () {
      yield head;
      yield* rest;
    })(),
  );
  let line = firstLine;
  let waiting = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(input, {
      ...config,
      chunk({ data, errors }, parser) {
        try {
          // An error beyond the rows given here belongs to one that is not read to its end yet.
          const wrong = errors.find(({ type, row = 0 }) => type === 'Quotes' && row < data.length);
          for (const [k, cells] of data.entries()) {
            if (k === wrong?.row) throw misquoted(name, line, wrong.code);
            row(cells, line);
            line += 1 + lineBreaksIn(cells);
          }
          waiting = data.length ? 0 : waiting + 1;
          if (waiting > LONGEST_ROW / PIECE) throw misquoted(name, line);
        } catch (error) {
          // First of all, because aborting also completes.
          reject(error);
          parser.abort();
          input.destroy();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** From a wrong quote on nobody knows what is a row, so such a file is not read on, even where wrong rows may be left out. */
function misquoted(name: string, line: number, code = 'MissingQuotes'): Complaint {
  const what = code === 'MissingQuotes' ? 'a quote is opened and never closed' : 'text goes on after a closing quote';
  return new Complaint(`${name}, line ${line}: ${what}. Mend that line; a quote within text is written twice.`);
}

function lineBreaksIn(cells: string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
