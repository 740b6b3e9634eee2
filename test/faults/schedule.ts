import type { Page } from 'puppeteer-core';
import { uuidv7 } from '../../src/core/id.js';
import type { Random } from '../model/random.js';
import type { MortalBrowser } from './browser.js';
import { WEATHERS, type FaultyEndpoint } from './endpoint.js';
import type { CampaignPage, Design, StorageFault } from './page.js';

declare const page: CampaignPage;

/** What happens next. Killing and crashing have the weight that they had in the measurements this campaign grew from. */
const ACTIONS = [
  'answer',
  'answer',
  'answer',
  'comment',
  'two',
  'weather',
  'weather',
  'reload',
  'crash',
  'crash',
  'close',
  'kill',
  'answer-kill',
  'answer-leave',
  'storage',
  'clock',
  'offline',
] as const;

const STORAGE: readonly StorageFault[] = ['none', 'local-full', 'local-deaf', 'database-full', 'all'];
const HOUR = 3_600_000;
const SKEWS = [0, HOUR, -HOUR, 24 * HOUR, -24 * HOUR, 87_660 * HOUR, -87_660 * HOUR];

/** One answer that a person gave: how far it was promised to be safe, and what was said at most. */
export interface Given {
  id: string;
  score: number;
  promised: number;
  last: number;
}

export interface Outcome {
  /** What happened, in order, for whoever replays a failure. */
  trace: string[];
  given: Given[];
  actions: Record<string, number>;
  left: number;
}

const wait = (milliseconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));
const within = <T>(milliseconds: number, work: Promise<T>) =>
  Promise.race([work.catch(() => undefined), wait(milliseconds)]);

/** Runs one random schedule of two tabs, then makes the world whole and waits until nothing is left to deliver. */
export async function runSchedule(
  browser: MortalBrowser,
  endpoint: FaultyEndpoint,
  random: Random,
  design: Design,
): Promise<Outcome> {
  const given: Given[] = [];
  const actions: Record<string, number> = {};
  const trace: string[] = [];
  // The endpoint on the page's own origin takes JSON, the one on another origin text.
  const base = `http://localhost:${endpoint.port}`;
  const target = random.chance(0.5) ? `${base}/answers` : `http://127.0.0.1:${endpoint.port}/answers`;
  let skew = 0;
  endpoint.random = random;
  endpoint.weather = random.pick(WEATHERS);
  const open = async () => {
    const opened = await browser.open(`${base}/?design=${design}&skew=${skew}&endpoint=${encodeURIComponent(target)}`);
    await opened.evaluate(() => page.ready);
    return opened;
  };
  const tabs: [Page, Page] = [await open(), await open()];
  const reopen = async (k: number) => {
    await within(5000, tabs[k]!.close());
    tabs[k] = await open();
  };

  /** Gives an answer, or a further revision of it; remembers what the page promised. */
  const answer = async (k: number, again?: Given, patience = 2500) => {
    const one = again ?? {
      id: uuidv7(
        Date.now(),
        Uint8Array.from({ length: 16 }, () => random.below(256)),
      ),
      score: random.below(11),
      promised: 0,
      last: 0,
    };
    if (!again) given.push(one);
    const revision = ++one.last;
    const said = tabs[k]!.evaluate((id, r, score) => page.answer(id, r, score), one.id, revision, one.score);
    const kept = await within(patience, said);
    trace.push(`tab ${k}: ${one.id} revision ${revision} is ${kept}`);
    if (kept === 'durable' || kept === 'acknowledged') one.promised = Math.max(one.promised, revision);
  };

  const act: Record<(typeof ACTIONS)[number], (k: number) => unknown> = {
    answer: (k) => answer(k),
    comment: (k) => answer(k, given.length ? random.pick(given) : undefined),
    two: () => Promise.all([answer(0), answer(1)]),
    weather: () => {
      endpoint.weather = random.pick(WEATHERS);
      trace.push(`weather ${endpoint.weather}`);
    },
    reload: async (k) => {
      await tabs[k]!.reload();
      await tabs[k]!.evaluate(() => page.ready);
    },
    crash: async (k) => {
      const session = await tabs[k]!.createCDPSession();
      void session.send('Page.crash').catch(() => {});
      await wait(100);
      await reopen(k);
    },
    close: reopen,
    kill: async () => {
      await browser.kill();
      tabs.splice(0, 2, await open(), await open());
    },
    'answer-kill': async (k) => {
      await Promise.all([answer(k, undefined, 40), wait(random.below(40)).then(() => browser.kill())]);
      tabs.splice(0, 2, await open(), await open());
    },
    'answer-leave': async (k) => {
      const id = uuidv7(
        Date.now(),
        Uint8Array.from({ length: 16 }, () => random.below(256)),
      );
      given.push({ id, score: 7, promised: 0, last: 1 });
      await tabs[k]!.evaluate((own) => {
        void page.answer(own, 1, 7);
        location.href = '/elsewhere';
      }, id);
      await wait(50);
      await reopen(k);
    },
    storage: async (k) => {
      const fault = random.pick(STORAGE);
      trace.push(`storage ${fault}`);
      await tabs[k]!.evaluate((storage) => {
        page.storage = storage;
      }, fault);
    },
    clock: async () => {
      skew = random.pick(SKEWS);
      for (const tab of tabs)
        await tab.evaluate((now) => {
          page.skew = now;
        }, skew);
    },
    offline: async (k) => {
      await tabs[k]!.setOfflineMode(true);
      await answer(k);
      await tabs[k]!.setOfflineMode(false);
    },
  };

  for (let n = 6 + random.below(8); n > 0; n--) {
    const action = random.pick(ACTIONS);
    const k = random.below(2);
    const pause = random.below(150);
    actions[action] = (actions[action] ?? 0) + 1;
    trace.push(`${action} in tab ${k}`);
    try {
      await act[action](k);
    } catch {
      actions['interrupted'] = (actions['interrupted'] ?? 0) + 1;
      for (const tab of [0, 1]) await reopen(tab).catch(() => {});
    }
    await wait(pause);
  }

  endpoint.heal();
  // Two hours later, so that a wrong endpoint is tried again.
  skew += 2 * HOUR;
  let left = -1;
  for (let view = 0; view < 20 && left; view++) {
    await reopen(0).catch(() => {});
    for (let look = 0; look < 20 && left; look++) {
      left =
        (await within(
          3000,
          tabs[0].evaluate(() => page.left()),
        )) ?? -1;
      if (look === 6 && left)
        await within(
          5000,
          tabs[0].evaluate(() => page.revive()),
        );
      if (left) await wait(150);
    }
  }
  for (const tab of tabs) await within(5000, tab.close());
  return { given, actions, left, trace };
}
