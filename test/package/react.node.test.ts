import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium as browserType, type Browser } from 'playwright-core';
import { chromium } from '../tools/browsers.mjs';
import { bundledPage } from './bundled-page.js';

/** A page of somebody who installed askwell and React 18. It says what happens in `globalThis.seen`. */
const PAGE = `
  import * as React from 'react';
  import { createRoot } from 'react-dom/client';
  import { flushSync } from 'react-dom';
  import 'askwell/define';
  import { askWellComponent } from 'askwell/react';

  const AskWell = askWellComponent(React);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const show = (props) => flushSync(() => root.render(React.createElement(AskWell, props)));
  const seen = (globalThis.seen = []);
  const heard = (by) => (event) => seen.push(by + ' ' + event.detail);
  const ref = React.createRef();
  const fire = (detail) => ref.current.dispatchEvent(new CustomEvent('askwell-score', { detail }));

  show({ ref, product: 'Acme', userId: 'u_42', className: 'ask', config: { debug: false }, 'onaskwell-score': heard('first') });
  const element = document.querySelector('ask-well');
  seen.push([ref.current === element, element.product, element.userId, element.className, element.config.debug].join());
  fire(9);
  element.open = true;
  show({ ref, product: 'Apex', 'onaskwell-score': heard('second') });
  seen.push([document.querySelector('ask-well') === element, element.product, element.userId, element.open].join());
  fire(8);
  show({ ref, product: 'Apex' });
  fire(7);
  flushSync(() => root.render(null));
  seen.push(String(ref.current));`;

let browser: Browser;
let script = '';
before(async () => {
  script = await bundledPage(PAGE, ['react', 'react-dom']);
  const { executablePath, args, env } = await chromium();
  browser = await browserType.launch({ executablePath, args, env });
});
after(async () => {
  await browser?.close();
});

test('the component hands React 18’s props to the element as properties and listeners', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addScriptTag({ content: script, type: 'module' });
  await page.waitForFunction('globalThis.seen?.at(-1) === "null"', undefined, { timeout: 10_000 }).catch(() => {});
  assert.deepEqual(errors, []);
  assert.deepEqual(await page.evaluate('seen'), [
    'true,Acme,u_42,ask,false',
    'first 9',
    // What the element did to itself stays; what the host no longer says is gone.
    'true,Apex,,true',
    'second 8',
    'null',
  ]);
});
