import puppeteer from 'puppeteer-core';
import { BUILT, serve } from '../collector/served.js';
import { findChromium } from '../tools/browsers.mjs';

/** What somebody sees who opens the report. Milliseconds from the click. */
export interface Painted {
  /** Anything at all: the heading and what can be chosen. */
  first: number;
  /** The last thing of the part of the page that is on the screen, the score among it. */
  largest: number;
  /** The whole page is there. */
  whole: number;
}

/** Opens the report of the built collector in Chromium, some times; the first opening is like a cold start. Undefined without a browser. */
export async function paint(args: string[], times: number): Promise<Painted[] | undefined> {
  const found = await findChromium();
  if (!found) return undefined;
  const { executablePath, args: flags, env } = found;
  const served = await serve([...args, '--token', 'load', '--quiet'], { program: BUILT });
  const browser = await puppeteer.launch({ headless: true, executablePath, args: flags, ...(env && { env }) });
  try {
    const page = await browser.newPage();
    await page.goto(served.address);
    await page.type('#token', 'load');
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    const all: Painted[] = [];
    for (let n = 0; n < times; n++) {
      // Not a reload: that keeps the old page on the screen until the new one is there.
      await page.goto('about:blank');
      await page.goto(`${served.address}/`);
      await page.waitForSelector('footer');
      all.push(
        await page.evaluate(
          () =>
            new Promise<Painted>((resolve) =>
              new PerformanceObserver((list) => {
                const [first] = performance.getEntriesByName('first-contentful-paint');
                const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
                resolve({
                  first: first!.startTime,
                  largest: list.getEntries().at(-1)!.startTime,
                  whole: navigation!.responseEnd,
                });
              }).observe({ type: 'largest-contentful-paint', buffered: true }),
            ),
        ),
      );
    }
    return all;
  } finally {
    await browser.close();
    await served.end('SIGTERM');
  }
}
