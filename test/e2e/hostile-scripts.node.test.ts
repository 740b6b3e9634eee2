/** The built script tag beside scripts that make life hard for it. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answer, openHosts, score, shown, type Hosts } from './hostile-page.js';

describe('beside hostile scripts', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

  it('A15: a page that does nothing special, in a private window, gets its answer stored', async () => {
    const before = await hosts.rows();
    const { page, context, thrown, said } = await hosts.visit();
    await answer(page);
    assert.equal(await hosts.stored(before), 1);
    assert.deepEqual({ thrown, said }, { thrown: [], said: [] });
    await context.close();
  });

  // G8. The page's own code may need `fetch` no more than we do: only ours is called here.
  const FETCHES = {
    throws: 'window.fetch = () => { throw new Error("patched"); }',
    'returns nothing': 'window.fetch = () => {}',
    'never settles': 'window.fetch = () => new Promise(() => {})',
    'rejects twice':
      'window.fetch = () => { Promise.reject(new Error("orphan")).catch(() => {}); return Promise.reject(new TypeError("patched")); }',
  };
  for (const [what, init] of Object.entries(FETCHES)) {
    it(`G8: fetch that ${what}: thanks are said, nothing is thrown, and the answer is not lost`, async () => {
      const before = await hosts.rows();
      const { page, context, thrown } = await hosts.visit({ init });
      await answer(page);
      assert.deepEqual(thrown, []);
      await page.close();
      const next = await hosts.visit({ context });
      assert.equal(await hosts.stored(before), 1);
      assert.deepEqual(next.thrown, []);
      await context.close();
    });
  }

  it('G9: with the prototypes frozen it works', async () => {
    const init =
      'for (const type of [Object, Array, Function, Promise, String, Map, Set, Event, Error]) Object.freeze(type.prototype);';
    const { page, context, thrown } = await hosts.visit({ init });
    await answer(page);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G6: with the toJSON of Prototype.js 1.6 on the page the answer arrives whole', async () => {
    const before = new Set((await hosts.endpoint.rows()).map(({ id }) => id));
    const init = `for (const type of [Array, String, Number, Boolean, Date])
      type.prototype.toJSON = function () { return '"' + String(this) + '"'; };`;
    const { page, context, thrown } = await hosts.visit({ init });
    await score(page).check();
    await page.getByRole('textbox').fill('It works.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /thank/i }).waitFor();
    for (;;) {
      const row = (await hosts.endpoint.rows()).find(({ id, comment }) => !before.has(id) && comment);
      if (row) {
        assert.deepEqual([row.score, row.comment], [9, 'It works.']);
        break;
      }
    }
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('F7: what the page put on Object.prototype is no configuration', async () => {
    const init =
      "Object.prototype.endpoint = 'https://evil.example/'; Object.prototype.product = '<img src=x onerror=alert(1)>';";
    const { page, context, thrown, hosts: asked } = await hosts.visit({ init });
    await shown(page, 3000);
    assert.ok(![...asked].includes('evil.example'), [...asked].join());
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G10: clobbered names of the document are not believed', async () => {
    const head =
      '<img name="currentScript"><img name="cookie"><img name="body"><a name="baseURI"></a><a id="askwell"></a>';
    const before = await hosts.rows();
    const { page, context, thrown, said } = await hosts.visit({ head });
    await answer(page);
    assert.equal(await hosts.stored(before), 1);
    assert.deepEqual({ thrown, said }, { thrown: [], said: [] });
    await context.close();
  });

  it('G10: where even createElement is clobbered nothing is thrown', async () => {
    const { page, context, thrown } = await hosts.visit({ head: '<form name="createElement"></form>' });
    await shown(page, 1500);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G11 G12: the tag twice, and once more later, is one question', async () => {
    const { page, context, thrown } = await hosts.visit({ body: hosts.tag() });
    assert.ok(await shown(page));
    await page.evaluate((html) => {
      const again = document.createElement('script');
      again.src = `/dist/askwell.js?again`;
      for (const [, name, value] of html.matchAll(/(data-[\w-]+)="([^"]*)"/g)) again.setAttribute(name!, value!);
      document.head.append(again);
      return new Promise((resolve) => again.addEventListener('load', resolve));
    }, hosts.tag());
    await page.waitForTimeout(500);
    assert.equal(await score(page).count(), 1);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G11: somebody else has defined <ask-well>', async () => {
    const init = "customElements.define('ask-well', class extends HTMLElement {})";
    const { page, context, thrown } = await hosts.visit({ init });
    await shown(page, 2000);
    assert.deepEqual(thrown, []);
    await context.close();
  });
});
