import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium as browserType, type Browser } from 'playwright-core';
import { chromium } from '../tools/browsers.mjs';
import { root } from '../tools/command.js';

const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/** Two copies of the view, as two scripts of one page may bring; a host's own Lit stands before them. */
const PAGE = `
  globalThis.policies = [];
  const { createPolicy } = TrustedTypePolicyFactory.prototype;
  TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
    policies.push(name);
    return createPolicy.call(this, name, rules);
  };
  try { trustedTypes.createPolicy('lit-html', {}); } catch {}
  globalThis.loaded = Promise.all([import('/askwell-view.js'), import('/askwell-view.js?again')]).then(() => 'loaded', String);`;

let browser: Browser;
let server: Server;
let policy = '';
before(async () => {
  const files: Record<string, string> = {
    '/': '<!doctype html><script src="/page.js"></script>',
    '/page.js': PAGE,
    '/askwell-view.js': readFileSync(join(root, 'dist/askwell-view.js'), 'utf8'),
  };
  server = createServer(({ url }, response) => {
    const path = url!.split('?')[0]!;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(path in files ? 200 : 404, { 'content-type': type, 'content-security-policy': policy });
    response.end(files[path]);
  }).listen(0, '127.0.0.1');
  const { executablePath, args, env } = await chromium();
  browser = await browserType.launch({ executablePath, args, env });
});
after(async () => {
  await browser?.close();
  server?.close();
});

for (const [title, list] of [
  ['no list of policies', ''],
  ['a list with ours', '; trusted-types askwell'],
  ['a list with ours and the host’s', '; trusted-types lit-html askwell'],
  ['a list without ours', '; trusted-types lit-html'],
  ['a list that forbids all', "; trusted-types 'none'"],
] as const) {
  test(`the view loads twice, needs no policy and throws nothing under Trusted Types with ${title}`, async () => {
    policy = CSP + list;
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    assert.equal(await page.evaluate('loaded'), 'loaded');
    assert.deepEqual(errors, []);
    // That one is the host's own.
    assert.deepEqual(await page.evaluate('policies'), ['lit-html']);
    await page.close();
  });
}
