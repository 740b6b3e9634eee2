import { cleanText } from '../clean.js';
import { Refusal } from '../refusal.js';
import type { AskRow } from '../tables.js';
import type { Kind } from '../../core/message.js';
import { waveOf } from '../../core/wave.js';
import { findColumns, isSecondHead, type ImportColumns } from './columns.js';
import { orderOf, readDate, type DateOrder } from './dates.js';
import { parseCsv, type CsvRecord } from './parse-csv.js';

export interface Imported {
  rows: AskRow[];
  /** Lines without a score: whoever skipped the question. */
  skipped: number;
  /** Lines that hold something else where the score or the date should be. */
  refused: { line: number; message: string }[];
}

/** As in the configuration of the widget. */
const DEFAULT_SURVEY = 'nps';
const KINDS: readonly Kind[] = ['relational', 'transactional'];

/**
 * Answers of another survey tool as rows. Each gets an id made from the survey and its own id, or from its content and how
 * often that came before in this file: the same file imported twice, or again a month later with more lines, counts each
 * answer once, and two people who wrote the same count as two.
 *
 * @param query `survey` (else `nps`), `kind`, and where the file's words do not say it: `score comment date id` (names of columns),
 * `dates` (mdy, dmy, ymd), `properties` (columns to keep, such as the branch, divided by commas).
 * @throws Refusal 400 with the name of the parameter that is missing or wrong.
 */
export async function readImport(text: string, query: URLSearchParams, now: number): Promise<Imported> {
  const survey = query.get('survey')?.trim() || DEFAULT_SURVEY;
  if (survey.length > 100) throw new Refusal(400, 'must have at most 100 letters', 'survey');
  const kind = (query.get('kind') ?? 'relational') as Kind;
  if (!KINDS.includes(kind))
    throw new Refusal(400, `must be ${KINDS.join(' or ')}; answers of employees are not imported`, 'kind');
  const [head, ...rest] = parseCsv(text);
  if (!head) throw new Refusal(400, 'is empty', '');
  const second = rest[0] && isSecondHead(rest[0].cells) ? rest.shift()!.cells : undefined;
  const columns = findColumns(head.cells, second, query);
  const order = readOrder(rest, columns, query.get('dates'), second !== undefined);
  const question = cleanText(head.cells[columns.score]!.trim()).slice(0, 2000) || 'score';
  const nth = counter();
  const imported: Imported = { rows: [], skipped: 0, refused: [] };
  for (const record of rest) {
    const cell = (index: number | undefined): string =>
      index === undefined ? '' : cleanText(record.cells[index] ?? '').trim();
    if (!cell(columns.score)) {
      imported.skipped++;
      continue;
    }
    const score = readScore(cell(columns.score));
    const at = columns.date === undefined ? new Date(now) : readDate(cell(columns.date), order);
    if (score === undefined || !at) {
      imported.refused.push({
        line: record.line,
        message: score === undefined ? 'The score is not a number from 0 to 10.' : 'The date cannot be read.',
      });
      continue;
    }
    const properties = Object.fromEntries(
      [...columns.properties].map(([name, index]) => [name, cell(index)]).filter(([, value]) => value),
    );
    const own = columns.id === undefined ? '' : cell(columns.id);
    const id = await idOf(survey, own || JSON.stringify([record.cells, nth(record.cells)]));
    const comment = [...cell(columns.comment)].slice(0, 4000).join('');
    imported.rows.push(row({ id, at, survey, kind, score, comment, question, properties }));
  }
  return imported;
}

/** `9`, and `10 - Extremely likely` as labelled exports write it. */
function readScore(cell: string): number | undefined {
  const digits = /^(\d{1,2})(?:\.0+)?(?:\s*[-–—:=(].*)?$/.exec(cell)?.[1];
  const score = Number(digits);
  return digits !== undefined && score <= 10 ? score : undefined;
}

/** How often these cells came before. */
function counter(): (cells: readonly string[]) => number {
  const seen = new Map<string, number>();
  return (cells) => {
    const key = JSON.stringify(cells);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  };
}

/** @param american the file has SurveyMonkey's two head lines; its dates begin with the month. */
function readOrder(
  records: readonly CsvRecord[],
  { date }: ImportColumns,
  given: string | null,
  american: boolean,
): DateOrder {
  if (given === 'mdy' || given === 'dmy' || given === 'ymd') return given;
  if (given !== null) throw new Refusal(400, 'must be mdy, dmy or ymd', 'dates');
  const dates = date === undefined ? [] : records.map(({ cells }) => cells[date]?.trim() ?? '');
  const order = orderOf(dates) ?? (american ? 'mdy' : undefined);
  if (!order) throw new Refusal(400, 'must say mdy or dmy: these dates can be read either way', 'dates');
  return order;
}

/** A UUID of version 8 (RFC 9562 §5.8) from the hash of what the answer is. */
async function idOf(survey: string, own: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(['askwell import', survey, own]))),
  );
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

interface Found {
  id: string;
  at: Date;
  survey: string;
  kind: Kind;
  score: number;
  comment: string;
  question: string;
  properties: object;
}

function row({ id, at, survey, kind, score, comment, question, properties }: Found): AskRow {
  return {
    id,
    revision: 1,
    type: 'response',
    final: true,
    at,
    survey,
    kind,
    wave: waveOf('quarter', at.getTime()).name,
    trigger: 'import',
    score,
    comment: comment || null,
    reasons: null,
    contact_ok: null,
    contact_email: null,
    question,
    follow_up: null,
    locale: 'und',
    dir: 'ltr',
    layout: 'import',
    shown_at: at,
    person_id: null,
    anonymous_id: null,
    traits: null,
    probability: 1,
    to_score_ms: null,
    to_final_ms: null,
    path: null,
    url: null,
    properties: Object.keys(properties).length ? (properties as Record<string, unknown>) : null,
    version: '0',
    asked: false,
    source: 'import',
  };
}
