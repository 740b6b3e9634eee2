/**
 * `npm run bench:answer -- [--answers 60] [--slow 4]`: how long the built script tag takes, on a processor that is slowed down so
 * many times, from a score that is given to its being durable (IndexedDB has committed it), and to its being stored; and, after
 * an outage, from the moment at which the network is back. Milliseconds: the median and the 95th percentile. Needs the build.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openHosts, score, shown } from '../e2e/hostile-page.js';

const { values } = parseArgs({
  options: { answers: { type: 'string', default: '60' }, slow: { type: 'string', default: '4' } },
});

/** Notes the instants of a page: the score, each commit to the outbox, each delivery, the return of the network. */
const EARS = `
  window.marks = [];
  const mark = (name) => marks.push([name, performance.now()]);
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (/"score":\\d/.test(value)) this.transaction.addEventListener('complete', () => mark('durable'));
    return put.call(this, value, key);
  };
  for (const [type, name] of [['askwell-score', 'score'], ['online', 'online']]) addEventListener(type, () => mark(name), true);
  addEventListener('askwell-delivery', (event) => event.status === 'delivered' && event.revision > 0 && mark('stored'));
`;

const hosts = await openHosts();
const times: Record<string, number[]> = { durable: [], stored: [], 'stored after an outage': [] };

const until = (page: Page, name: string): Promise<number> =>
  page
    .waitForFunction((wanted) => (window as any).marks.find(([one]: [string]) => one === wanted)?.[1], name)
    .then((found) => found.jsonValue() as Promise<number>);

async function one(outage: boolean): Promise<void> {
  const { page, context } = await hosts.visit({ init: EARS });
  if (!(await shown(page, 30_000))) throw new Error('The question was not shown.');
  // What the question brings with it is there before somebody has read it.
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) });
  if (outage) await context.setOffline(true);
  await score(page).click();
  const said = await until(page, 'score');
  times.durable!.push((await until(page, 'durable')) - said);
  if (outage) {
    await context.setOffline(false);
    times['stored after an outage']!.push((await until(page, 'stored')) - (await until(page, 'online')));
  } else times.stored!.push((await until(page, 'stored')) - said);
  await context.close();
}

try {
  for (let k = 0; k < Number(values.answers); k++) await one(k % 3 === 2);
  for (const [name, list] of Object.entries(times)) {
    const sorted = list.sort((a, b) => a - b);
    const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(0);
    console.log(`${name.padEnd(24)} ${sorted.length} answers: median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms`);
  }
} finally {
  await hosts.close();
}
