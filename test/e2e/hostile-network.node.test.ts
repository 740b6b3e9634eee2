/** The built script tag where the way to the endpoint is closed. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { randomFrom } from '../model/random.js';
import { answer, openHosts, type Hosts } from './hostile-page.js';

describe('where requests do not get through', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
    hosts.endpoint.random = randomFrom(1);
  });
  after(() => hosts?.close());

  for (const preflight of ['refused', 'endless'] as const) {
    it(`B14: a preflight that is ${preflight}: thanks are said, and the answer is stored when the endpoint lets it in`, async () => {
      const before = await hosts.rows();
      hosts.endpoint.preflight = preflight;
      const more = 'data-endpoint-format="json"';
      const { page, context, thrown } = await hosts.visit({ more });
      await answer(page);
      await page.close();
      assert.equal((await hosts.rows()) - before, 0, 'it is JSON to another origin, so it cannot get in');
      hosts.endpoint.heal();
      const again = await hosts.visit({ more, context });
      assert.equal(await hosts.stored(before), 1);
      assert.deepEqual([...thrown, ...again.thrown], []);
      await context.close();
    });
  }

  it('B16: a page that has used up the budget of keepalive: the answer goes without it', async () => {
    const before = await hosts.rows();
    hosts.endpoint.weather = 'hang';
    const hold = `<script>held = fetch('http://127.0.0.1:${hosts.endpoint.port}/answers', { method: 'POST', keepalive: true, body: 'x'.repeat(65500) }).catch(() => {});
      const { fetch: own } = window; flags = [];
      window.fetch = (url, options) => { flags.push(options.keepalive); return own(url, options); };</script>`;
    const { page, context, thrown } = await hosts.visit({ head: hold });
    await page.waitForFunction(() => document.querySelector('ask-well'));
    hosts.endpoint.weather = 'ok';
    await answer(page);
    assert.equal(await hosts.stored(before), 1);
    const flags = (await page.evaluate('flags')) as boolean[];
    assert.ok(flags.includes(true) && flags.includes(false), `tried with and without: ${flags.join()}`);
    assert.deepEqual(thrown, []);
    hosts.endpoint.heal();
    await context.close();
  });
});
