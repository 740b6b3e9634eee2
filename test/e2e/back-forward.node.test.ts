/** C7: the script tag never costs a page its back/forward cache, whatever it is doing when the page is left. In every engine. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { builtFiles } from '../faults/built-page.js';
import { faultyEndpoint, type FaultyEndpoint } from '../faults/endpoint.js';
import { findChromium, findFirefox, findWebKit } from '../tools/browsers.mjs';
import { WebDriverLauncher } from '../tools/webdriver-launcher.mjs';

/** One tab of a person who was never here. */
interface Tab {
  goto(url: string): Promise<unknown>;
  /** The value of an expression. */
  get(expression: string): Promise<unknown>;
  close(): Promise<unknown>;
}
type NewTab = () => Promise<Tab>;

const puppet =
  (browser: Browser): NewTab =>
  async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    return {
      goto: (url) => page.goto(url),
      get: (expression) => page.evaluate(expression),
      close: () => context.close(),
    };
  };

const webdriver =
  (binary: string): NewTab =>
  async () => {
    const driver = new WebDriverLauncher(binary);
    return {
      goto: (url) => driver.startSession('tab', url),
      get: (expression) => driver.command('POST', '/execute/sync', { script: `return ${expression}`, args: [] }),
      close: () => driver.stop(),
    };
  };

const RULES = `data-when="[]" data-throttle-first-ask-after-days="0" data-throttle-min-visits="1"
  data-manners='{"automation":false,"hidden":false,"typing":false}'`;
const page = (
  tag: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><h1>A page</h1>
  <script>
    addEventListener('pageshow', (event) => (window.restored = event.persisted));
    addEventListener('askwell-shown', () => (window.seen = true));
    addEventListener('askwell-delivery', ({ status, revision }) => revision && (window.delivery = status));
    const find = (selector) => document.querySelector('ask-well')?.shadowRoot.querySelector(selector);
  </script>${tag}`;

/** By name: the tag, what the endpoint does, and what is done before the page is left; each step is waited for. */
const STATES: Record<string, { tag: string; weather?: 'ok' | 'hang'; steps: string[] }> = {
  'without the tag': { tag: '', steps: ["document.readyState === 'complete'"] },
  'while nobody is asked': { tag: RULES.replace('visits="1"', 'visits="9"'), steps: ['!!window.askwell?.explain'] },
  'with an open question': { tag: RULES, steps: ['window.seen'] },
  'while an answer is on its way': {
    tag: RULES,
    weather: 'hang',
    steps: ['window.seen', 'find(\'[value="9"]\').click(), true', 'new Promise((next) => setTimeout(next, 300, true))'],
  },
  'after an answer was delivered': {
    tag: RULES,
    steps: ['window.seen', 'find(\'[value="9"]\').click(), true', "window.delivery === 'delivered'"],
  },
};

const engines: Record<string, () => Promise<{ newTab: NewTab; end(): Promise<unknown> } | undefined>> = {
  async Chromium() {
    const found = await findChromium();
    if (!found) return undefined;
    const browser = await puppeteer.launch({
      ...found,
      headless: true,
      ignoreDefaultArgs: ['--disable-features', '--disable-back-forward-cache'],
      args: [...found.args, '--enable-features=BackForwardCache'],
    });
    return { newTab: puppet(browser), end: () => browser.close() };
  },
  async Firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    return { newTab: puppet(browser), end: () => browser.close() };
  },
  async WebKit() {
    const binary = findWebKit();
    return binary ? { newTab: webdriver(binary), end: async () => {} } : undefined;
  },
};

for (const [name, open] of Object.entries(engines)) {
  describe(`the back/forward cache of ${name}`, async () => {
    const engine = await open();
    if (!engine) {
      if (process.env.CI) throw new Error(`${name} is not on this machine.`);
      console.warn(`${name} is not on this machine: C7 was NOT tried in it.`);
      return;
    }
    let endpoint: FaultyEndpoint;
    before(async () => {
      endpoint = await faultyEndpoint();
      const files = builtFiles();
      const tag = (rules: string): string =>
        rules && `<script async src="/dist/askwell.js" data-endpoint="/answers" ${rules}></script>`;
      endpoint.page = (path) =>
        path === '/answers'
          ? undefined
          : (files.get(path) ?? page(tag(STATES[decodeURIComponent(path.slice(1))]?.tag ?? '')));
    });
    after(async () => {
      await engine.end();
      await endpoint.close();
    });

    for (const [state, { weather = 'ok', steps }] of Object.entries(STATES)) {
      it(`takes the page ${state}`, async () => {
        endpoint.weather = weather;
        const origin = `http://localhost:${endpoint.port}`;
        const tab = await engine.newTab();
        try {
          const until = async (expression: string): Promise<void> => {
            for (let look = 0; look < 200; look++) if (await tab.get(expression).catch(() => false)) return;
            assert.fail(`never: ${expression}`);
          };
          await tab.goto(`${origin}/${encodeURIComponent(state)}`);
          const { hang = 0 } = endpoint.counts;
          for (const step of steps) await until(step);
          while (weather === 'hang' && (endpoint.counts['hang'] ?? 0) === hang) await tab.get('1');
          await tab.get('(window.mark = 1)');
          await tab.goto(`${origin}/elsewhere`);
          await tab.get('void setTimeout(() => history.back(), 50)');
          await until(`location.pathname !== '/elsewhere' && window.restored !== undefined`);
          assert.deepEqual(
            await tab.get('[restored, window.mark]'),
            [true, 1],
            JSON.stringify(await tab.get("performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null")),
          );
        } finally {
          endpoint.heal();
          await tab.close();
        }
      });
    }
  });
}
