/** The built script tag where the page has broken one built-in of the browser. Numbers are those of test/faults/MATRIX.md. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openHosts, shown, type Hosts } from './hostile-page.js';

describe('with a built-in broken', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

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
  /**
   * `live()`: what browsers and people do to a page, the answer to the question included. By built-ins that were taken aside
   * before any was broken.
   */
  const LIFE = `
    const { setTimeout: later, Event, KeyboardEvent, InputEvent, MouseEvent, StorageEvent, Reflect, Text } = window;
    const { dispatchEvent } = EventTarget.prototype;
    const byPage = Document.prototype.querySelector, byRoot = DocumentFragment.prototype.querySelector;
    const fire = (target, event) => Reflect.apply(dispatchEvent, target, [event]);
    const find = (selector) => {
      const root = Reflect.apply(byPage, document, ['ask-well'])?.shadowRoot;
      return root && Reflect.apply(byRoot, root, [selector]);
    };
    const live = () => {
      for (const type of ['visibilitychange', 'freeze', 'resume', 'fullscreenchange', 'scroll', 'focusin', 'pointermove'])
        fire(document, new Event(type, { bubbles: true }));
      for (const type of ['popstate', 'hashchange', 'online', 'pagehide', 'pageshow', 'unhandledrejection'])
        fire(window, new Event(type));
      fire(window, new StorageEvent('storage', { key: 'askwell:device', newValue: '{}' }));
      fire(window, new StorageEvent('storage', { key: 'askwell:out/none', newValue: null }));
      fire(document.body, new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      fire(document.body, new MouseEvent('mouseout', { bubbles: true, clientY: 0 }));
      document.body.append(new Text('changed'));
      later(() => find('[value="9"]')?.click(), 0);
      later(() => {
        const field = find('textarea');
        if (!field) return;
        field.value = 'Words';
        fire(field, new InputEvent('input', { bubbles: true, composed: true }));
        fire(field, new KeyboardEvent('keydown', { key: 'b', bubbles: true, composed: true }));
      }, 100);
      later(() => find('[part~=send]')?.click(), 150);
      later(() => find('[part~=close]')?.click(), 350);
    };`;
  const fromTheBeginning = (harm: string): string =>
    `{${LIFE} addEventListener('load', () => later(live, 500)); ${harm}}`;
  const whileOpen = (harm: string): string =>
    `{${LIFE} addEventListener('askwell-shown', () => later(() => { ${harm} live(); }, 150))}`;

  it('G7: with nothing patched, what these tests do to a page is an answer', async () => {
    const before = await hosts.rows();
    const { context } = await hosts.visit({ init: whileOpen('') });
    assert.equal(await hosts.stored(before), 1);
    await context.close();
  });

  // Several pages at once, since most of the time is waiting for what must not come.
  describe('in many pages', { concurrency: 4 }, () => {
    for (const [when, way, wait] of [
      ['from the beginning', fromTheBeginning, 1000],
      ['while the question is open', whileOpen, 700],
    ] as const) {
      for (const name of GLOBALS) {
        // Not reached: what was promised before can only be heard by the `then` that is broken now.
        if (way === whileOpen && name === 'Promise.prototype.then') continue;
        it(`G7: with ${name} patched to throw ${when}, nothing is thrown into the page`, async () => {
          const { page, context, thrown, said } = await hosts.visit({ init: way(patched(name)) });
          if (way === whileOpen) await shown(page);
          await pause(wait);
          assert.deepEqual(thrown, []);
          assert.ok(said.length <= 1, said.join('\n'));
          await context.close();
        });
      }
    }
  });
});
