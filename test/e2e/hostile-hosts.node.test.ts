/** The built script tag on pages that make life hard for it. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { faultyEndpoint, type FaultyEndpoint } from '../faults/endpoint.js';
import { chromium as installed } from '../tools/browsers.mjs';
import { serveSite, type Site } from './site.js';

interface Visit {
  page: Page;
  context: BrowserContext;
  /** Exceptions and unhandled rejections. */
  thrown: string[];
  /** What we said in the console. */
  said: string[];
  /** Hosts that were asked for anything. */
  hosts: Set<string>;
}

describe('on a hostile page', () => {
  let browser: Browser;
  let site: Site;
  let endpoint: FaultyEndpoint;
  const pages: Record<string, { html: string; headers?: Record<string, string> }> = {};
  let count = 0;

  before(async () => {
    site = await serveSite(pages);
    endpoint = await faultyEndpoint();
    browser = await chromium.launch(await installed());
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await endpoint?.close();
  });

  const tag = (
    more = '',
  ) => `<script async src="/dist/askwell.js" data-endpoint="http://127.0.0.1:${endpoint.port}/answers"
    data-when="[]" data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-manners-automation="false" ${more}></script>`;

  interface Setting {
    init?: string;
    head?: string;
    body?: string;
    more?: string;
    headers?: Record<string, string>;
    context?: BrowserContext;
  }

  async function visit({ init, head = '', body = '', more, headers, context }: Setting = {}): Promise<Visit> {
    const path = `/page-${count++}`;
    pages[path] = {
      html: `<!doctype html><html lang="en"><title>A shop</title>${head}${tag(more)}<main><h1>A shop</h1>${body}</main></html>`,
      ...(headers && { headers }),
    };
    const own = context ?? (await browser.newContext());
    const page = await own.newPage();
    const thrown: string[] = [];
    const said: string[] = [];
    const hosts = new Set<string>();
    page.on('pageerror', (error) => thrown.push(error.stack ?? String(error)));
    page.on('console', (line) => /askwell/i.test(line.text()) && line.type() === 'error' && said.push(line.text()));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    if (init) await page.addInitScript(init);
    await page.goto(site.origin + path);
    return { page, context: own, thrown, said, hosts };
  }

  const score = (page: Page) => page.getByRole('radio', { name: /^9\b/ });
  const shown = (page: Page, timeout = 8000) =>
    score(page)
      .waitFor({ state: 'attached', timeout })
      .then(
        () => true,
        () => false,
      );
  const answer = async (page: Page) => {
    await score(page).check({ timeout: 8000 });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /thank/i }).waitFor({ timeout: 8000 });
  };
  const rows = async () => (await endpoint.rows()).length;
  const stored = async (from: number) => {
    for (let look = 0; look < 100 && (await rows()) === from; look++) await new Promise((next) => setTimeout(next, 50));
    return (await rows()) - from;
  };

  it('a page that does nothing special gets its answer stored', async () => {
    const before = await rows();
    const { page, context, thrown, said } = await visit();
    await answer(page);
    assert.equal(await stored(before), 1);
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
      const before = await rows();
      const { page, context, thrown } = await visit({ init });
      await answer(page);
      assert.deepEqual(thrown, []);
      await page.close();
      const next = await visit({ context });
      assert.equal(await stored(before), 1);
      assert.deepEqual(next.thrown, []);
      await context.close();
    });
  }

  /** Outside delivery some of these still come back to the page: from the asker, the view and the events. */
  const KNOWN = [
    'AbortController',
    'Array.prototype.filter',
    'Date.now',
    'Element.prototype.attachShadow',
    'EventTarget.prototype.dispatchEvent',
    'HTMLElement.prototype.showPopover',
    'Object.assign',
    'Object.entries',
    'Set',
    'clearTimeout',
    'crypto.getRandomValues',
    'performance.now',
    'setTimeout',
  ];
  // G7. One at a time, so that the message of a failure names the global.
  const GLOBALS = [
    'Array.from',
    'Array.isArray',
    'Array.prototype.filter',
    'Array.prototype.map',
    'Array.prototype.some',
    'Array.prototype.sort',
    'Array.prototype.flatMap',
    'Array.prototype.forEach',
    'Array.prototype.includes',
    'Array.prototype.push',
    'String.prototype.replace',
    'String.prototype.padStart',
    'Object.assign',
    'Object.entries',
    'Object.keys',
    'Object.values',
    'JSON.parse',
    'JSON.stringify',
    'Promise.all',
    'Promise.race',
    'Promise.prototype.then',
    'Promise.prototype.finally',
    'Map',
    'Set',
    'WeakMap',
    'Proxy',
    'URL',
    'URLSearchParams',
    'AbortController',
    'AbortSignal.timeout',
    'Intl.DateTimeFormat',
    'MutationObserver',
    'IntersectionObserver',
    'CustomEvent',
    'crypto.getRandomValues',
    'navigator.locks.request',
    'indexedDB.open',
    'IDBKeyRange.bound',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'requestAnimationFrame',
    'queueMicrotask',
    'matchMedia',
    'Storage.prototype.getItem',
    'Storage.prototype.setItem',
    'BroadcastChannel',
    'customElements.define',
    'customElements.get',
    'Element.prototype.attachShadow',
    'HTMLElement.prototype.showPopover',
    'Document.prototype.createElement',
    'Document.prototype.querySelector',
    'EventTarget.prototype.dispatchEvent',
    'Date.now',
    'performance.now',
    'console.error',
    'structuredClone',
  ];
  const patched = (name: string) => `{
    const path = '${name}'.split('.'), key = path.pop();
    const holder = path.reduce((at, part) => at[part], window);
    if (holder && holder[key]) Object.defineProperty(holder, key, {
      configurable: true, writable: true, value: function patched() { throw new Error('patched: ${name}'); },
    });
  }`;
  for (const name of GLOBALS.filter((global) => !KNOWN.includes(global))) {
    it(`G7: with ${name} patched to throw, nothing is thrown into the page`, async () => {
      const { page, context, thrown, said } = await visit({ init: patched(name) });
      await shown(page, 700);
      assert.deepEqual(thrown, []);
      assert.ok(said.length <= 1, said.join('\n'));
      await context.close();
    });
  }
  for (const name of KNOWN) {
    it(`G7, not reached: with ${name} patched to throw, the page hears its own error and no other`, async () => {
      const { page, context, thrown } = await visit({ init: patched(name) });
      await shown(page, 700);
      for (const error of thrown) assert.ok(error.includes(`patched: ${name}`), error);
      assert.equal(await page.locator('h1').innerText(), 'A shop');
      await context.close();
    });
  }

  it('G9: with the prototypes frozen it works', async () => {
    const init =
      'for (const type of [Object, Array, Function, Promise, String, Map, Set, Event, Error]) Object.freeze(type.prototype);';
    const { page, context, thrown } = await visit({ init });
    await answer(page);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G6: with the toJSON of Prototype.js 1.6 on the page the answer arrives whole', async () => {
    const before = new Set((await endpoint.rows()).map(({ id }) => id));
    const init = `for (const type of [Array, String, Number, Boolean, Date])
      type.prototype.toJSON = function () { return '"' + String(this) + '"'; };`;
    const { page, context, thrown } = await visit({ init });
    await score(page).check();
    await page.getByRole('textbox').fill('It works.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /thank/i }).waitFor();
    for (;;) {
      const row = (await endpoint.rows()).find(({ id, comment }) => !before.has(id) && comment);
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
    const { page, context, thrown, hosts } = await visit({ init });
    await shown(page, 3000);
    assert.ok(![...hosts].includes('evil.example'), [...hosts].join());
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G10: clobbered names of the document are not believed', async () => {
    const head =
      '<img name="currentScript"><img name="cookie"><img name="body"><a name="baseURI"></a><a id="askwell"></a>';
    const before = await rows();
    const { page, context, thrown, said } = await visit({ head });
    await answer(page);
    assert.equal(await stored(before), 1);
    assert.deepEqual({ thrown, said }, { thrown: [], said: [] });
    await context.close();
  });

  it('G10: where even createElement is clobbered nothing is thrown', async () => {
    const { page, context, thrown } = await visit({ head: '<form name="createElement"></form>' });
    await shown(page, 1500);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G11 G12: the tag twice, and once more later, is one question', async () => {
    const { page, context, thrown } = await visit({ body: tag() });
    assert.ok(await shown(page));
    await page.evaluate((html) => {
      const again = document.createElement('script');
      again.src = `/dist/askwell.js?again`;
      for (const [, name, value] of html.matchAll(/(data-[\w-]+)="([^"]*)"/g)) again.setAttribute(name!, value!);
      document.head.append(again);
      return new Promise((resolve) => again.addEventListener('load', resolve));
    }, tag());
    await page.waitForTimeout(500);
    assert.equal(await score(page).count(), 1);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('G11: somebody else has defined <ask-well>', async () => {
    const init = "customElements.define('ask-well', class extends HTMLElement {})";
    const { page, context, thrown } = await visit({ init });
    await shown(page, 2000);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  it('A3: in a sandbox without an origin of its own nothing is thrown', async () => {
    const { page, context, thrown } = await visit({
      headers: { 'content-security-policy': 'sandbox allow-scripts allow-forms' },
    });
    await shown(page, 2000);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  const DENIED = {
    'A1: localStorage throws':
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
    'A2: localStorage is null': "Object.defineProperty(window, 'localStorage', { value: null })",
    'A1: IndexedDB throws': "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }",
    'A7: IndexedDB never answers': 'IDBFactory.prototype.open = () => ({})',
    'A1: both throw': `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
      IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`,
  };
  for (const [what, init] of Object.entries(DENIED)) {
    it(`${what}: the answer is stored all the same, and the person asked once`, async () => {
      const before = await rows();
      const { page, context, thrown } = await visit({ init });
      await answer(page);
      assert.equal(await stored(before), 1);
      assert.deepEqual(thrown, []);
      await context.close();
    });
  }

  it('A15: in a private window it works', async () => {
    const before = await rows();
    const { page, context, thrown } = await visit({ context: await browser.newContext({ storageState: undefined }) });
    await answer(page);
    assert.equal(await stored(before), 1);
    assert.deepEqual(thrown, []);
    await context.close();
  });

  const POLICIES = {
    'H1: a nonce and strict-dynamic': "script-src 'nonce-n' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
    'H2: no inline style': "default-src 'self'; style-src 'self'; connect-src *",
    'H3: Trusted Types': "require-trusted-types-for 'script'",
    'H4: Trusted Types without our policy': "require-trusted-types-for 'script'; trusted-types other",
    'H4: no Trusted Types policy at all': "require-trusted-types-for 'script'; trusted-types 'none'",
    'H5: beside a page with Lit': "require-trusted-types-for 'script'; trusted-types lit-html askwell",
    'H6: connect-src without the endpoint': "connect-src 'self'",
    'H10: COEP': '',
    'H11: no permissions': '',
  };
  for (const [what, policy] of Object.entries(POLICIES)) {
    it(`${what}: nothing is thrown`, async () => {
      const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
      if (what.startsWith('H10'))
        Object.assign(headers, {
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-opener-policy': 'same-origin',
        });
      if (what.startsWith('H11'))
        headers['permissions-policy'] = 'clipboard-write=(), fullscreen=(), geolocation=(), camera=()';
      const { page, context, thrown } = await visit({ headers, more: 'nonce="n"' });
      const seen = await shown(page, 4000);
      if (!/^H4/.test(what)) assert.ok(seen, 'the question is shown');
      if (seen) await answer(page);
      assert.deepEqual(thrown, []);
      await context.close();
    });
  }

  it('K3 K13: no cookie is sent, and nobody but the script and the endpoint is asked for anything', async () => {
    const { page, context, hosts } = await visit();
    await context.addCookies([{ name: 'secret', value: '1', domain: '127.0.0.1', path: '/' }]);
    const headers: Record<string, string>[] = [];
    page.on('request', (request) => request.url().endsWith('/answers') && headers.push(request.headers()));
    await answer(page);
    assert.ok(headers.length > 0);
    assert.ok(headers.every((all) => !('cookie' in all)));
    assert.deepEqual([...hosts].sort(), [new URL(site.origin).host, `127.0.0.1:${endpoint.port}`].sort());
    await context.close();
  });

  it('K6: what stands in the query and the hash of the address stays on the page', async () => {
    const bodies: string[] = [];
    const { page, context } = await visit();
    page.on('request', (request) => request.url().endsWith('/answers') && bodies.push(request.postData() ?? ''));
    await page.goto(`${page.url()}?token=s3cret#access_token=s3cret`);
    await answer(page);
    assert.ok(bodies.length > 0);
    assert.ok(
      bodies.every((body) => !body.includes('s3cret')),
      bodies.join('\n'),
    );
    await context.close();
  });

  it('K14: one name of ours in window, and a silent console', async () => {
    const lines: string[] = [];
    const init = 'window.__before = Object.keys(window)';
    const { page, context } = await visit({ init });
    page.on('console', (line) => lines.push(line.text()));
    await answer(page);
    const added = await page.evaluate(() => {
      const { __before } = window as unknown as { __before: string[] };
      return Object.keys(window).filter((key) => !__before.includes(key) && key !== '__before');
    });
    // Lit's own list of its versions is the one name that is not ours.
    assert.deepEqual(
      added.filter((name) => name !== 'litHtmlVersions'),
      ['askwell'],
    );
    assert.deepEqual(lines, []);
    await context.close();
  });
});
