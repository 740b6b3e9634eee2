import { randomFrom } from '../model/random.js';
import { mortalBrowser } from './browser.js';
import { faultyEndpoint, type Row } from './endpoint.js';
import { pageScript } from './page-script.js';
import type { Design } from './page.js';
import { runSchedule, type Given } from './schedule.js';

export interface Plan {
  seed: number;
  schedules: number;
  /** Only this schedule of the seed: to replay a failure. */
  only?: number;
  design?: Design;
  say?: (line: string) => void;
}

export interface Figures {
  seed: number;
  schedules: number;
  /** Answers given; those that the page promised to be safe; those found in the database. */
  given: number;
  promised: number;
  stored: number;
  /** Promised and not in the database, or there in an earlier revision than promised, or with another score. */
  lost: string[];
  /** More than one row for one answer, or a row that nobody gave. */
  wrongRows: string[];
  /** Messages that the collector took beyond the first of each answer: later revisions, and the same ones again. */
  repeats: number;
  requests: Record<string, number>;
  actions: Record<string, number>;
  /** Schedules at whose end something was still waiting though all was well. */
  stuck: number[];
  complaints: string[];
  seconds: number;
}

function judge(figures: Figures, schedule: number, given: Given[], rows: Row[]): void {
  for (const { id, score, promised } of given) {
    const found = rows.filter((row) => row.id === id);
    const [row] = found;
    figures.given++;
    if (row) figures.stored++;
    if (found.length > 1) figures.wrongRows.push(`schedule ${schedule}: ${found.length} rows for ${id}`);
    if (!promised) continue;
    figures.promised++;
    if (!row || row.revision < promised || row.score !== score) {
      figures.lost.push(`schedule ${schedule}: ${id} promised in revision ${promised}, found ${JSON.stringify(row)}`);
    }
  }
}

export async function campaign({ seed, schedules, only, design = 'product', say = () => {} }: Plan): Promise<Figures> {
  const began = Date.now();
  const figures: Figures = {
    seed,
    schedules: 0,
    given: 0,
    promised: 0,
    stored: 0,
    lost: [],
    wrongRows: [],
    repeats: 0,
    requests: {},
    actions: {},
    stuck: [],
    complaints: [],
    seconds: 0,
  };
  const endpoint = await faultyEndpoint();
  const script = await pageScript();
  endpoint.page = (path) =>
    path === '/page.js'
      ? script
      : path === '/answers'
        ? undefined
        : '<!doctype html><script type="module" src="/page.js"></script>';
  let browser = await mortalBrowser();
  const ids = new Set<string>();
  try {
    for (let index = only ?? 0; index < (only === undefined ? schedules : only + 1); index++) {
      const { given, actions, left, trace } = await runSchedule(
        browser,
        endpoint,
        randomFrom(seed * 1_000_003 + index),
        design,
      );
      for (const [action, count] of Object.entries(actions))
        figures.actions[action] = (figures.actions[action] ?? 0) + count;
      if (only !== undefined) for (const line of trace) say(line);
      if (left) figures.stuck.push(index);
      for (const { id } of given) ids.add(id);
      judge(figures, index, given, await endpoint.rows());
      figures.schedules++;
      if (browser.complaints.length)
        figures.complaints.push(...browser.complaints.splice(0).map((line) => `schedule ${index}: ${line}`));
      if (index % 25 === 24) {
        say(
          `${figures.schedules} schedules: ${figures.promised} promised, ${figures.lost.length} lost, ${Math.round((Date.now() - began) / 1000)} s`,
        );
        await browser.close();
        browser = await mortalBrowser();
      }
    }
    const rows = await endpoint.rows();
    for (const { id } of rows) if (!ids.has(id)) figures.wrongRows.push(`nobody gave ${id}`);
    figures.requests = endpoint.counts;
    figures.repeats = endpoint.stored - rows.length;
    figures.seconds = Math.round((Date.now() - began) / 1000);
    return figures;
  } finally {
    await browser.close();
    await endpoint.close();
  }
}
