import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { openWorkbench, type Workbench } from './workbench.js';

/** The element as a server sends it. */
async function rendered(markup: string): Promise<string> {
  await import('../../src/define.js');
  const template = Object.assign([markup], { raw: [markup] });
  return collectResult(render(html(template)));
}

describe('on a server', () => {
  it('is imported without a window', async () => {
    assert.equal(typeof globalThis.window, 'undefined');
    const { AskWell } = await import('../../src/index.js');
    assert.equal(typeof AskWell, 'function');
    await import('../../src/define.js');
  });

  for (const attributes of ['', 'layout="inline" product="Acme"', 'open prefill="9" preview']) {
    it(`renders <ask-well ${attributes}> to a declarative shadow root that holds its styles and no question`, async () => {
      const page = await rendered(`<ask-well ${attributes}><a slot="privacy" href="/privacy">Privacy</a></ask-well>`);
      assert.match(page, /<ask-well[^>]*>\s*<template shadowroot="open" shadowrootmode="open">/);
      assert.match(page, /<style>[^<]*:host/);
      assert.doesNotMatch(page, /<fieldset|style="/);
      assert.match(page, /<a slot="privacy" href="\/privacy">Privacy<\/a><\/ask-well>/);
    });
  }
});

describe('a page that a server rendered', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  for (const [how, first] of [
    ['with', "import '@lit-labs/ssr-client/lit-element-hydrate-support.js';"],
    ['without', ''],
  ] as const) {
    it(`wakes up ${how} Lit’s hydration: one question, no flash, no shift`, async () => {
      const body = await rendered(
        '<ask-well layout="inline" product="Acme" preview><a slot="privacy" href="/privacy">Privacy</a></ask-well>',
      );
      const page = await bench.browser.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      // Held back until the server's markup was looked at.
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/src/define.ts*', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(
        bench.page(`<!doctype html><html lang="en"><title>x</title><body>${body}<p id="after">after</p>
        <script type="module">${first} await import('askwell/define');</script></body></html>`),
        { waitUntil: 'commit' },
      );
      await page.locator('#after').waitFor();
      assert.equal(await page.evaluate(() => document.querySelector('ask-well')!.shadowRoot !== null), true);
      assert.equal(await page.getByText('Privacy').isVisible(), false);
      release();
      await page.getByRole('radio').first().waitFor();
      assert.equal(await page.getByRole('radio').count(), 11);
      // What the server sent has made way for the element's own.
      assert.equal(
        await page.evaluate(() => document.querySelector('ask-well')!.shadowRoot!.querySelector('style')),
        null,
      );
      assert.equal(await page.getByRole('group', { name: /recommend Acme/ }).count(), 1);
      assert.equal(await page.getByText('Privacy').isVisible(), true);
      await page.getByRole('radio', { name: '7' }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('status').filter({ hasText: 'Thank you' }).waitFor();
      assert.deepEqual(troubles, []);
      await page.close();
    });
  }
});
