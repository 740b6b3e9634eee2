import { expect } from '@open-wc/testing';
import { openDurable, type Durable } from '../../src/storage/indexed-db.js';

let count = 0;
const fresh = () => `durable-${++count}-${performance.timeOrigin}`;

/** Replaces one method for the length of a test. */
const replaced: (() => void)[] = [];
function replace<T extends object, K extends keyof T>(target: T, key: K, value: unknown): void {
  const old = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, writable: true, value });
  replaced.push(() => (old ? Object.defineProperty(target, key, old) : delete target[key]));
}

describe('the durable store', () => {
  let name: string;
  let durable: Durable;
  beforeEach(async () => {
    name = fresh();
    durable = await openDurable(name);
  });
  afterEach(async () => {
    for (const undo of replaced.splice(0)) undo();
    await durable.erase();
  });

  it('gives back what was put, in the order of the keys', async () => {
    expect(durable.available).to.equal(true);
    expect(await durable.put('out/b', { n: 2 })).to.equal(true);
    await durable.put('out/a', 'one');
    await durable.put('other', 3);
    expect(await durable.get('out/b')).to.deep.equal({ n: 2 });
    expect(await durable.get('nothing')).to.equal(undefined);
    expect(await durable.entries('out/')).to.deep.equal([
      ['out/a', 'one'],
      ['out/b', { n: 2 }],
    ]);
    expect(await durable.delete('out/b')).to.equal(true);
    expect(await durable.entries('')).to.deep.equal([
      ['other', 3],
      ['out/a', 'one'],
    ]);
  });

  it('a claim decides on everything that is taken, and comes after it', async () => {
    const seen: unknown[] = [];
    const take = (value: string) =>
      durable.claim<string>('ask/', (taken, key) => {
        seen.push([...taken], key);
        return value;
      });
    expect(await take('first')).to.equal('first');
    expect(await take('second')).to.equal('second');
    expect(seen).to.deep.equal([[], 'ask/000000', ['first'], 'ask/000001']);
    await durable.delete('ask/000000');
    await take('third');
    expect((await durable.entries('ask/')).map(([key]) => key)).to.deep.equal(['ask/000001', 'ask/000002']);
  });

  it('a declined claim writes nothing', async () => {
    expect(await durable.claim('ask/', () => undefined)).to.equal(undefined);
    expect(await durable.entries('ask/')).to.deep.equal([]);
  });

  it('of many connections that want the only place exactly one gets it', async () => {
    const tabs = await Promise.all(Array.from({ length: 8 }, () => openDurable(name)));
    for (let round = 0; round < 10; round++) {
      const won = await Promise.all(
        tabs.map((tab, n) => tab.claim<number>(`round${round}/`, (taken) => (taken.length ? undefined : n + 1))),
      );
      expect(won.filter(Boolean), `round ${round}`).to.have.length(1);
    }
  });

  it('a decision that throws claims nothing and stays inside', async () => {
    const uncaught: unknown[] = [];
    const listen = (event: Event) => uncaught.push(event);
    addEventListener('error', listen);
    expect(
      await durable.claim('ask/', () => {
        throw new Error('broken');
      }),
    ).to.equal(undefined);
    expect(await durable.entries('ask/')).to.deep.equal([]);
    removeEventListener('error', listen);
    expect(uncaught).to.deep.equal([]);
  });

  it('a write that begins while the page is left has begun before the call returns', async () => {
    const calls: string[] = [];
    const { commit } = IDBTransaction.prototype;
    replace(IDBTransaction.prototype, 'commit', function (this: IDBTransaction) {
      calls.push(this.mode);
      commit.call(this);
    });
    const kept = durable.put('out/a', 1);
    expect(calls).to.deep.equal(['readwrite']);
    expect(await kept).to.equal(true);
  });

  it('A1: storage that is denied is not available, and says so without throwing', async () => {
    replace(IDBFactory.prototype, 'open', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    const denied = await openDurable(fresh());
    expect(denied.available).to.equal(false);
    expect(await denied.put('a', 1)).to.equal(false);
    expect(await denied.get('a')).to.equal(undefined);
    expect(await denied.entries('')).to.deep.equal([]);
    expect(await denied.delete('a')).to.equal(false);
    expect(await denied.claim('ask/', () => 1)).to.equal(undefined);
    await denied.erase();
  });

  it('A5: a write that the browser aborts for want of room is not durable', async () => {
    const { put } = IDBObjectStore.prototype;
    replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...args: [unknown, string]) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    });
    expect(await durable.put('a', 1)).to.equal(false);
    expect(durable.available).to.equal(false);
    expect(await durable.get('a')).to.equal(undefined);
  });

  it('A7: a browser that never answers is given up in time', async () => {
    replace(IDBFactory.prototype, 'open', () => ({}));
    const began = performance.now();
    const silent = await openDurable(fresh(), 50);
    expect(silent.available).to.equal(false);
    expect(await silent.put('a', 1)).to.equal(false);
    expect(performance.now() - began).to.be.below(1000);
  });

  it('A8: a newer database of a later release opens, and a tab that upgrades it is not blocked', async () => {
    await durable.put('a', 1);
    const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 7);
      request.onsuccess = () => resolve(request.result);
      request.onblocked = () => reject(new Error('blocked'));
    });
    upgraded.close();
    expect(await durable.put('b', 2), 'through a new connection').to.equal(true);
    expect(await (await openDurable(name)).get('a')).to.equal(1);
  });

  it('a database of somebody else under our name is left alone', async () => {
    const foreign = fresh();
    await new Promise((resolve) => {
      const request = indexedDB.open(foreign);
      request.onsuccess = () => resolve(request.result.close());
    });
    const other = await openDurable(foreign);
    expect(await other.put('a', 1)).to.equal(false);
    expect(other.available).to.equal(false);
    indexedDB.deleteDatabase(foreign);
  });

  it('without a name nothing is stored', async () => {
    const before = await indexedDB.databases?.();
    const nowhere = await openDurable();
    expect(nowhere.available).to.equal(false);
    expect(await nowhere.put('a', 1)).to.equal(false);
    expect(await indexedDB.databases?.()).to.deep.equal(before);
  });

  it('K15: erasing deletes the database though another tab has it open, and both can go on', async () => {
    const tab = await openDurable(name);
    await tab.put('a', 1);
    await durable.erase();
    if (indexedDB.databases)
      expect((await indexedDB.databases()).map((database) => database.name)).not.to.include(name);
    expect(await tab.get('a')).to.equal(undefined);
    expect(await tab.put('b', 2)).to.equal(true);
    expect(await durable.get('b')).to.equal(2);
  });

  it('a value of which the browser cannot make a copy is refused, not thrown', async () => {
    expect(await durable.put('a', () => 1)).to.equal(false);
  });
});
