/** The built script tag where the browser or the server denies it something. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answer, openHosts, shown, type Hosts } from './hostile-page.js';

describe('where something is denied', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

  it('A3: in a sandbox without an origin of its own nothing is thrown', async () => {
    const { page, context, thrown } = await hosts.visit({
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
      const before = await hosts.rows();
      const { page, context, thrown } = await hosts.visit({ init });
      await answer(page);
      assert.equal(await hosts.stored(before), 1);
      assert.deepEqual(thrown, []);
      await context.close();
    });
  }

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
      const { page, context, thrown } = await hosts.visit({
        headers,
        more: 'nonce="n"',
        init: `violations = []; addEventListener('securitypolicyviolation', (one) => violations.push(one.violatedDirective + ' ' + one.blockedURI))`,
      });
      const seen = await shown(page, 4000);
      assert.ok(seen, 'the question is shown');
      await answer(page);
      assert.deepEqual(thrown, []);
      // Nothing of ours needs more than its scripts and the endpoint.
      const forbidden = what.startsWith('H6') ? [`connect-src http://127.0.0.1:${hosts.endpoint.port}/answers`] : [];
      assert.deepEqual([...new Set(await page.evaluate<string[]>('violations'))], forbidden);
      await context.close();
    });
  }

  it('K3 K13: no cookie is sent, and nobody but the script and the endpoint is asked for anything', async () => {
    const { page, context, hosts: asked } = await hosts.visit();
    await context.addCookies([{ name: 'secret', value: '1', domain: '127.0.0.1', path: '/' }]);
    const headers: Record<string, string>[] = [];
    page.on('request', (request) => request.url().endsWith('/answers') && headers.push(request.headers()));
    await answer(page);
    assert.ok(headers.length > 0);
    assert.ok(headers.every((all) => !('cookie' in all)));
    assert.deepEqual([...asked].sort(), [new URL(hosts.origin).host, `127.0.0.1:${hosts.endpoint.port}`].sort());
    await context.close();
  });

  it('K6: what stands in the query and the hash of the address stays on the page', async () => {
    const bodies: string[] = [];
    const { page, context } = await hosts.visit();
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
    const { page, context } = await hosts.visit({ init });
    page.on('console', (line) => lines.push(line.text()));
    await answer(page);
    const added = await page.evaluate(() => {
      const { __before } = window as unknown as { __before: string[] };
      return Object.keys(window).filter((key) => !__before.includes(key) && key !== '__before');
    });
    assert.deepEqual(added, ['askwell']);
    assert.deepEqual(lines, []);
    await context.close();
  });
});
