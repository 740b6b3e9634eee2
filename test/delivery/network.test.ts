import { expect } from '@open-wc/testing';
import { bench, message, type Bench, type Script } from './bench.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the outbox against the network', () => {
  let page: Bench;
  beforeEach(async () => {
    page = await bench();
  });
  afterEach(() => page.close());

  const sent = () => page.requests.map(({ body }) => `${+body.id.slice(-3)}.${body.revision}`);
  const post = async (...numbers: number[]) => {
    for (const n of numbers) await page.outbox.post(message(n));
    await page.settle();
  };

  it('B1: an unreachable endpoint is tried again after 1 s, 2 s, 4 s …, each time with the same key', async () => {
    page.script = ['down'];
    await post(1);
    await page.pass(5 * MINUTE);
    const times = page.requests.map(({ at }) => at - page.requests[0]!.at);
    expect(times).to.deep.equal([0, 1000, 3000, 7000, 15_000, 31_000]);
    expect(new Set(page.requests.map(({ headers }) => headers['Idempotency-Key'])).size).to.equal(1);
    expect(await page.outbox.waiting()).to.equal(1);
  });

  it('R12: no page view makes more than 8 requests, and retries leave two of them for answers to come', async () => {
    page.script = ['down'];
    await post(1, 2, 3);
    await page.pass(24 * HOUR);
    expect(page.requests).to.have.length(6);
    await post(4, 5, 6);
    expect(page.requests).to.have.length(8);
    dispatchEvent(new Event('online'));
    await page.settle();
    expect(page.requests).to.have.length(8);
    await page.nextPageView();
    await page.pass(HOUR);
    expect(page.requests).to.have.length(6);
    expect(await page.outbox.waiting()).to.equal(6);
  });

  for (const status of [408, 425, 429, 500, 502, 503, 504]) {
    it(`B5: after ${status} the answer is delivered when the endpoint is well again`, async () => {
      page.script = [status, status, 202];
      await post(1);
      await page.pass(10_000);
      expect(sent()).to.deep.equal(['1.1', '1.1', '1.1']);
      expect(await page.outbox.waiting()).to.equal(0);
      expect(page.events.map((event) => event.status)).to.deep.equal(['waiting', 'waiting', 'delivered']);
    });
  }

  it('B5: a reload does not start the waits anew', async () => {
    page.script = [503];
    await post(1);
    await page.pass(7000);
    expect((await page.outbox.diagnostics()).waiting[0]!.tries).to.equal(4);
    await page.nextPageView();
    await page.pass(7999);
    expect(page.requests).to.have.length(0);
    await page.pass(1);
    expect(page.requests).to.have.length(1);
  });

  const waits: [retryAfter: string, milliseconds: number][] = [
    ['3', 3000],
    ['Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1000],
    ['abc', 1000],
    ['999999999', 24 * HOUR],
  ];
  for (const [retryAfter, milliseconds] of waits) {
    it(`B6: Retry-After "${retryAfter}" is obeyed: ${milliseconds} ms`, async () => {
      page.script = [{ status: 503, retryAfter }, 202];
      await post(1);
      await page.pass(milliseconds - 1);
      expect(page.requests).to.have.length(1);
      await page.pass(1);
      expect(page.requests).to.have.length(2);
    });
  }

  it('B7: 429 stops everything for that endpoint, also in the next page view', async () => {
    page.script = ['down'];
    await post(1, 2, 3);
    page.script = [{ status: 429, retryAfter: '60' }];
    await page.pass(2000);
    const before = page.requests.length;
    await post(4);
    await page.pass(57_000);
    expect(page.requests).to.have.length(before);
    await page.nextPageView();
    await post(5);
    expect(page.requests).to.have.length(0);
    page.script = [202];
    await page.pass(3000);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  for (const status of [400, 413, 415, 422]) {
    it(`B8 B9: ${status} makes a dead letter: kept, said, not tried again, and it blocks nothing`, async () => {
      page.script = [status, 202];
      await page.outbox.post(message(1, 1, { comment: 'Keep me.' }));
      await page.settle();
      await post(2);
      await page.pass(24 * HOUR);
      expect(sent()).to.deep.equal(['1.1', '2.1']);
      expect(await page.outbox.waiting()).to.equal(0);
      const { dead } = await page.outbox.diagnostics();
      expect(dead.map((entry) => [entry.status, entry.message.comment])).to.deep.equal([[status, 'Keep me.']]);
      expect(page.events[0]).to.deep.equal({ id: message(1).id, revision: 1, status: 'failed', reason: `${status}` });
      expect(page.said.join()).to.contain(`endpoint: /answers answered ${status}; mend what it refuses`);
    });
  }

  it('a dead letter is sent again by hand', async () => {
    page.script = [422];
    await post(1);
    page.script = [202];
    expect(await page.outbox.retryFailed()).to.equal(1);
    await page.settle();
    expect(sent()).to.deep.equal(['1.1', '1.1']);
    expect((await page.outbox.diagnostics()).dead).to.deep.equal([]);
    expect(await page.durable.entries('')).to.deep.equal([]);
  });

  it('a dead letter survives the page view, and another release tries it once', async () => {
    page.script = [422];
    await post(1);
    await page.nextPageView();
    await page.pass(HOUR);
    expect(page.requests).to.have.length(0);
    for (const view of [1, 2]) {
      await page.nextPageView({ version: '1.0.1' });
      await page.pass(HOUR);
      expect(page.requests, `view ${view}`).to.have.length(view === 1 ? 1 : 0);
    }
    expect((await page.outbox.diagnostics()).dead).to.have.length(1);
  });

  for (const status of [401, 403, 404, 405, 410, 302]) {
    it(`B10 B11: ${status} is a wrong endpoint: kept, tried once per page view and per hour, named once`, async () => {
      page.script = [status];
      await post(1, 2, 3);
      await page.pass(24 * HOUR);
      expect(sent()).to.deep.equal(['1.1']);
      expect(page.said).to.have.length(1);
      expect(page.said.join()).to.match(
        new RegExp(`^endpoint: /answers answered ${status === 302 ? 'redirect' : status}; look at the address`),
      );
      expect(await page.outbox.waiting()).to.equal(3);
    });
  }

  it('B10: what a wrong endpoint refused is not tried within the hour, and delivered once the endpoint is right', async () => {
    page.script = [404];
    await post(1);
    await page.nextPageView();
    await page.pass(HOUR - 1001);
    expect(page.requests).to.have.length(0);
    page.script = [202];
    await page.nextPageView();
    await page.pass(5000);
    expect(sent()).to.deep.equal(['1.1']);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  for (const status of [200, 201, 202, 204]) {
    it(`B12: ${status} is delivered, whatever the body`, async () => {
      page.script = [status];
      await post(1);
      expect(await page.outbox.waiting()).to.equal(0);
    });
  }

  it('B4: a request that hangs counts as lost after 10 s', async () => {
    page.script = ['hang', 202];
    await post(1);
    await page.pass(9999);
    expect(page.requests).to.have.length(1);
    expect(page.requests[0]!.init.signal!.aborted).to.equal(false);
    await page.pass(1001);
    expect(page.requests[0]!.init.signal!.aborted).to.equal(true);
    expect(page.requests).to.have.length(2);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('B15 B16: after a failure the next request goes without keepalive', async () => {
    page.script = ['down', 202];
    await post(1);
    await page.pass(1000);
    expect(page.requests.map(({ init }) => init.keepalive)).to.deep.equal([true, false]);
  });

  it('B17: a blocked endpoint costs eight requests a page view and one answer kept', async () => {
    page.script = ['down'];
    await post(1);
    for (let i = 0; i < 20; i++) {
      await page.pass(MINUTE);
      dispatchEvent(new Event('online'));
      await page.settle();
    }
    expect(page.requests).to.have.length(8);
    expect(await page.outbox.waiting()).to.equal(1);
  });

  it('B18: what failed for want of a network is sent as soon as there is one', async () => {
    page.script = ['down'];
    await post(1);
    await page.pass(20_000);
    const before = page.requests.length;
    page.script = [202];
    dispatchEvent(new Event('online'));
    await page.settle();
    expect(page.requests).to.have.length(before + 1);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('B21: after eight days of outage everything is delivered in order on return', async () => {
    page.script = [503];
    await post(1, 2, 3);
    for (let week = 0; week < 2; week++) {
      page.now += 4 * 24 * HOUR;
      await page.nextPageView();
      await page.pass(2000);
    }
    page.script = [202];
    await page.nextPageView();
    await page.pass(HOUR);
    expect(sent()).to.have.members(['1.1', '2.1', '3.1']);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('I4 B22: a revision that comes while the earlier one is on its way follows it', async () => {
    page.script = ['hang', 202];
    void page.outbox.post(message(1, 1));
    await page.settle();
    void page.outbox.post(message(1, 2, { comment: 'Because.' }));
    await page.settle();
    expect(sent()).to.deep.equal(['1.1']);
    await page.pass(11_000);
    expect(sent()).to.deep.equal(['1.1', '1.2']);
    await page.pass(HOUR);
    expect(sent()).to.deep.equal(['1.1', '1.2']);
    expect(await page.durable.entries('')).to.deep.equal([]);
  });

  it('nothing blocks the next: an answer that always fails does not hold up the others', async () => {
    const realFetch = window.fetch;
    window.fetch = ((url: string, init: RequestInit) => {
      page.script = [(init.body as string).includes(message(1).id) ? 500 : 202];
      return realFetch(url, init);
    }) as typeof fetch;
    await post(1, 2, 3);
    expect((await page.outbox.diagnostics()).waiting.map((entry) => entry.message.id)).to.deep.equal([message(1).id]);
  });

  it('C17: eight hours of sleep during a wait end with one try', async () => {
    page.script = [503];
    await post(1);
    await page.pass(1000);
    const before = page.requests.length;
    page.now += 8 * HOUR;
    await page.pass(2000);
    expect(page.requests).to.have.length(before + 1);
  });

  it('E2: a clock that jumped back neither loses nor blocks an answer', async () => {
    page.script = [503];
    await post(1);
    await page.pass(3000);
    for (const jump of [-24 * HOUR, -10 * 365 * 24 * HOUR, 10 * 365 * 24 * HOUR, -10 * 365 * 24 * HOUR]) {
      page.now += jump;
      await page.nextPageView();
      await page.pass(2000);
      expect(page.requests.length, `after ${jump / HOUR} h`).to.be.at.least(1);
    }
    page.script = [202];
    await page.nextPageView();
    await page.pass(HOUR);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('E4: a clock that answers nonsense does not stop delivery', async () => {
    for (const nonsense of [NaN, undefined, 'yesterday', Infinity]) {
      await page.nextPageView({ now: () => nonsense as number });
      page.script = [503, 202] satisfies Script[];
      await post(1);
      await page.pass(HOUR);
      await page.nextPageView({ now: () => nonsense as number });
      await page.pass(HOUR);
      expect(await page.outbox.waiting(), String(nonsense)).to.equal(0);
      page.outbox.erase();
    }
  });
});
