import type { Page } from 'puppeteer-core';
import { randomFrom, type Random } from '../model/random.js';
import type { MortalBrowser } from './browser.js';
import type { CampaignPage, Design, StorageFault } from './campaign-page.js';
import { WEATHERS, type FaultyEndpoint } from './endpoint.js';

declare const campaign: CampaignPage;

/** What happens next. Killing and crashing have the weight that they had in the measurements this campaign grew from. */
const ACTIONS = [
  'answer',
  'answer',
  'answer',
  'score',
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

/** One question that was put to a person. */
export interface Given {
  id: string;
  /** What was chosen; known to have been heard by the page, unless the browser died in that moment. */
  score?: number;
  heard?: boolean;
  /** The words that were sent along, and whether the page said that they are safe. */
  comment?: string;
  promised?: boolean;
  /** How it went, for whoever looks for an answer that is missing. */
  way: string;
}

export interface Outcome {
  /** What happened, in order, for whoever replays a failure. */
  trace: string[];
  given: Given[];
  actions: Record<string, number>;
  /** Whether everything that was promised arrived by page views alone, before anybody called a method. */
  unprompted: boolean;
  left: number;
}

const wait = (milliseconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));
const within = <T>(milliseconds: number, work: Promise<T>) =>
  Promise.race([work.catch(() => undefined), wait(milliseconds)]);

