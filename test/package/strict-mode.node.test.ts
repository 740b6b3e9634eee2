import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium as browserType, type Browser } from 'playwright-core';
import { chromium } from '../tools/browsers.mjs';
import { bundledPage } from './bundled-page.js';

/** In development, React's StrictMode mounts, unmounts and mounts again; `?how` says in which way the host has the element. */
const PAGE = `
  import * as React from 'react';
  import { createRoot } from 'react-dom/client';
  import { createAskwell } from 'askwell';
  import 'askwell/define';
  import { askWellComponent } from 'askwell/react';

  const config = {
    endpoint: '/answers', when: [],
    throttle: { firstAskAfterDays: 0, minVisits: 1 },
    manners: { automation: false },
  };
  const seen = (globalThis.seen = { mounts: 0, shown: 0 });
  addEventListener('askwell-shown', () => seen.shown++);
  const AskWell = askWellComponent(React);
  const HOW = {
    component: () => React.createElement(AskWell, { config }),
    effect: () => {
      React.useEffect(() => {
        const element = document.createElement('ask-well');
        element.config = config;
        document.body.append(element);
        return () => element.remove();
      }, []);
      return null;
    },
    headless: () => {
      React.useEffect(() => {
        const asking = createAskwell(config, {
          present(ask) {
            seen.shown++;
            ask.shown({ question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'own' });
          },
        });
        return () => asking.stop();
      }, []);
      return null;
    },
  };
  const Host = HOW[new URLSearchParams(location.search).get('how')];
  const App = () => {
    React.useEffect(() => void seen.mounts++, []);
    return React.createElement(Host);
  };
  createRoot(document.body.appendChild(document.createElement('div')))
    .render(React.createElement(React.StrictMode, null, React.createElement(App)));`;

describe('under React’s StrictMode, which mounts twice', () => {
  let browser: Browser;
  let script = '';
  before(async () => {
    // The other build of React has no second mount.
    script = await bundledPage(PAGE, ['react', 'react-dom'], { 'process.env.NODE_ENV': '"development"' });
    const { executablePath, args, env } = await chromium();
    browser = await browserType.launch({ executablePath, args, env });
  });
  after(async () => {
    await browser?.close();
  });

  for (const how of ['component', 'effect', 'headless']) {
    it(`asks once, and once only: ${how}`, async () => {
      const page = await (await browser.newContext()).newPage();
      const errors: string[] = [];
      const sent: { type: string; id: string }[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.route('https://host.test/**', async (route) => {
        const request = route.request();
        if (request.method() !== 'POST')
          return route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><html lang="en"><title>Host</title><body>',
          });
        sent.push(request.postDataJSON());
        return route.fulfill({ status: 204 });
      });
      await page.goto(`https://host.test/?how=${how}`);
      const first = page.waitForRequest((request) => request.method() === 'POST');
      await page.addScriptTag({ content: script, type: 'module' });
      await first;
      // What a second asking would do, it would have done by now: the first one has been sent, and nothing is going on.
      await page.waitForLoadState('networkidle');
      assert.deepEqual(errors, []);
      assert.deepEqual(await page.evaluate('globalThis.seen'), { mounts: 2, shown: 1 });
      assert.equal(await page.locator('ask-well').count(), how === 'headless' ? 0 : 1);
      assert.deepEqual(
        sent.map(({ type }) => type),
        ['asked'],
      );
      await page.context().close();
    });
  }
});
