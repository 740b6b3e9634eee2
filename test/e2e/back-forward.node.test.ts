/** C7: the script tag never costs a page its back/forward cache, whatever it is doing when the page is left. In every engine. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { builtFiles } from '../faults/built-page.js';
import { faultyEndpoint, type FaultyEndpoint } from '../faults/endpoint.js';
import { ENGINES } from '../tools/fresh-tabs.js';

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
  'while a request is on its way': {
    tag: RULES,
    weather: 'hang',
    steps: ['window.seen', 'find(\'[value="9"]\').click(), true'],
  },
  'after an answer was delivered': {
    tag: RULES,
    steps: ['window.seen', 'find(\'[value="9"]\').click(), true', "window.delivery === 'delivered'"],
  },
};

/** Puppeteer switches it off. Only Chromium takes such options. */
const WITH_CACHE = {
  ignoreDefaultArgs: ['--disable-features', '--disable-back-forward-cache'],
  args: ['--enable-features=BackForwardCache'],
};
/** Milliseconds in which each step has happened, on a machine that does much else. */
const LONGEST = 20_000;
/**
 * A page that may not be kept is refused each time. Firefox also lets go of one now and then that may: by its own log it takes the
 * request for the next page for one of this page's. Of 200 pages with nothing on them it refused one.
 */
const TRIES = 4;

for (const [name, open] of Object.entries(ENGINES)) {
  describe(`the back/forward cache of ${name}`, async () => {
    const engine = await open(WITH_CACHE);
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
      /** Leaves the page in this state and comes back. Resolves to whether it is the same page, and to the browser's reasons. */
      const leaveAndReturn = async (): Promise<[isRestored: unknown, why: unknown]> => {
        endpoint.weather = weather;
        const origin = `http://localhost:${endpoint.port}`;
        const tab = await engine.open();
        try {
          const until = async (expression: string): Promise<void> => {
            for (const end = Date.now() + LONGEST; Date.now() < end;)
              if (await tab.get(expression).catch(() => false)) return;
            assert.fail(`never: ${expression}`);
          };
          const { hang = 0 } = endpoint.counts;
          await tab.goto(`${origin}/${encodeURIComponent(state)}`);
          for (const step of steps) await until(step);
          for (const end = Date.now() + LONGEST; weather === 'hang' && (endpoint.counts['hang'] ?? 0) === hang;)
            assert.ok(Date.now() < end && (await tab.get('true')), 'nothing was sent');
          await tab.get('(window.mark = 1)');
          await tab.goto(`${origin}/elsewhere`);
          await tab.back();
          await until(`location.pathname !== '/elsewhere' && window.restored !== undefined`);
          const why = "JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)";
          return [await tab.get('restored && window.mark === 1'), await tab.get(why)];
        } finally {
          endpoint.heal();
          await tab.end();
        }
      };

      it(`takes the page ${state}`, async () => {
        const refused: string[] = [];
        while (refused.length < TRIES) {
          const [isRestored, why] = await leaveAndReturn();
          if (isRestored) return;
          refused.push(`${why}`);
        }
        assert.fail(`not once in ${TRIES} tries: ${refused.join()}`);
      });
    }
  });
}
