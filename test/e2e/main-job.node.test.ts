/** The whole job on the built files: a person answers in a browser, the answer is a row in the store and a number in the report. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PGlite } from '@electric-sql/pglite';
import { chromium as installed } from '../tools/browsers.mjs';
import { serveCollector, serveSite, type Served, type Site } from './site.js';

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self' http://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types askwell";

describe('from the question to the report', () => {
  let browser: Browser;
  let site: Site;
  let collector: Served;
  let data: string;
  const pages: Record<string, { html: string; headers?: Record<string, string> }> = {};
  const report = async (path: string): Promise<Response> =>
    fetch(`${collector.url}${path}`, { headers: { authorization: 'Bearer secret-of-the-test' } });

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'askwell-e2e-'));
    site = await serveSite(pages);
    collector = await serveCollector('--data', data, '--token', 'secret-of-the-test', '--origin', site.origin);
    browser = await chromium.launch(await installed());
    const tag = `<script async src="/dist/askwell.js" data-endpoint="${collector.url}/v1/messages" data-product="Acme"
      data-when="[]" data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-manners-automation="false"></script>`;
    pages['/'] = {
      html: `<!doctype html><html lang="en"><title>A shop</title>${tag}<main><h1>A shop</h1></main></html>`,
      headers: { 'content-security-policy': STRICT },
    };
    pages['/quiet'] = {
      html: pages['/'].html
        .replace('data-throttle-min-visits="1"', 'data-throttle-min-visits="3"')
        .replace(collector.url, '/api'),
    };
    pages['/wrong'] = { html: pages['/'].html.replace('data-product', 'data-prodcut') };
  });
  after(async () => {
    await browser?.close();
    await collector?.stop();
    await site?.close();
    await rm(data, { recursive: true, force: true });
  });

  /** A new person on a new device, with everything that went wrong on the page and every file it asked for. */
  async function visit(path: string): Promise<{ page: Page; troubles: string[]; files: string[] }> {
    const page = await (await browser.newContext()).newPage();
    const troubles: string[] = [];
    const files: string[] = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && !/favicon/.test(message.location().url) && troubles.push(message.text()),
    );
    page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await page.goto(site.origin + path);
    return { page, troubles, files };
  }

  it('keeps the score and then the comment of one person as one row, under a strict policy', async () => {
    const { page, troubles } = await visit('/');
    await page.getByRole('radio', { name: /^9\b/ }).check();
    await page.getByRole('textbox').fill('It does what it says.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /thank/i }).waitFor();
    await assert.doesNotReject(
      until(async () => ((await (await report('/v1/report.json')).json()) as { nps: { n: number } }).nps.n === 1),
    );
    const { nps } = (await (await report('/v1/report.json')).json()) as {
      nps: { score: number; n: number; method: string };
    };
    assert.equal(nps.score, 100);
    assert.equal(nps.method, 'adjusted-wald');
    assert.match(await (await report('/')).text(), /It does what it says\./);
    assert.deepEqual(troubles, []);
  });

  it('asks the same person nothing on the next page view', async () => {
    const { page } = await visit('/');
    await page.getByRole('radio', { name: /^0\b/ }).check();
    await page.reload();
    const decision = await page.waitForFunction(() =>
      (window as never as { askwell: { explain?(): Promise<unknown> } }).askwell.explain?.(),
    );
    const { eligible, gates } = (await decision.jsonValue()) as {
      eligible: boolean;
      gates: { code: string; pass: boolean }[];
    };
    assert.equal(eligible, false);
    assert.deepEqual(
      gates.filter(({ pass }) => !pass).map(({ code }) => code),
      ['after-answer'],
    );
    assert.equal(await page.getByRole('radio').count(), 0);
  });

  it('costs a page view on which nobody is asked the script and nothing else', async () => {
    const { page, files } = await visit('/quiet');
    await page.waitForFunction(() => 'explain' in (window as never as { askwell: object }).askwell);
    assert.deepEqual(
      files.filter((file) => file.startsWith('/dist/')),
      ['/dist/askwell.js'],
    );
  });

  it('says a wrong attribute once, with the nearest right one, and asks nobody', async () => {
    const { page, troubles } = await visit('/wrong');
    await until(async () => troubles.length > 0);
    assert.equal(troubles.length, 1);
    assert.match(troubles[0]!, /prodcut/);
    assert.match(troubles[0]!, /product/);
    assert.equal(await page.getByRole('radio').count(), 0);
  });

  it('finds the answers again after the collector was stopped, in the file of its database', async () => {
    await collector.stop();
    const db = await PGlite.create(data);
    const { rows } = await db.query<{ score: number; n: number }>(
      "select score, count(*)::int as n from asks where type = 'response' group by score order by score",
    );
    await db.close();
    assert.deepEqual(rows, [
      { score: 0, n: 1 },
      { score: 9, n: 1 },
    ]);
  });
});

/** Looks again until it holds; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 25));
}
