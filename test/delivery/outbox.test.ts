import { expect } from '@open-wc/testing';
import { bench, message, type Bench } from './bench.js';

describe('the outbox', () => {
  let page: Bench;
  beforeEach(async () => {
    page = await bench();
  });
  afterEach(() => page.close());

  it('writes an answer down, sends it, and forgets it after a 2xx', async () => {
    expect(await page.outbox.post(message())).to.be.oneOf(['durable', 'acknowledged']);
    await page.settle();
    expect(page.requests.map(({ body }) => body)).to.deep.equal([message()]);
    expect(page.requests[0]!.headers['Idempotency-Key']).to.equal(`${message().id}.1`);
    expect(await page.outbox.waiting()).to.equal(0);
    expect(await page.durable.entries('')).to.deep.equal([]);
    expect(page.events).to.deep.equal([{ id: message().id, revision: 1, status: 'delivered' }]);
  });

  it('keeps what the endpoint did not take, and sends it on the next page view', async () => {
    page.script = ['down'];
    expect(await page.outbox.post(message())).to.equal('durable');
    await page.settle();
    expect(await page.outbox.waiting()).to.equal(1);
    page.script = [202];
    await page.nextPageView();
    await page.pass(2000);
    expect(page.requests.map(({ body }) => body)).to.deep.equal([message()]);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('sends a later revision instead of an earlier one that waits', async () => {
    page.script = [503];
    await page.outbox.post(message(1, 1));
    await page.settle();
    page.script = [202];
    await page.outbox.post(message(1, 2, { comment: 'Because.' }));
    await page.settle();
    expect(page.requests.map(({ body }) => body.revision)).to.deep.equal([1, 2]);
    await page.pass(60_000);
    expect(page.requests).to.have.length(2);
  });

  it('hands an answer to a function endpoint', async () => {
    const got: unknown[] = [];
    await page.nextPageView({
      endpoint: async (taken) => {
        got.push(taken);
      },
    });
    expect(await page.outbox.post(message())).to.be.oneOf(['durable', 'acknowledged']);
    await page.settle();
    expect(got).to.deep.equal([message()]);
    expect(await page.outbox.waiting()).to.equal(0);
  });
});
