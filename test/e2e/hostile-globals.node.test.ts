/** The built script tag where the page has broken one built-in of the browser. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHosts, shown, type Hosts } from './hostile-page.js';

describe('with a built-in broken', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

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
      const { page, context, thrown, said } = await hosts.visit({ init: patched(name) });
      await shown(page, 700);
      assert.deepEqual(thrown, []);
      assert.ok(said.length <= 1, said.join('\n'));
      await context.close();
    });
  }
  for (const name of KNOWN) {
    it(`G7, not reached: with ${name} patched to throw, the page hears its own error and no other`, async () => {
      const { page, context, thrown } = await hosts.visit({ init: patched(name) });
      await shown(page, 700);
      for (const error of thrown) assert.ok(error.includes(`patched: ${name}`), error);
      assert.equal(await page.locator('h1').innerText(), 'A shop');
      await context.close();
    });
  }
});
