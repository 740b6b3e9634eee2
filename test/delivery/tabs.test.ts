import { expect } from '@open-wc/testing';
import { createOutbox } from '../../src/delivery/outbox.js';
import { bench, message, type Bench } from './bench.js';

describe('the outbox among tabs, and when the page is left', () => {
  let page: Bench;
  beforeEach(async () => {
    page = await bench();
  });
  afterEach(() => page.close());

  const otherTab = () =>
    createOutbox({
      durable: page.durable,
      local: () => localStorage,
      endpoint: '/answers',
      version: '1.0.0',
      name: page.name,
      now: () => page.now,
      random: () => 1,
    });
  /** What the browser does in the other tabs when one changes localStorage. */
  const tellOthers = (key: string) => dispatchEvent(new StorageEvent('storage', { key, newValue: null, oldValue: '' }));
  const keyOf = (n: number) => `${page.name}:out/${message(n).id}.1`;

  it('D4: what another tab delivered is not sent again', async () => {
    page.script = ['down'];
    await page.outbox.post(message());
    await page.settle();
    page.requests.length = 0;
    page.script = [202];
    const other = otherTab();
    await page.settle();
    await other.flush('online');
    expect(page.requests).to.have.length(1);
    tellOthers(keyOf(1));
    dispatchEvent(new Event('online'));
    await page.settle();
    expect(page.requests).to.have.length(1);
    expect(await page.outbox.waiting()).to.equal(0);
    other.stop();
  });

  it('D4: a tab that does not get its turn comes back later', async () => {
    if (!navigator.locks) throw new Error('this engine has no Web Locks');
    page.script = ['down', 202];
    await page.outbox.post(message());
    let release = () => {};
    const held = () =>
      new Promise<void>((resolve) => {
        release = resolve;
      });
    void LockManager.prototype.request.call(navigator.locks, `${page.name}:out`, {}, held);
    await page.pass(1000);
    expect(page.requests).to.have.length(1);
    release();
    await page.pass(2000);
    expect(page.requests).to.have.length(2);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('D6: without Web Locks it delivers as well', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    page.script = ['down', 202];
    await page.outbox.post(message());
    await page.pass(1000);
    delete (navigator as any).locks;
    expect(page.requests).to.have.length(2);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('A1: with Web Locks denied it delivers as well', async () => {
    (navigator.locks as any).request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    page.script = ['down', 202];
    await page.outbox.post(message());
    await page.pass(1000);
    expect(page.requests).to.have.length(2);
  });

  it('clearing the whole storage is not mistaken for a delivery', async () => {
    page.script = ['down'];
    await page.outbox.post(message());
    dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }));
    expect(await page.outbox.waiting()).to.equal(1);
  });

  it('C1: a request is under way before post() returns, with keepalive', () => {
    page.script = ['hang'];
    void page.outbox.post(message());
    expect(page.requests.map(({ init }) => init.keepalive)).to.deep.equal([true]);
  });

  it('C2: leaving hands over at once what is due, with keepalive, and without storage or lock', async () => {
    page.script = ['down'];
    await page.outbox.post(message());
    await page.settle();
    page.now += 1500;
    page.script = [202];
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(page.requests).to.have.length(2);
    expect(page.requests[1]!.init.keepalive).to.equal(true);
    await page.settle();
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('leaving sends nothing that is on its way, that rests, or that the endpoint asked to wait for', async () => {
    page.script = ['hang', { status: 503, retryAfter: '60' }];
    void page.outbox.post(message(1));
    void page.outbox.post(message(2));
    await page.settle();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(page.requests).to.have.length(2);
  });

  it('a revision that comes while the page is left does not wait for the one that is on its way', async () => {
    page.script = ['hang'];
    void page.outbox.post(message(1, 1));
    void page.outbox.post(message(1, 2));
    expect(page.requests).to.have.length(1);
    page.outbox.leave();
    expect(page.requests.map(({ body }) => body.revision)).to.deep.equal([1, 2]);
  });

  it('C6: coming back from the back/forward cache is a page view', async () => {
    page.script = [404];
    await page.outbox.post(message());
    await page.settle();
    page.now += 3_600_001;
    page.script = [202];
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.settle();
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('becoming visible again sends what is due', async () => {
    page.script = [503];
    await page.outbox.post(message());
    await page.settle();
    page.now += 1500;
    page.script = [202];
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await page.settle();
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('stopping lets go of the page: no timer, no listener', async () => {
    page.script = ['down'];
    await page.outbox.post(message());
    await page.settle();
    page.outbox.stop();
    await page.pass(60_000);
    for (const type of ['online', 'pageshow', 'pagehide']) dispatchEvent(new Event(type));
    await page.settle();
    expect(page.requests).to.have.length(1);
  });
});
