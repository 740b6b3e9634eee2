import type { ExportRow } from './rows.js';

/** Names of at most 32 ASCII letters, so that SPSS and Minitab take them as they are. */
const COLUMNS = [
  'id',
  'at',
  'survey',
  'kind',
  'wave',
  'trigger',
  'score',
  'category',
  'category_code',
  'weight',
  'comment',
  'reasons',
  'question',
  'locale',
  'layout',
  'person_id',
  'contact_email',
  'path',
  'traits',
  'properties',
  'to_score_ms',
  'to_final_ms',
  'source',
] as const;

const CODES = { detractor: -1, passive: 0, promoter: 1 };

/** A spreadsheet takes these at the beginning of a cell for a formula; the wide forms too, on East Asian systems. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** Byte order mark: without it Excel reads UTF-8 as something else. */
export const CSV_START = `\ufeff${COLUMNS.join(',')}\r\n`;

/**
 * One line: RFC 4180, every text in quotes, CRLF. A text that a spreadsheet would run as a formula gets an apostrophe in
 * front (OWASP, CSV injection): it is seen in the cell, and a reader of the file takes it off again.
 */
export function csvLine(row: ExportRow): string {
  return `${COLUMNS.map((name) => cell(valueOf(row, name))).join(',')}\r\n`;
}

function valueOf(row: ExportRow, name: (typeof COLUMNS)[number]): unknown {
  if (name === 'category_code') return CODES[row.category as keyof typeof CODES];
  if (name === 'weight') return Number(row.probability) > 0 ? 1 / Number(row.probability) : 1;
  const value = row[name];
  if (name === 'reasons') return (value as string[] | undefined)?.join('; ');
  return value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : value;
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
