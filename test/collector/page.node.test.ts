/** The report page as people meet it: in a browser, on a phone and a screen, in both themes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { chromium as installed } from '../tools/browsers.mjs';
import { freshPglite } from './pglite.js';
import { employeeMessage, message } from './sample.js';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** J4: what has run in the reports of other survey tools. */
const SCRIPTS = [
  '<script>window.ran = 1</script>',
  '<img src=x onerror="window.ran=1">',
  '"><svg onload=window.ran=1>',
  'javascript:window.ran=1',
  '</li></ul><iframe srcdoc="<script>parent.ran=1</script>">',
  '{{constructor.constructor("window.ran=1")()}}',
  '<a href="javascript:window.ran=1">x</a>',
  '\u202e<b>',
];

describe('the report page', () => {
  let pglite: PGlite;
  let collect: Collector;
  let server: Server;
  let browser: Browser;
  let address: string;
  before(async () => {
    pglite = await freshPglite();
    collect = createCollector({ database: { pglite }, token: 'known-token', rate: false });
    server = createServer(getRequestListener(collect)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const customers = Array.from({ length: 90 }, (_, n) =>
      message({
        at: new Date(Date.UTC(2026, n % 10, 5)).toISOString(),
        score: n % 11,
        context: { properties: { branch: ['North', 'South', SCRIPTS[1]!][n % 3] } },
        ...(n < SCRIPTS.length && { comment: SCRIPTS[n]!, reasons: [SCRIPTS[n]!] }),
        ...(n % 11 < 3 && { contact: { ok: true, email: 'ann@example.com' } }),
        survey: { id: n % 2 ? 'nps' : SCRIPTS[0]!, kind: 'relational', wave: 'w', trigger: 't' },
        shown: { ...message().shown, layout: n % 10 > 5 ? 'bar' : 'corner' },
      }),
    );
    const employees = Array.from({ length: 12 }, (_, n) =>
      employeeMessage({ score: n % 11, comment: SCRIPTS[n % SCRIPTS.length]! }),
    );
    for (const some of [customers, employees]) {
      const response = await collect(
        new Request(`${address}/v1/messages`, { method: 'POST', body: JSON.stringify(some) }),
      );
      assert.equal(response.status, 202, await response.text());
    }
    browser = await chromium.launch(await installed());
  });
  after(async () => {
    await browser?.close();
    server.close();
    server.closeAllConnections();
    await collect.close();
    await pglite.close();
  });

  /** A reader who has signed in, with everything that the browser complained about. */
  async function reader(width: number, colorScheme: 'light' | 'dark'): Promise<{ page: Page; troubles: string[] }> {
    const page = await (
      await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false })
    ).newPage();
    await page.goto(address);
    await page.getByLabel('Token of this collector').fill('known-token');
    const troubles: string[] = [];
    page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.getByRole('button', { name: 'Open the report' }).press('Enter');
    await page.getByRole('heading', { name: 'Trend' }).waitFor();
    return { page, troubles };
  }

  for (const width of [320, 390, 1280]) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible and fits at ${width} px, ${theme}`, async () => {
        const { page, troubles } = await reader(width, theme);
        for (const summary of await page.locator('summary').all()) await summary.click();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
        // In a world of its own, where the policy of the page does not hold the checker back.
        const session = await page.context().newCDPSession(page);
        const { frameTree } = await session.send('Page.getFrameTree');
        const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
          frameId: frameTree.frame.id,
        });
        await session.send('Runtime.evaluate', { expression: AXE, contextId });
        const { result } = await session.send('Runtime.evaluate', {
          expression: `axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(' '))])))`,
          contextId,
          awaitPromise: true,
          returnByValue: true,
        });
        assert.deepEqual(JSON.parse(result.value as string), []);
        assert.deepEqual(troubles, []);
        await page.context().close();
      });
    }
  }

  it('J4: shows scripts in comments, reasons, surveys and branches as text, and runs none', async () => {
    const { page, troubles } = await reader(1280, 'light');
    const text = await page.locator('main').innerText();
    for (const script of SCRIPTS.slice(0, 4)) assert.ok(text.includes(script), script);
    assert.equal(await page.evaluate(() => (window as { ran?: number }).ran), undefined);
    assert.equal(await page.locator('main script, main iframe, main img').count(), 0);
    assert.deepEqual(troubles, []);
    await page.context().close();
  });

  it('needs no script: filters, search and the loop are forms and links', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByLabel('Token of this collector').fill('known-token');
    await page.getByRole('button', { name: 'Open the report' }).click();
    await page.getByLabel('Survey').selectOption('nps');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match(await page.locator('[data-n]').first().innerText(), /^45 answers/);
    await page.getByLabel('Words').fill('onload');
    await page.getByRole('button', { name: 'Search' }).click();
    assert.match(page.url(), /survey=nps/);
    const card = page.locator('.card').first();
    await card.getByText('Owner and reason').click();
    await card.getByLabel('Owner').fill('Bo');
    await card.getByRole('button', { name: 'Mark as contacted' }).click();
    assert.match(await page.locator('#loop + p').innerText(), /1 contacted/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    assert.ok(await page.getByLabel('Token of this collector').isVisible());
    await context.close();
  });

  it('says in words what is wrong with an address, and shows no fault of its own', async () => {
    const { page } = await reader(390, 'light');
    await page.goto(`${address}/?from=lately`);
    assert.match(await page.getByRole('alert').innerText(), /^from must be a day/);
    await page.context().close();
  });
});
