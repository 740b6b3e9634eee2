/** The worked example of an interface of one's own: the demo page is driven as a person would, and what it sends is looked at. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Message } from '../../src/index.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** Waits for the last word about an ask. */
async function delivered(sent: Message[]): Promise<void> {
  while (!sent.some(({ final }) => final)) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('an interface of one’s own', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench?.close());

  async function visit(): Promise<{ page: Page; sent: Message[] }> {
    const context = await bench.browser.newContext();
    await context.addInitScript("Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })");
    const page = await context.newPage();
    const sent: Message[] = [];
    await page.route('**/collector/**', async (route) => {
      sent.push(route.request().postDataJSON() as Message);
      await route.fulfill({ status: 202, json: {} });
    });
    await page.goto(`${bench.origin}/own.html`);
    await page.getByText('Nothing is asked').waitFor();
    await page.getByRole('button', { name: 'Finish an export' }).click();
    await page.getByRole('spinbutton').waitFor();
    return { page, sent };
  }

  it('asks, takes the score at once and the comment at the end', async () => {
    const { page, sent } = await visit();
    await page.getByRole('spinbutton').fill('0');
    await page.getByRole('textbox').fill('It lost my file.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('status').filter({ hasText: 'Thank you' }).waitFor();
    await page.getByText('The answer is complete.').waitFor();
    await delivered(sent);
    const byRevision = sent.toSorted((one, other) => one.revision - other.revision);
    assert.deepEqual(
      byRevision.map(({ type, score, comment, final }) => [type, score, comment, final]),
      [
        ['asked', undefined, undefined, false],
        ['response', 0, undefined, false],
        ['response', 0, 'It lost my file.', true],
      ],
    );
    assert.equal(byRevision[0]!.shown.layout, 'own');
    await page.context().close();
  });

  it('leaves when told never to ask again', async () => {
    const { page, sent } = await visit();
    await page.getByRole('button', { name: "Don't ask me again" }).click();
    await page.getByText('Nothing is asked').waitFor();
    await delivered(sent);
    assert.equal(sent.at(-1)!.type, 'opted-out');
    await page.context().close();
  });
});
