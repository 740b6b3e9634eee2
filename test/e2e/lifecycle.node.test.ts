/** What browsers do to pages, to the built script tag: prerendering, the back/forward cache, freezing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from '../tools/browsers.mjs';
import { serveSite, type Site } from './site.js';

const tag = (when: string): string => `<script async src="/dist/askwell.js" data-product="Acme" data-when='${when}'
  data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-manners-automation="false"></script>`;
const html = (
  body: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}
  <script>window.asked = 0; addEventListener('askwell-shown', () => asked++); addEventListener('pageshow', (e) => (window.restored = e.persisted));</script>`;
const speculation = `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/asks"],"eagerness":"immediate"}]}</script>`;
/** For how long the page was visible when the question came, in `seenFor`; milliseconds. */
const watch = `<script>
  let since = performance.now(), before = 0;
  const seen = () => before + (document.hidden ? 0 : performance.now() - since);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) before += performance.now() - since;
    else since = performance.now();
  });
  for (const type of ['freeze', 'resume']) document.addEventListener(type, () => (window[type] = document.visibilityState));
  addEventListener('askwell-shown', () => (window.seenFor = seen()));
</script>`;

describe('the life of a page', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    site = await serveSite({
      '/': { html: html(`<h1>Start</h1><a href="/asks">On</a>${speculation}`) },
      '/talks-first': { html: html(`<h1>Start</h1><a href="/talks">On</a>${speculation.replace('/asks', '/talks')}`) },
      '/talks': {
        html: html(`<h1>Talks at once</h1>
          <script>
            window.askwell = (...call) => (askwell.q ??= []).push(call);
            for (const name of ['explain', 'ask', 'privacyReport', 'diagnostics']) askwell(name);
            askwell('consent', 'granted');
          </script>${tag('[]')}`),
      },
      '/asks': { html: html(`<h1>Asks at once</h1><a href="/plain">On</a>${tag('[]')}`) },
      '/later': { html: html(`<h1>Asks after four seconds</h1>${watch}${tag('[{"seconds":4}]')}`) },
      '/explained': {
        html: html(`<h1>The same, and somebody listens</h1>${watch}
          <script>window.askwell = (...call) => (askwell.q ??= []).push(call); askwell('explain');</script>
          ${tag('[{"seconds":4}]')}`),
      },
      '/plain': { html: html('<h1>Plain</h1>') },
    });
    const { executablePath, args } = await chromium();
    browser = await puppeteer.launch({
      executablePath,
      headless: true,
      // Puppeteer switches both of them off.
      ignoreDefaultArgs: ['--disable-features', '--disable-back-forward-cache'],
      args: [...args, '--enable-features=Prerender2,BackForwardCache'],
    });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A new person, with every file that any of their pages asked for. */
  async function visit(path: string): Promise<{ page: Page; files: string[] }> {
    const page = await (await browser.createBrowserContext()).newPage();
    const files: string[] = [];
    page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await page.goto(site.origin + path);
    return { page, files };
  }
  const shown = (page: Page, timeout = 10_000) => page.waitForFunction('window.asked > 0', { timeout });

  it('a prerendered page does nothing that its scripts tell the tag before somebody sees it', async () => {
    const { page } = await visit('/talks-first');
    await pause(2500);
    assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
    assert.deepEqual(await page.evaluate('indexedDB.databases()'), []);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    assert.notEqual(
      await page.evaluate("performance.getEntriesByType('navigation')[0].activationStart"),
      0,
      'the page was not prerendered, so nothing was tested',
    );
    await shown(page);
  });

  it('a prerendered page stores and asks nothing until somebody sees it, then asks once', async () => {
    const { page } = await visit('/');
    await page.waitForFunction(
      `performance.getEntriesByType('resource').length >= 0 && document.readyState === 'complete'`,
    );
    await pause(2500);
    assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
    assert.deepEqual(await page.evaluate('indexedDB.databases()'), []);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    assert.ok(
      await page.evaluate(`performance.getEntriesByType('navigation')[0].activationStart > 0`),
      'the page was not prerendered, so nothing was tested',
    );
    await shown(page);
    assert.equal(await page.evaluate('asked'), 1);
    await page.close();
  });

  it('a page with an open question comes back from the back/forward cache with that question, and no second one', async () => {
    const { page } = await visit('/asks');
    await shown(page);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    await page.goBack();
    await page.waitForFunction('window.restored !== undefined');
    assert.equal(
      await page.evaluate('restored'),
      true,
      JSON.stringify(await page.evaluate(`performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null`)),
    );
    await pause(1500);
    assert.equal(await page.evaluate('asked'), 1);
    await page.close();
  });

  // The script tag looks once a second, and while the page was away for once it may be wrong by one of them.
  for (const [who, path, least] of [
    ['the script tag', '/later', 3000],
    ['the asker, which was made to explain itself,', '/explained', 4000],
  ] as const) {
    it(`${who} does not count the seconds in which the page is frozen or hidden, and asks when it was looked at for long enough`, async () => {
      const { page } = await visit(path);
      const devtools = await page.createCDPSession();
      await pause(1000);
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
      await pause(2500);
      await devtools.send('Page.setWebLifecycleState', { state: 'active' });
      await pause(3500);
      // Freezing hides a page, in life as here, and thawing does not show it: it is somebody who comes back to the tab.
      assert.deepEqual(await page.evaluate('[freeze, resume, document.visibilityState]'), [
        'hidden',
        'hidden',
        'hidden',
      ]);
      assert.equal(await page.evaluate('asked'), 0);
      const other = await page.browserContext().newPage();
      await other.bringToFront();
      await page.bringToFront();
      await shown(page);
      const seenFor = (await page.evaluate('seenFor')) as number;
      assert.ok(seenFor >= least, `asked after ${seenFor} ms in which the page could be seen`);
      assert.equal(await page.evaluate('asked'), 1);
      await page.close();
    });
  }

  it('two profiles of a browser share nothing: what one was asked, the other does not know', async () => {
    const first = await visit('/asks');
    await shown(first.page);
    const second = await visit('/asks');
    await shown(second.page);
    for (const { page } of [first, second]) await page.close();
  });

  it('a second script tag, and a page loaded anew, find the question asked and do nothing', async () => {
    const { page } = await visit('/asks');
    await page.evaluate(
      `document.head.append(Object.assign(document.createElement('script'), { src: '/dist/askwell.js' }))`,
    );
    await shown(page);
    await pause(1000);
    assert.equal(await page.evaluate('asked'), 1);
    await page.reload();
    await page.waitForFunction('typeof askwell?.explain === "function"');
    const closed = await page.evaluate(
      `askwell.explain().then(({ gates }) => gates.filter((gate) => !gate.pass).map((gate) => gate.code))`,
    );
    assert.deepEqual(closed, ['after-ignore']);
    assert.equal(await page.evaluate('asked'), 0);
    await page.close();
  });
});
