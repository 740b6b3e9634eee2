import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox, findWebKit } from './browsers.mjs';
import { WebDriverLauncher } from './webdriver-launcher.mjs';

// One page at a time in each engine: pages of one browser share the origin's storage, its focus and its visibility.
const concurrency = 1;

/** How to start each engine; undefined where the machine has none. */
const ENGINES = {
  async chromium() {
    const found = await findChromium();
    if (!found) return undefined;
    const { origin, ...launchOptions } = found;
    const launcher = chromeLauncher({ launchOptions, concurrency });
    return { launcher, note: `${launchOptions.executablePath} (${origin})` };
  },
  async firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    // puppeteer-core speaks WebDriver BiDi to a stock Firefox; Playwright would need its own patched build.
    const launchOptions = { browser: 'firefox', executablePath, headless: true };
    return { launcher: chromeLauncher({ puppeteer, launchOptions, concurrency }), note: executablePath };
  },
  async webkit() {
    const binary = findWebKit();
    return binary && { launcher: new WebDriverLauncher(binary), note: binary };
  },
};
const TITLES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/**
 * Launchers for the engines named in `BROWSERS` (comma separated), by default for all that the machine has, and a note
 * on each. A missing one is said out loud; where it was asked for by name, or in CI, it is an error.
 */
export async function engines({ asked = process.env.BROWSERS, ci = Boolean(process.env.CI) } = {}) {
  const names = asked ? asked.split(',').map((name) => name.trim()) : Object.keys(ENGINES);
  const unknown = names.find((name) => !(name in ENGINES));
  if (unknown) throw new Error(`BROWSERS: no engine “${unknown}”; there are ${Object.keys(ENGINES).join(', ')}`);

  const launchers = [];
  const notes = [];
  for (const name of names) {
    const title = TITLES[name];
    const found = await ENGINES[name]();
    if (!found && (asked || ci))
      throw new Error(`${title} is not on this machine, and ${asked ? 'BROWSERS' : 'CI'} asks for it`);
    notes.push(`${title}: ${found ? found.note : 'NOT on this machine, so nothing was tested in it'}`);
    if (found) launchers.push(Object.assign(found.launcher, { name: title }));
  }
  if (!launchers.length) throw new Error('no browser on this machine: install Chromium or Firefox, or set CHROME_PATH');
  return { launchers, notes };
}
