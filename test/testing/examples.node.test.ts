/** The examples of docs/testing.md, run as they stand there, by somebody who has installed the package. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { serveSite } from '../e2e/site.js';
import { installed } from '../package/installed.js';
import { chromium } from '../tools/browsers.mjs';
import { command, root } from '../tools/command.js';

const text = readFileSync(join(root, 'docs/testing.md'), 'utf8');
const example = (heading: string): string => {
  const section = text.split('\n## ').find((one) => one.startsWith(heading));
  return /```js\n(.*?)```/s.exec(section!)![1]!;
};

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title><body><h1>A shop</h1>
<script>window.askwell = (...call) => (askwell.q ??= []).push(call);</script>
<script async src="/dist/askwell.js" data-product="Acme" data-endpoint="/answers"
  data-when='[{"event":"invoice_paid"}]' data-manners-automation="false"></script>`;

describe('an example of docs/testing.md', () => {
  let host: Awaited<ReturnType<typeof installed>>;
  const write = (name: string, content: string): string => {
    writeFileSync(join(host.folder, name), content);
    return join(host.folder, name);
  };
  before(async () => {
    host = await installed(['vitest', 'happy-dom', '@playwright/test']);
    write('package.json', '{"type":"module"}');
  });
  after(() => host?.remove());

  it('in a browser prints what its comments say', async () => {
    const code = example('In a browser');
    const input = write('page.js', code);
    const { output } = (await build({
      configFile: false,
      root: host.folder,
      logLevel: 'error',
      build: { write: false, target: 'esnext', rolldownOptions: { input, output: { codeSplitting: false } } },
    })) as Rollup.RollupOutput;
    const site = await serveSite({ '/': { html: '<!doctype html><title>Test</title>' } });
    const { executablePath, args, env } = await chromium();
    const browser = await puppeteer.launch({ executablePath, args, headless: true, ...(env && { env }) });
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page
        .on('console', (line) => line.type() === 'log' && said.push(line.text()))
        .on('pageerror', (error) => said.push(String(error)));
      await page.goto(site.origin);
      const comments = [...code.matchAll(/console\.log.*\/\/ (.*)/g)].map(([, comment]) => comment);
      assert.equal(comments.length, 2);
      await page.evaluate(
        `import(URL.createObjectURL(new Blob([${JSON.stringify(output[0].code)}], { type: 'text/javascript' })))`,
      );
      assert.deepEqual(said, comments);
    } finally {
      await browser.close();
      await site.close();
    }
  });

  it('for Playwright passes', async () => {
    write('question.spec.js', example('Playwright'));
    const site = await serveSite({ '/': { html: PAGE }, '/answers': { html: '' } });
    const { executablePath, args } = await chromium();
    write(
      'playwright.config.js',
      `export default ${JSON.stringify({
        testMatch: 'question.spec.js',
        reporter: 'line',
        use: { baseURL: site.origin, launchOptions: { executablePath, args } },
      })}`,
    );
    const { code, output } = await command([
      'npx',
      'playwright',
      'test',
      '--config',
      join(host.folder, 'playwright.config.js'),
    ]);
    await site.close();
    assert.equal(code, 0, output);
    assert.match(output, /1 passed/);
  });

  it('for Vitest passes', async () => {
    write('question.test.js', example('Vitest'));
    const { code, output } = await command(['npx', 'vitest', 'run', '--root', host.folder, 'question.test.js']);
    assert.equal(code, 0, output);
    assert.match(output, /1 passed/);
  });
});
