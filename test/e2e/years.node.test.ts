/** A year of page views with the built script tag. The whole of it: npm run model -- --seed 1 --tag 20 */
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { liveWithTag, surviveWithTag } from '../model/built-tag.js';
import { chromium as installed } from '../tools/browsers.mjs';

describe('a year with the script tag', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await installed());
  });
  after(() => browser?.close());

  it('asks exactly when the slow reference would', async () => {
    await liveWithTag(browser, 1);
  });

  it('under a clock that was ten years ahead asks nobody sooner, and keeps nobody waiting for longer than two periods', async () => {
    await surviveWithTag(browser, 4);
  });
});
