import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../tools/browsers.mjs';

/** A Chromium whose profile outlives it, so that it can be killed and started again as a person's would be. */
export interface MortalBrowser {
  open(url: string): Promise<Page>;
  /** SIGKILL for every process of it, then a new one on the same profile. */
  kill(): Promise<void>;
  close(): Promise<void>;
  /** What went wrong on pages: exceptions, rejections that nobody handled, console errors that are not about the network. */
  complaints: string[];
}

const EXPECTED = /Failed to load resource|net::ERR|blocked by CORS policy|^\[askwell\] endpoint:/;

export async function mortalBrowser(): Promise<MortalBrowser> {
  const found = await findChromium();
  if (!found) throw new Error('The campaign needs a Chromium: set CHROME_PATH.');
  const userDataDir = mkdtempSync(join(tmpdir(), 'askwell-faults-'));
  const { executablePath, env } = found;
  const args = [...found.args, '--disable-dev-shm-usage', '--no-first-run'];
  const launch = () =>
    puppeteer.launch({ executablePath, args, env, userDataDir, headless: true, protocolTimeout: 60_000 });
  let browser: Browser = await launch();
  const complaints: string[] = [];

  const die = async () => {
    const pid = browser.process()!.pid!;
    const gone = new Promise((resolve) => browser.process()!.once('exit', resolve));
    try {
      // Its process group: the renderers and the network service too.
      process.kill(-pid, 'SIGKILL');
    } catch {
      process.kill(pid, 'SIGKILL');
    }
    await gone;
    await browser.disconnect().catch(() => {});
    for (const file of readdirSync(userDataDir)) {
      if (file.startsWith('Singleton')) rmSync(join(userDataDir, file), { force: true });
    }
  };

  return {
    complaints,
    async open(url) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(`${error instanceof Error ? error.stack : error}`));
      page.on('console', (line) => {
        if (line.type() === 'error' && !EXPECTED.test(line.text())) complaints.push(line.text());
      });
      await page.goto(url);
      return page;
    },
    async kill() {
      await die();
      browser = await launch();
    },
    async close() {
      await die();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
