import { expect } from '@open-wc/testing';
import { countWaiting } from '../../src/delivery/waiting.js';
import { openDurable } from '../../src/storage/indexed-db.js';
import { bench, message, type Bench } from './bench.js';

describe('the outbox against the storage', () => {
  let page: Bench;
  beforeEach(async () => {
    page = await bench();
  });
  afterEach(async () => {
    await page.close();
    for (const key of Object.keys(localStorage)) if (key.startsWith(page.name)) localStorage.removeItem(key);
  });

  /** The next page view of a browser that kept only what `survive` leaves, with a healthy endpoint. */
  const returnAfter = async (survive: () => unknown) => {
    await survive();
    page.script = [202];
    await page.nextPageView();
    await page.pass(60_000);
    return page.requests.map(({ body }) => body);
  };
  const fail = async () => {
    page.script = ['down'];
    const kept = await page.outbox.post(message());
    await page.settle();
    return kept;
  };
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const outKey = (key: string) => `${page.name}:out/${key}`;

  it('writes to localStorage before post() returns, and to IndexedDB in the same turn', async () => {
    page.script = ['hang'];
    void page.outbox.post(message());
    expect(localStorage.getItem(outKey(`${message().id}.1`))).to.contain('"score":9');
    expect(await page.durable.get(`out/${message().id}.1`)).to.contain('"score":9');
  });

  it('A1: with localStorage denied the answer is durable in IndexedDB alone', async () => {
    await page.nextPageView({ local: denied });
    expect(await fail()).to.equal('durable');
    expect(await returnAfter(() => {})).to.deep.equal([message()]);
  });

  it('A2: with localStorage null likewise', async () => {
    await page.nextPageView({ local: () => null });
    expect(await fail()).to.equal('durable');
    expect(await returnAfter(() => {})).to.deep.equal([message()]);
  });

  const full = new Proxy(localStorage, {
    get: (storage, key) =>
      key === 'setItem'
        ? () => {
            throw new DOMException('full', 'QuotaExceededError');
          }
        : Reflect.get(storage, key).bind?.(storage),
  });

  it('A4: with localStorage full the answer is durable, and nothing of the host is touched', async () => {
    localStorage.setItem('host', 'data');
    await page.nextPageView({ local: () => full });
    expect(await fail()).to.equal('durable');
    expect(await returnAfter(() => {})).to.deep.equal([message()]);
    expect(localStorage.getItem('host')).to.equal('data');
    localStorage.removeItem('host');
  });

  it('A5: with IndexedDB failing localStorage brings the answer over the page view, but it is not called durable', async () => {
    await page.nextPageView({ durable: await openDurable() });
    expect(await fail()).to.equal('memory');
    expect(await returnAfter(() => {})).to.deep.equal([message()]);
  });

  describe('A4 A5: when the storage fills up after an answer was durable', () => {
    const { put } = IDBObjectStore.prototype;
    const { setItem } = Storage.prototype;
    const fill = () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = function (...args) {
        const request = put.apply(this, args);
        this.transaction.abort();
        return request;
      };
    };
    const makeRoom = () => {
      Storage.prototype.setItem = setItem;
      IDBObjectStore.prototype.put = put;
    };
    afterEach(makeRoom);

    it('a comment that cannot be written down does not push its score off the shelf', async () => {
      expect(await fail()).to.equal('durable');
      fill();
      expect(await page.outbox.post(message(1, 2))).to.equal('memory');
      expect((await returnAfter(makeRoom))[0]).to.deep.equal(message());
    });

    it('a dead letter that cannot be laid aside stays where it was', async () => {
      page.script = [503, 400];
      expect(await page.outbox.post(message())).to.equal('durable');
      await page.settle();
      fill();
      await page.pass(1000);
      expect(page.events.at(-1)).to.include({ status: 'failed', reason: '400' });
      expect(await returnAfter(makeRoom)).to.deep.equal([message()]);
    });
  });

  it('A6: with both failing no thanks before a 2xx, and the answer is sent all the same', async () => {
    await page.nextPageView({ durable: await openDurable(), local: () => full });
    expect(await fail()).to.equal('memory');
    page.script = [202];
    await page.pass(5000);
    expect(page.requests.at(-1)!.body).to.deep.equal(message());
    expect(await page.outbox.waiting()).to.equal(0);
    expect(await page.outbox.post(message(2))).to.equal('acknowledged');
  });

  it('A6: asking again for an answer that is only in memory tries once more', async () => {
    await page.nextPageView({ durable: await openDurable(), local: undefined });
    expect(await fail()).to.equal('memory');
    page.script = [202];
    expect(await page.outbox.post(message())).to.equal('acknowledged');
    expect(await page.outbox.post(message())).to.equal('acknowledged');
    expect(page.requests).to.have.length(2);
  });

  it('A9: a setItem that does nothing is noticed, because only IndexedDB counts as durable', async () => {
    const deaf = new Proxy(localStorage, {
      get: (storage, key) => (key === 'setItem' ? () => {} : Reflect.get(storage, key).bind?.(storage)),
    });
    await page.nextPageView({ durable: await openDurable(), local: () => deaf });
    expect(await fail()).to.equal('memory');
  });

  it('A12: either storage alone brings the answer back', async () => {
    await fail();
    expect(await returnAfter(() => localStorage.removeItem(outKey(`${message().id}.1`)))).to.deep.equal([message()]);
    page.requests.length = 0;
    page.script = ['down'];
    await page.outbox.post(message(2));
    await page.settle();
    expect(await returnAfter(() => page.durable.delete(`out/${message(2).id}.1`))).to.deep.equal([message(2)]);
  });

  it('A11: with the storage cleared behind our back the open page still delivers', async () => {
    await fail();
    localStorage.removeItem(outKey(`${message().id}.1`));
    await page.durable.erase();
    page.script = [202];
    await page.pass(5000);
    expect(page.requests.at(-1)!.body).to.deep.equal(message());
  });

  const broken = [
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"v":1}',
    '{"v":1,"message":null}',
    '{"v":1,"message":{"schema":"askwell/1"}}',
    '{"__proto__":{"v":1}}',
    'x'.repeat(100_000),
  ];
  it('A10: broken entries are passed over, the healthy one among them is sent, and nothing is thrown', async () => {
    await fail();
    broken.forEach((text, n) => localStorage.setItem(outKey(`broken-${n}`), text));
    for (const [n, value] of [...broken, 7, { v: 1 }, new Date(0)].entries())
      await page.durable.put(`out/broken-${n}`, value);
    expect(await returnAfter(() => {})).to.deep.equal([message()]);
    expect(await page.outbox.waiting()).to.equal(0);
  });

  it('A16: entries of a later release, of another survey and of others stay where they are', async () => {
    const later = JSON.stringify({ v: 2, key: 'k', message: message(8) });
    const other = JSON.stringify({
      v: 1,
      key: `${message(9).id}.1`,
      message: message(9, 1, { survey: { id: 'other', kind: 'relational', wave: '', trigger: '' } }),
      tries: 0,
      tried: 0,
      rest: 0,
    });
    localStorage.setItem(outKey('later'), later);
    localStorage.setItem('foreign:out/x', later);
    await page.durable.put('out/later', later);
    await page.durable.put('out/other', other);
    await page.nextPageView({ survey: 'nps' });
    await page.pass(60_000);
    expect(page.requests).to.have.length(0);
    expect(localStorage.getItem(outKey('later'))).to.equal(later);
    expect(localStorage.getItem('foreign:out/x')).to.equal(later);
    expect(await page.durable.get('out/later')).to.equal(later);
    expect(await page.durable.get('out/other')).to.equal(other);
    localStorage.removeItem('foreign:out/x');
  });

  it('R13: at most 50 entries and 128 KiB are kept; what goes first is no answer, then dead, then the oldest', async () => {
    page.script = ['down'];
    for (let n = 0; n < 30; n++)
      await page.outbox.post(message(n, 0, { type: 'asked', score: undefined, category: undefined }));
    for (let n = 30; n < 70; n++) await page.outbox.post(message(n));
    let { waiting, dropped } = await page.outbox.diagnostics();
    expect(waiting).to.have.length(50);
    expect(dropped).to.equal(20);
    expect(
      waiting.filter((entry) => entry.message.type === 'asked').map((entry) => +entry.message.id.slice(-2)),
    ).to.deep.equal([20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
    expect(page.events.filter((event) => event.reason === 'no room')).to.have.length(20);
    for (let n = 70; n < 90; n++) await page.outbox.post(message(n, 1, { comment: 'x'.repeat(8000) }));
    ({ waiting, dropped } = await page.outbox.diagnostics());
    const stored = await page.durable.entries<string>('out/');
    expect(stored.length, 'R17: what is not kept has been counted').to.equal(90 - dropped);
    expect(stored.reduce((sum, [, text]) => sum + text.length, 0)).to.be.at.most(128 * 1024);
    expect(+waiting.at(-1)!.message.id.slice(-2), 'the newest stays').to.equal(89);
    const mirrored = Object.keys(localStorage).filter((key) => key.startsWith(page.name));
    expect(mirrored).to.have.length(stored.length);
  });

  it('keeps at most 20 dead letters', async () => {
    for (let n = 0; n < 24; n++) {
      if (n % 8 === 0) await page.nextPageView();
      page.script = [400];
      await page.outbox.post(message(n));
      await page.settle();
    }
    const { dead } = await page.outbox.diagnostics();
    expect(dead.map((entry) => +entry.message.id.slice(-2))).to.deep.equal(Array.from({ length: 20 }, (_, n) => n + 4));
  });

  it('erasing leaves nothing of ours behind', async () => {
    await fail();
    page.script = [400];
    await page.outbox.post(message(2));
    await page.settle();
    localStorage.setItem(outKey('broken'), '{');
    page.outbox.erase();
    await page.settle();
    expect(await page.outbox.waiting()).to.equal(0);
    expect(await page.durable.entries('')).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith(page.name))).to.deep.equal([]);
  });

  it('what the host put into a message is taken as it was, and left out when it cannot be written down', async () => {
    const traits: Record<string, unknown> = { plan: 'pro' };
    page.script = ['hang'];
    void page.outbox.post(message(1, 1, { person: { id: 'u', traits } }));
    traits.plan = 'changed';
    traits.self = traits;
    expect(page.requests[0]!.body.person.traits).to.deep.equal({ plan: 'pro' });
    await page.nextPageView();
    void page.outbox.post(message(2, 1, { person: { id: 'u', traits } }));
    expect(page.requests[0]!.body.score).to.equal(9);
    expect(page.requests[0]!.body).not.to.have.property('person');
  });

  it('a message without an endpoint is neither kept nor sent', async () => {
    await page.nextPageView({ endpoint: undefined });
    expect(await page.outbox.post(message())).to.equal('durable');
    expect(await page.durable.entries('')).to.deep.equal([]);
    expect(page.requests).to.have.length(0);
  });

  it('what waits is counted without opening anything, by the name of its outbox; dead letters are not', async () => {
    const waiting = () => [countWaiting(page.name), countWaiting(`${page.name}-other`)];
    expect(waiting()).to.deep.equal([0, 0]);
    await fail();
    expect(waiting()).to.deep.equal([1, 0]);
    page.script = [400];
    await page.pass(1000);
    expect(waiting()).to.deep.equal([0, 0]);
    expect((await page.outbox.diagnostics()).dead).to.have.length(1);
  });
});
