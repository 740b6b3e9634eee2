import { categorize } from '../score/index.js';
import type { Source } from './csv.js';
import { Complaint } from './io.js';
import { readArgs } from './score-args.js';
import { count, countsAt, none, type Gathered } from './score-gather.js';
import { resultOf, type ScoreResult } from './score-result.js';
import { score } from './score.js';
import { textOf } from './text-of.js';

/** What a data file says: its score, and how many saw the question, where the file tells. */
export interface Audited {
  result: ScoreResult;
  shown?: number;
}

/** What is remembered of one ask; a message of higher revision replaces what the lower said. */
interface Ask {
  revision: number;
  score?: number;
  day: number;
  asked: boolean;
}

/**
 * Reads answers: a CSV file as `askwell score` does, or one JSON object on each line (`.ndjson`, `.jsonl`): messages as they
 * travel, or the collector's export. Of those, only the surveys that are audited.
 *
 * @throws Complaint that names the file and the line.
 */
export async function readData(source: Source, surveys: readonly string[]): Promise<Audited> {
  const args = readArgs([source.name]);
  if (args === 'help') throw new Complaint('--data: name a file.', 2);
  if (!/\.(ndjson|jsonl)$/i.test(source.name)) return { result: await score(source, args) };
  const asks = await readAsks(source, surveys);
  const gathered: Gathered = {
    total: none(),
    groups: [],
    months: new Map(),
    withoutScore: 0,
    undated: 0,
    highest: 10,
    invalid: 0,
  };
  let shown = 0;
  let unseen = 0;
  for (const { score: value, day, asked } of asks.values()) {
    if (asked) shown++;
    if (value === undefined) continue;
    if (!asked) unseen++;
    const category = categorize(value);
    count(gathered.total, category);
    if (Number.isNaN(day)) gathered.undated++;
    else count(countsAt(gathered.months, Math.floor(day / 100)), category);
  }
  const result = resultOf(gathered, { column: 'score', by: [] }, args);
  // Where answers came in of which nobody knows who else was asked, a rate would be made up.
  return shown && !unseen ? { result, shown } : { result };
}

async function readAsks(source: Source, surveys: readonly string[]): Promise<Map<string, Ask>> {
  const asks = new Map<string, Ask>();
  const others = new Set<string>();
  let line = 0;
  for await (const text of linesOf(source)) {
    line++;
    if (!text.trim()) continue;
    const refuse = (what: string) => new Complaint(`${source.name}, line ${line}: ${what}.`);
    const { id, revision = 0, survey, score: value, at, type, asked } = parse(text, refuse);
    if (typeof id !== 'string' || !id) throw refuse('has no id; each line is a message or a row of the export');
    const name = String((survey as { id?: unknown } | undefined)?.id ?? survey ?? '');
    if (name && !surveys.includes(name)) {
      others.add(name);
      continue;
    }
    if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10)) {
      throw refuse(`score ${JSON.stringify(value)} is not a whole number from 0 to 10`);
    }
    const before = asks.get(id);
    const ask: Ask = {
      revision: Number(revision),
      day: Number(String(at).slice(0, 10).replaceAll('-', '')),
      asked: (before?.asked ?? false) || (typeof asked === 'boolean' ? asked : type !== 'response'),
      ...(value !== undefined && { score: value as number }),
    };
    asks.set(id, before && before.revision > ask.revision ? { ...before, asked: ask.asked } : ask);
  }
  if (!asks.size && others.size) {
    throw new Complaint(
      `${source.name} has no answers to ${surveys.join(', ')}, only to ${[...others].slice(0, 5).join(', ')}.`,
    );
  }
  return asks;
}

function parse(text: string, refuse: (what: string) => Complaint): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('is no object');
  return value as Record<string, unknown>;
}

async function* linesOf(source: Source): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of textOf(source)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}
