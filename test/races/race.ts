import { setTimeout as pause } from 'node:timers/promises';
import { openTabs, type Engine } from './browsers.js';
import { RACE_SITE } from './page.js';
import { serveSite } from '../e2e/site.js';

/** How long after the first question a second one may still come. Milliseconds. */
const LATE = 600;

/**
 * How long a round rests before the next. A tab that begins at the very instant in which another one ends writes the older state
 * into localStorage (WebKit shows it the newer one late); the durable store knows better, but `explain()` does not ask it.
 */
const REST = 400;

/** How long a first question may take on a busy machine. Milliseconds. */
const SLOW = 15_000;

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

export interface RaceResult {
  rounds: number;
  /** How many tabs were given the question in a round, and in how many rounds that was so. Wanted: `{ 1: rounds }`. */
  questions: Record<number, number>;
  /** The same for the claims in the durable store. Wanted: `{ 1: rounds }`. */
  claims: Record<number, number>;
  /** How many tabs found that they may ask, before they went for the claim: more than one, or it was no race. */
  rivals: Record<number, number>;
  /** Half of the rounds began within so many milliseconds, from the first of these tabs to the last. */
  apart: number;
}

/** So many tabs of one browser fire at the same instant, round after round. Undefined where the browser is not there. */
export async function raceTabs(engine: Engine, tabCount: number, rounds: number): Promise<RaceResult | undefined> {
  const site = await serveSite(RACE_SITE);
  const browser = await openTabs(engine, `${site.origin}/`, tabCount);
  try {
    if (!browser) return undefined;
    const { tabs } = browser;
    const result: RaceResult = { rounds, questions: {}, claims: {}, rivals: {}, apart: 0 };
    const spans: number[] = [];
    const note = (counts: Record<number, number>, found: number): unknown => (counts[found] = (counts[found] ?? 0) + 1);
    for (let round = 0; round < rounds; round++) {
      const ready = await Promise.all(tabs.map((tab) => tab.call<boolean>('prepare', `race-${round}`)));
      if (ready.includes(false)) {
        const closed = await Promise.all(tabs.map((tab) => tab.call<string[]>('closed')));
        throw new Error(`${engine}, round ${round}: not every tab could begin: ${JSON.stringify(closed)}`);
      }
      const at = Date.now() + (engine === 'webkit' ? 60 * tabCount + 150 : 150);
      await Promise.all(tabs.map((tab) => tab.call('go', at)));
      const counted = async (): Promise<number> => sum(await Promise.all(tabs.map((tab) => tab.call<number>('count'))));
      for (const until = at + SLOW; Date.now() < at || (Date.now() < until && !(await counted()));) await pause(50);
      await pause(LATE);
      note(result.claims, (await tabs[0]!.call<string[]>('claims', `race-${round}`)).length);
      const ends = await Promise.all(tabs.map((tab) => tab.call<{ asked: number; wanted: number[] }>('finish')));
      await pause(REST);
      note(result.questions, sum(ends.map(({ asked }) => asked)));
      const wanted = ends.flatMap((end) => end.wanted);
      note(result.rivals, wanted.length);
      spans.push(Math.max(...wanted) - Math.min(...wanted));
    }
    spans.sort((a, b) => a - b);
    return { ...result, apart: spans[spans.length >> 1]! };
  } finally {
    await browser?.close();
    await site.close();
  }
}
