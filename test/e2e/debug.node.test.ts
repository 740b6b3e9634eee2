/** `debug` on the built script tag: what the linter finds is said in the console, and nobody else pays for it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromium as installed } from '../tools/browsers.mjs';
import { serveSite, type Site } from './site.js';

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types askwell";
const page = (attributes: string) => ({
  html: `<!doctype html><html lang="en"><title>A shop</title><script async src="/dist/askwell.js" data-endpoint="/api"
    data-when='[{"event": "paid"}]' ${attributes}></script><h1>A shop</h1></html>`,
  headers: { 'content-security-policy': STRICT },
});
const LEADING = `data-text='{"followUp": "What went wrong?", "question": "Please give us a 10!"}'`;

describe('the script tag with debug', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await serveSite({
      '/silent': page(LEADING),
      '/leading': page(`${LEADING} data-debug`),
      '/too-often': page('data-throttle-after-answer-days="7" data-debug'),
    });
    browser = await chromium.launch(await installed());
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function visit(path: string): Promise<{ said: string[]; files: string[] }> {
    const tab = await (await browser.newContext()).newPage();
    const said: string[] = [];
    const files: string[] = [];
    tab.on('console', (message) => said.push(`${message.type()} ${message.text()}`));
    tab.on('pageerror', (error) => said.push(`thrown ${error}`));
    tab.on('request', (request) => files.push(new URL(request.url()).pathname));
    await tab.goto(site.origin + path);
    await tab.evaluate('askwell.explain()');
    await tab.waitForLoadState('networkidle');
    await tab.close();
    return { said: said.filter((line) => !line.includes('404')), files };
  }

  it('says an error as an error and a warning as a warning', async () => {
    const { said } = await visit('/leading');
    assert.match(
      said.find((line) => line.includes('wanted-number'))!,
      /^error \[askwell\] nps: text\.question “Please give/,
    );
    assert.match(
      said.find((line) => line.includes('presuming'))!,
      /^warning \[askwell\] nps: text\.followUp .+Source: /,
    );
    assert.ok(!said.some((line) => line.startsWith('thrown')), said.join('\n'));
  });

  it('looks at a configuration that a glance can judge as well', async () => {
    const { said } = await visit('/too-often');
    assert.match(
      said.find((line) => line.startsWith('error'))!,
      /throttle\.afterAnswerDays is 7 days; under 30 .+too-often/,
    );
  });

  it('costs nothing without it', async () => {
    const { said, files } = await visit('/silent');
    assert.deepEqual(said, []);
    assert.ok(files.includes('/dist/askwell-asker.js') && !files.includes('/dist/askwell-lint.js'), files.join());
  });
});