/** Runs one random schedule of two tabs, then makes the world whole and waits until nothing is left to deliver. */
export async function runSchedule(
  browser: MortalBrowser,
  endpoint: FaultyEndpoint,
  seeded: Random,
  design: Design,
): Promise<Outcome> {
  const given: Given[] = [];
  const actions: Record<string, number> = {};
  const trace: string[] = [];
  const began = Date.now();
  const note = (line: string) => trace.push(`${Date.now() - began} ms ${line}`);
  // Each step, and the network, draws from numbers of its own: what takes longer today does not change what comes after it.
  const branch = () => randomFrom(seeded.below(2 ** 32));
  let random = branch();
  // The endpoint on the page's own origin takes JSON, the one on another origin text.
  const base = `http://localhost:${endpoint.port}`;
  const target = random.chance(0.5) ? `${base}/answers` : `http://127.0.0.1:${endpoint.port}/answers`;
  let skew = 0;
  endpoint.random = branch();
  endpoint.weather = random.pick(WEATHERS);
  const open = async () => {
    const opened = await browser.open(`${base}/?design=${design}&skew=${skew}&endpoint=${encodeURIComponent(target)}`);
    await opened.evaluate(() => campaign.ready);
    return opened;
  };
  const tabs: [Page, Page] = [await open(), await open()];
  const faults: StorageFault[] = ['none', 'none'];
  const reopen = async (k: number) => {
    await within(5000, tabs[k]!.close());
    tabs[k] = await open();
    faults[k] = 'none';
  };
  const killAll = async () => {
    note('SIGKILL');
    await browser.kill();
  };
  const openBoth = async () => {
    tabs.splice(0, 2, await open(), await open());
    faults.fill('none');
  };

  /** Puts the question to a new person. */
  const ask = async (k: number, byHand: boolean): Promise<Given | undefined> => {
    const person = `person-${random.below(1e9)}`;
    // What is seen by nobody does not count as shown.
    if (byHand) await tabs[k]!.bringToFront();
    const asked = tabs[k]!.evaluate((name, hand) => campaign.ask(name, hand), person, byHand);
    const id = await within(6000, asked);
    note(`tab ${k}: ${person} is asked ${byHand ? 'by the view' : 'by a host'}: ${id}`);
    if (!id) {
      actions['not-asked'] = (actions['not-asked'] ?? 0) + 1;
      return undefined;
    }
    const one = { id, way: `${byHand ? 'view' : 'host'}, storage ${faults[k]}, ` };
    given.push(one);
    return one;
  };
  const choose = async (k: number, one: Given): Promise<boolean> => {
    one.score = random.below(11);
    const heard = await within(
      3000,
      tabs[k]!.evaluate((value) => campaign.score(value), one.score),
    );
    one.heard = heard;
    if (heard === false) one.score = undefined;
    note(`tab ${k}: ${one.id} scores ${one.score}`);
    return !!heard;
  };
  const send = async (k: number, one: Given, patience = 6000) => {
    one.comment = `words ${random.below(1e9)}`;
    const kept = await within(
      patience,
      tabs[k]!.evaluate((words) => campaign.send(words), one.comment),
    );
    note(`tab ${k}: ${one.id} is ${kept}`);
    one.way += `${kept}, `;
    one.promised = kept === 'durable' || kept === 'acknowledged';
  };
  const answer = async (k: number, byHand = random.chance(0.5)) => {
    const one = await ask(k, byHand);
    if (one && (await choose(k, one))) await send(k, one);
  };

  const act: Record<(typeof ACTIONS)[number], (k: number) => unknown> = {
    answer: (k) => answer(k),
    score: async (k) => {
      const one = await ask(k, random.chance(0.5));
      if (one) await choose(k, one);
    },
    two: async () => {
      // At the same instant, so by a view that needs nobody to look.
      const [first, second] = await Promise.all([ask(0, false), ask(1, false)]);
      if (first && (await choose(0, first))) await Promise.all([send(0, first), second && choose(1, second)]);
    },
    weather: () => {
      endpoint.weather = random.pick(WEATHERS);
      note(`weather ${endpoint.weather}`);
    },
    reload: async (k) => {
      await tabs[k]!.reload();
      faults[k] = 'none';
      await tabs[k]!.evaluate(() => campaign.ready);
    },
    crash: async (k) => {
      const session = await tabs[k]!.createCDPSession();
      void session.send('Page.crash').catch(() => {});
      await wait(100);
      await reopen(k);
    },
    close: reopen,
    kill: async () => {
      await killAll();
      await openBoth();
    },
    'answer-kill': async (k) => {
      const one = await ask(k, random.chance(0.5));
      const died = wait(random.below(60)).then(killAll);
      if (one) {
        one.way += 'killed meanwhile, ';
        await Promise.all([
          choose(k, one)
            .then((heard) => (heard ? send(k, one, 100) : undefined))
            .catch(() => {}),
          died,
        ]);
      } else await died;
      await openBoth();
    },
    'answer-leave': async (k) => {
      const one = await ask(k, false);
      if (one) {
        one.score = random.below(11);
        one.way += 'left in the same task, ';
        one.heard = await tabs[k]!.evaluate((value) => {
          const heard = campaign.score(value);
          location.href = '/elsewhere';
          return heard;
        }, one.score);
      }
      await wait(50);
      await reopen(k);
    },
    storage: async (k) => {
      const fault = random.pick(STORAGE);
      note(`storage ${fault}`);
      faults[k] = fault;
      await tabs[k]!.evaluate((storage) => {
        campaign.storage = storage;
      }, fault);
    },
    clock: async () => {
      skew = random.pick(SKEWS);
      for (const tab of tabs)
        await tab.evaluate((now) => {
          campaign.skew = now;
        }, skew);
    },
    offline: async (k) => {
      const one = await ask(k, random.chance(0.5));
      await tabs[k]!.setOfflineMode(true);
      try {
        if (one) one.way += 'offline, ';
        if (one && (await choose(k, one))) await send(k, one, 3000);
      } finally {
        await tabs[k]!.setOfflineMode(false);
      }
    },
  };

  for (let n = 6 + seeded.below(8); n > 0; n--) {
    random = branch();
    const action = random.pick(ACTIONS);
    const k = random.below(2);
    const pause = random.below(150);
    actions[action] = (actions[action] ?? 0) + 1;
    note(`${action} in tab ${k}`);
    for (const one of given) if (/kill|crash|close|reload/.test(action)) one.way += `${action}, `;
    try {
      await act[action](k);
    } catch (error) {
      note(`interrupted: ${String(error)}`);
      actions['interrupted'] = (actions['interrupted'] ?? 0) + 1;
      for (const tab of [0, 1]) await reopen(tab).catch(() => {});
    }
    await wait(pause);
  }

  endpoint.heal();
  // Two hours later, so that a wrong endpoint is tried again.
  skew += 2 * HOUR;
  const arrived = async () => {
    const rows = await endpoint.rows();
    return given.every(
      ({ id, promised, comment }) => !promised || rows.some((row) => row.id === id && row.comment === comment),
    );
  };
  let unprompted = false;
  for (let view = 0; view < 2 && !unprompted; view++) {
    await reopen(0).catch(() => {});
    for (let look = 0; look < 20 && !(unprompted = await arrived()); look++) await wait(150);
  }
  let left = -1;
  for (let view = 0; view < 20 && left; view++) {
    if (view) await reopen(0).catch(() => {});
    for (let look = 0; look < 20 && left; look++) {
      left =
        (await within(
          3000,
          tabs[0].evaluate(() => campaign.left()),
        )) ?? -1;
      if (look === 6 && left)
        await within(
          5000,
          tabs[0].evaluate(() => campaign.revive()),
        );
      if (left) await wait(150);
    }
  }
  for (const tab of tabs) await within(5000, tab.close());
  return { given, actions, unprompted, left, trace };
}
