import { randomFrom } from '../model/random.js';
import { mortalBrowser } from './browser.js';
import { builtFiles, builtPage } from './built-page.js';
import { STORAGE_FAULTS, type Design } from './campaign-page.js';
import { faultyEndpoint, type Row } from './endpoint.js';
import { pageScript } from './page-script.js';
import { runSchedule, type Given } from './schedule.js';

export interface Plan {
  seed: number;
  /** Up to this schedule, from this one on: parts of one seed can run beside each other. */
  schedules: number;
  from?: number;
  /** Says which schedule begins and what happens in it. */
  loud?: boolean;
  design?: Design;
  say?: (line: string) => void;
}

export interface Figures {
  seed: number;
  schedules: number;
  /** Questions put; scores that the page heard; answers that it promised to be safe. */
  asked: number;
  given: number;
  promised: number;
  /** Of those given and of those promised, how many are in the database. */
  stored: number;
  /** Promised and not in the database as they were sent. */
  lost: string[];
  /** Heard, not promised, and not in the database: what the last moment before a death cost. */
  missing: string[];
  /** More than one row for one answer, a row that nobody gave, or another score than the one that was given. */
  wrongRows: string[];
  /** Messages that the collector took beyond the first of each ask: later revisions, and the same ones again. */
  repeats: number;
  requests: Record<string, number>;
  actions: Record<string, number>;
  /** Schedules in which page views alone did not bring everything home: dead letters among it, which wait for `retryFailed()`. */
  prompted: number[];
  /** Schedules at whose end something was still waiting though all was well. */
  stuck: number[];
  complaints: string[];
  seconds: number;
}

function judge(figures: Figures, schedule: number, given: Given[], rows: Row[]): void {
  for (const { id, score, heard, comment, promised, way } of given) {
    const found = rows.filter((row) => row.id === id);
    const [row] = found;
    const name = `schedule ${schedule}: ${id} (${way})`;
    figures.asked++;
    if (found.length > 1) figures.wrongRows.push(`${name}: ${found.length} rows`);
    if (score === undefined) continue;
    const stored = row?.score === score;
    if (typeof row?.score === 'number' && !stored) figures.wrongRows.push(`${name}: ${row.score} and not ${score}`);
    if (stored) figures.stored++;
    if (heard) figures.given++;
    if (heard && !promised && !stored) figures.missing.push(name);
    if (promised) figures.promised++;
    if (promised && !(stored && row.comment === comment)) figures.lost.push(`${name}: ${JSON.stringify(row)}`);
  }
}

/** What the endpoint's server serves besides: the page of this design, and its files. */
async function pageServer(design: Design): Promise<(path: string, search: URLSearchParams) => string | undefined> {
  const built = design === 'product';
  const files = built ? builtFiles() : new Map([['/page.js', await pageScript()]]);
  return (path, search) =>
    files.get(path) ??
    (path === '/answers'
      ? undefined
      : built
        ? builtPage(search.get('endpoint') ?? '/answers')
        : `<!doctype html><script>${STORAGE_FAULTS}</script><script type="module" src="/page.js"></script>`);
}

export async function campaign({
  seed,
  schedules,
  from = 0,
  loud,
  design = 'product',
  say = () => {},
}: Plan): Promise<Figures> {
  const began = Date.now();
  const figures: Figures = {
    seed,
    schedules: 0,
    asked: 0,
    given: 0,
    promised: 0,
    stored: 0,
    lost: [],
    missing: [],
    wrongRows: [],
    repeats: 0,
    requests: {},
    actions: {},
    prompted: [],
    stuck: [],
    complaints: [],
    seconds: 0,
  };
  const endpoint = await faultyEndpoint();
  endpoint.page = await pageServer(design);
  let browser = await mortalBrowser();
  const ids = new Set<string>();
  try {
    for (let index = from; index < schedules; index++) {
      const { given, actions, unprompted, left, trace } = await runSchedule(
        browser,
        endpoint,
        randomFrom(seed * 1_000_003 + index),
        design,
      );
      for (const [action, count] of Object.entries(actions))
        figures.actions[action] = (figures.actions[action] ?? 0) + count;
      if (!unprompted) figures.prompted.push(index);
      if (left) figures.stuck.push(index);
      for (const { id } of given) ids.add(id);
      const bad = () => figures.lost.length + figures.wrongRows.length;
      const before = bad();
      judge(figures, index, given, await endpoint.rows());
      if (loud || left || bad() > before) for (const line of [`schedule ${index}`, ...trace]) say(line);
      figures.schedules++;
      if (browser.complaints.length)
        figures.complaints.push(...browser.complaints.splice(0).map((line) => `schedule ${index}: ${line}`));
      if (index % 25 === 24) {
        say(
          `${index + 1} of ${schedules}: ${figures.promised} promised, lost ${JSON.stringify(figures.lost)}, missing ${JSON.stringify(figures.missing)}, ${Math.round((Date.now() - began) / 1000)} s`,
        );
        await browser.close();
        browser = await mortalBrowser();
      }
    }
    const rows = await endpoint.rows();
    for (const { id, score } of rows) if (score !== null && !ids.has(id)) figures.wrongRows.push(`nobody gave ${id}`);
    figures.requests = endpoint.counts;
    figures.repeats = endpoint.stored - rows.length;
    figures.seconds = Math.round((Date.now() - began) / 1000);
    return figures;
  } finally {
    await browser.close();
    await endpoint.close();
  }
}
