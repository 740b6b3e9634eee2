/** The built script tag in documents that are rare today, and on one that never rests. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answer, openHosts, score, shown, type Hosts } from './hostile-page.js';

describe('in an odd document', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

  const WORKING: Record<string, { is: string; headers?: Record<string, string>; document(tag: string): string }> = {
    'G19: in quirks mode': {
      is: "document.compatMode === 'BackCompat'",
      document: (tag) => `<html lang="en"><title>A shop</title>${tag}<h1>A shop</h1>`,
    },
    'G19: XHTML': {
      is: "document.contentType === 'application/xhtml+xml'",
      headers: { 'content-type': 'application/xhtml+xml' },
      document: (tag) =>
        `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A shop</title>${tag.replace(' async ', ' async="async" ')}</head><body><h1>A shop</h1></body></html>`,
    },
    'G19: above a frameset': {
      is: "document.body.localName === 'frameset' && frames.length === 2",
      document: (tag) =>
        `<html lang="en"><head><title>A shop</title>${tag}</head><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset></html>`,
    },
    'G19: without a head, a body or a language': { is: '!document.documentElement.lang', document: (tag) => tag },
  };
  for (const [what, setting] of Object.entries(WORKING)) {
    it(`${what}: asks, and stores the answer`, async () => {
      const before = await hosts.rows();
      const { page, context, thrown } = await hosts.visit(setting);
      assert.ok(await page.evaluate(setting.is), setting.is);
      await answer(page);
      assert.equal(await hosts.stored(before), 1);
      assert.deepEqual(thrown, []);
      await context.close();
    });
  }

  it('G19: document.write after the question is shown wipes it, and what is written stays', async () => {
    const { page, context, thrown } = await hosts.visit();
    assert.ok(await shown(page));
    await page.evaluate(() => {
      // oxlint-disable-next-line typescript/no-deprecated -- that is what some pages do.
      document.write('<title>New</title><h1>Written</h1>');
      document.close();
    });
    await page.evaluate('askwell.explain()');
    assert.equal(await page.locator('h1').textContent(), 'Written');
    assert.equal(await score(page).count(), 0);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G18: a page that changes 2,000 nodes a second and never rests is asked all the same', async () => {
    const before = await hosts.rows();
    const { page, context, thrown } = await hosts.visit({
      body: '<ul></ul>',
      init: `addEventListener('load', () => {
        const list = document.querySelector('ul');
        let n = 0;
        const { port1, port2 } = new MessageChannel();
        // 40 nodes, then busy until the next 20 ms: a new task at once, and none without work.
        port2.onmessage = () => {
          for (let k = 0; k < 40; k++, n++) {
            list.append(Object.assign(document.createElement('li'), { textContent: n }));
            if (n > 200) list.firstChild.remove();
          }
          for (const until = performance.now() + 20; performance.now() < until; );
          window.changed = n;
          port1.postMessage(0);
        };
        port1.postMessage(0);
      })`,
    });
    await score(page).waitFor({ state: 'attached', timeout: 30_000 });
    await page.evaluate(() => {
      const root = document.querySelector('ask-well')!.shadowRoot!;
      root.querySelector<HTMLElement>('[value="9"]')!.click();
    });
    assert.equal(await hosts.stored(before), 1);
    assert.ok(Number(await page.evaluate('window.changed')) > 200);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('H8: a file that is not the one of the integrity attribute does not run, and the next page with the right one does', async () => {
    const file = await readFile(join(import.meta.dirname, '../../dist/askwell.js'));
    const integrity = (bytes: Buffer | string): string =>
      `integrity="sha384-${createHash('sha384').update(bytes).digest('base64')}"`;
    const wrong = await hosts.visit({ more: integrity('tampered') });
    await wrong.page.waitForLoadState('load');
    assert.equal(await wrong.page.evaluate('typeof window.askwell'), 'undefined');
    assert.deepEqual(wrong.thrown, []);
    const before = await hosts.rows();
    const right = await hosts.visit({ more: integrity(file), context: wrong.context });
    await answer(right.page);
    assert.equal(await hosts.stored(before), 1);
    assert.deepEqual(right.thrown, []);
    await wrong.context.close();
  });
});
