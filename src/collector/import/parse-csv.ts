/** One record with the line on which it begins, counted from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** The sign between cells, by what the first line has most of outside quotes: comma, semicolon or tab. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  return [',', ';', '\t'].map((sign) => ({ sign, n: first.split(sign).length })).sort((a, b) => b.n - a.n)[0]!.sign;
}

/** RFC 4180, and what spreadsheets make of it: a byte order mark, LF or CRLF, quotes only where needed. Empty lines are left out. */
export function parseCsv(text: string): CsvRecord[] {
  const delimiter = delimiterOf(text.replace(/^\ufeff/, ''));
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const end = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim())) records.push({ line: start, cells });
    cells = [];
    cell = '';
    start = line;
  };
  for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (sign === '"' && !cell.trim()) {
      quoted = true;
      cell = '';
    } else if (sign === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') end();
    else if (sign !== '\r' || text[i + 1] !== '\n') cell += sign;
  }
  end();
  return records;
}
