import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { findChromium, findFirefox, findWebKit } from './browsers.mjs';
import { WebDriverLauncher } from './webdriver-launcher.mjs';

/** One tab of somebody who was never here: in a profile of its own, so that nothing of another tab is known or sent in it. */
export interface FreshTab {
  goto(url: string): Promise<unknown>;
  /** The value of an expression in the page; a promise is waited for. */
  get(expression: string): Promise<unknown>;
  /** Goes back in the history. */
  back(): Promise<unknown>;
  /** Closes the tab alone: its profile may still finish what it has begun to send. Not everywhere possible. */
  close?(): Promise<unknown>;
  /** Ends the profile. */
  end(): Promise<unknown>;
}

export interface FreshTabs {
  open(): Promise<FreshTab>;
  end(): Promise<unknown>;
}

async function byPuppeteer(options: LaunchOptions): Promise<FreshTabs> {
  const browser: Browser = await puppeteer.launch({ headless: true, ...options });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        goto: (url) => page.goto(url),
        get: (expression) => page.evaluate(expression),
        back: () => page.evaluate('void setTimeout(() => history.back(), 50)'),
        close: () => page.close(),
        end: () => context.close(),
      };
    },
    end: () => browser.close(),
  };
}

/** By name, each undefined where the machine has no such browser; `options` are for Chromium. */
export const ENGINES: Record<string, (options?: LaunchOptions) => Promise<FreshTabs | undefined>> = {
  async Chromium(options = {}) {
    const found = await findChromium();
    if (!found) return undefined;
    return byPuppeteer({ ...found, ...options, args: [...found.args, ...(options.args ?? [])] });
  },
  async Firefox() {
    const executablePath = findFirefox();
    return executablePath ? byPuppeteer({ browser: 'firefox', executablePath }) : undefined;
  },
  async WebKit() {
    const binary = findWebKit();
    if (!binary) return undefined;
    return {
      async open() {
        const driver = new WebDriverLauncher(binary);
        return {
          goto: (url) => driver.startSession('tab', url),
          get: (expression) => driver.command('POST', '/execute/sync', { script: `return ${expression}`, args: [] }),
          // By command: a script that runs while the page is left is not answered before its time is over.
          back: () => driver.command('POST', '/back'),
          end: () => driver.stop(),
        };
      },
      end: async () => {},
    };
  },
};
