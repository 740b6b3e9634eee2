import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { findChromium, findFirefox, findWebKit } from '../tools/browsers.mjs';
import { WebDriverLauncher } from '../tools/webdriver-launcher.mjs';
import type { RaceTab } from './page.js';

/** One browser with several tabs of the same page, each in a process of its own where the browser does that. */
export interface RaceBrowser {
  tabs: RaceTab[];
  close(): Promise<void>;
}

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

async function byPuppeteer(options: LaunchOptions, url: string, count: number): Promise<RaceBrowser> {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: 120_000, ...options });
  const tabs: RaceTab[] = [];
  for (let i = 0; i < count; i++) {
    const page = await browser.newPage();
    await page.goto(url);
    tabs.push({
      call: (name, argument) => page.evaluate(`race.${name}(${JSON.stringify(argument) ?? ''})`) as Promise<never>,
    });
  }
  return { tabs, close: () => browser.close() };
}

async function byWebDriver(binary: string, url: string, count: number): Promise<RaceBrowser> {
  const driver = new WebDriverLauncher(binary);
  await driver.startSession('race', url);
  await driver.command('POST', '/timeouts', { script: 55_000 });
  const handles: string[] = [await driver.command('GET', '/window')];
  while (handles.length < count) {
    const { handle } = await driver.command('POST', '/window/new', { type: 'tab' });
    await driver.command('POST', '/window', { handle });
    await driver.command('POST', '/url', { url });
    handles.push(handle);
  }
  // One session speaks to one tab after the other, so a tab is told the instant and answers before it has come.
  let turn: Promise<unknown> = Promise.resolve();
  const script = (name: string): string =>
    name === 'go'
      ? 'const [at, done] = arguments; const { port1, port2 } = new MessageChannel();' +
        'port2.onmessage = () => (Date.now() < at - 50 ? port1.postMessage(0) : race.go(at)); port1.postMessage(0); done();'
      : `const [argument, done] = arguments; Promise.resolve(race.${name}(argument)).then(done, (error) => done(String(error)));`;
  const tabs = handles.map((handle): RaceTab => ({
    call: (name, argument) =>
      (turn = turn.then(async () => {
        await driver.command('POST', '/window', { handle });
        return driver
          .command('POST', '/execute/async', { script: script(name), args: [argument ?? null] })
          .catch((error) => Promise.reject(new Error(`${name}(${String(argument)}): ${error}`)));
      })) as Promise<never>,
  }));
  return { tabs, close: () => driver.stop() };
}

/** Opens the page in so many tabs; undefined where the machine has no such browser. */
export async function openTabs(engine: Engine, url: string, count: number): Promise<RaceBrowser | undefined> {
  if (engine === 'chromium') {
    const found = await findChromium();
    if (!found) return undefined;
    const { executablePath, args, env } = found;
    return byPuppeteer({ executablePath, args, ...(env && { env }) }, url, count);
  }
  if (engine === 'firefox') {
    const executablePath = findFirefox();
    return executablePath ? byPuppeteer({ browser: 'firefox', executablePath }, url, count) : undefined;
  }
  const binary = findWebKit();
  return binary ? byWebDriver(binary, url, count) : undefined;
}
