/** What only the durable storage still knows, because the browser was killed within the minute that localStorage needs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { mortalBrowser } from './browser.js';
import { builtFiles } from './built-page.js';
import { faultyEndpoint } from './endpoint.js';

const page = (
  kind: string,
  rules: string,
): string => `<!doctype html><html lang="en"><title>A shop</title><h1>A shop</h1>
  <script>waiting = Object.keys(localStorage).filter((key) => /:out\\//.test(key)).length</script>
  <script src="/dist/askwell.js" data-endpoint="/answers" data-kind="${kind}" data-manners-automation="false" ${rules}></script>`;

describe('a browser that was killed right after an answer without a network', () => {
  for (const kind of ['relational', 'employee']) {
    it(`A13: sends the answer (${kind}) on the next page view, though the person may not be asked there, and then fetches nothing more`, async () => {
      const files = builtFiles();
      const endpoint = await faultyEndpoint();
      const browser = await mortalBrowser();
      let fetched: string[] = [];
      endpoint.page = (path) => {
        fetched.push(path);
        if (path === '/asks')
          return page(kind, `data-when="[]" data-throttle-first-ask-after-days="0" data-throttle-min-visits="1"`);
        return path === '/refuses' ? page(kind, 'data-throttle-min-visits="3"') : files.get(path);
      };
      const origin = `http://localhost:${endpoint.port}`;
      try {
        endpoint.weather = 'drop-before';
        const asks = await browser.open(`${origin}/asks`);
        await asks.waitForFunction(() => document.querySelector('ask-well')?.shadowRoot?.querySelector('[value="0"]'));
        await asks.locator('ask-well >>> [value="0"]').click();
        await asks.locator('ask-well >>> [part~=send]').click();
        await asks.waitForFunction(() =>
          /thank/i.test(
            document.querySelector('ask-well')?.shadowRoot?.querySelector('[role=status]')?.textContent ?? '',
          ),
        );
        await browser.kill();
        assert.deepEqual(await scores(endpoint), []);

        endpoint.weather = 'ok';
        const refuses = await browser.open(`${origin}/refuses`);
        assert.equal(await refuses.evaluate('waiting'), 0, 'localStorage kept it, so nothing is shown by this test');
        for (let look = 0; look < 100 && !(await scores(endpoint)).length; look++) await pause(50);
        assert.deepEqual(await scores(endpoint), [0]);
        // Its removal from the storage is behind the reply.
        await refuses.evaluate('askwell.diagnostics()');

        fetched = [];
        await browser.open(`${origin}/refuses`);
        await pause(1000);
        assert.deepEqual(
          fetched.filter((path) => path.startsWith('/dist/')),
          ['/dist/askwell.js'],
        );
        assert.deepEqual(browser.complaints, []);
      } finally {
        await browser.close();
        await endpoint.close();
      }
    });
  }
});

const scores = async (endpoint: Awaited<ReturnType<typeof faultyEndpoint>>): Promise<(number | null)[]> =>
  (await endpoint.rows()).map(({ score }) => score);
