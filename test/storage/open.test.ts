import { expect } from '@open-wc/testing';
import type { HistoryStore } from '../../src/config/config.js';
import type { History } from '../../src/core/history.js';
import { openStore } from '../../src/storage/open.js';
import { fakePage, type FakePage } from '../page/fake-page.js';

const history = (id: string, by?: string): History => ({
  v: 1,
  asks: [{ id, survey: 'nps', state: 'answered', at: 1, until: 1, ...(by && { by }) }],
});
const ids = (copies: History[]) => copies.flatMap(({ asks }) => asks.map(({ id }) => id)).sort();

describe('the storage that a configuration names', () => {
  afterEach(() => {
    openStore({ storage: 'cookie' }, true).erase('device');
    openStore({}, true).erase('device');
  });

  for (const [storage, inLocal, inCookie] of [
    ['local', true, false],
    ['cookie', false, true],
    ['memory', false, false],
  ] as const) {
    it(`${storage} is where it is kept, and nowhere else`, async () => {
      openStore({ storage }, true).merge('device', undefined, history('a'));
      expect(ids(await openStore({ storage }, true).read('device'))).to.include('a');
      expect(localStorage.getItem('askwell:device') !== null).to.equal(inLocal);
      expect(document.cookie.includes('askwell')).to.equal(inCookie);
    });
  }

  it('keeps nothing on the device without consent, and remembers as long as the page lives', async () => {
    const store = openStore({ storage: 'local' }, false);
    store.merge('device', undefined, history('a'));
    expect(localStorage.length).to.equal(0);
    expect(ids(await openStore({}, false).read('device'))).to.deep.equal(['a']);
  });

  it('says what was wrong with the last writing', () => {
    localStorage.setItem('askwell:device', '{"v":2}');
    const store = openStore({}, true);
    store.merge('device', undefined, history('a'));
    expect(store.trouble).to.equal('newer');
  });
});

describe('a host’s own storage', () => {
  let page: FakePage;
  beforeEach(() => (page = fakePage()));
  afterEach(() => {
    page.restore();
    openStore({}, true).erase('device');
  });
  /** Lets everything that is due without time passing be done. */
  const settle = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };

  it('is merged with the copy on the device', async () => {
    openStore({}, true).merge('device', undefined, history('here'));
    const host: HistoryStore = { read: async () => history('there'), merge: () => undefined };
    expect(ids(await openStore({ storage: host }, true).read('device'))).to.include.members(['here', 'there']);
  });

  it('may answer at once', async () => {
    const host: HistoryStore = { read: () => history('there'), merge: () => undefined };
    expect(ids(await openStore({ storage: host }, true).read('device'))).to.deep.equal(['there']);
  });

  it('gets of a signed-in person only what is theirs, under a key that does not tell who', () => {
    const written: [string, History][] = [];
    const host: HistoryStore = { read: () => undefined, merge: (key, added) => written.push([key, added]) };
    const both: History = { v: 1, asks: [...history('a', 'ann').asks, ...history('b', 'ben').asks] };
    openStore({ storage: host }, true).merge('device', 'ann', both);
    expect(written.map(([key, { asks }]) => [key, asks.map(({ id }) => id)])).to.deep.equal([['askwell:ann', ['a']]]);
  });

  it('is asked once for a page and person', async () => {
    const asked: string[] = [];
    const host: HistoryStore = { read: (key) => void asked.push(key), merge: () => undefined };
    const store = openStore({ storage: host }, true);
    await store.read('device');
    await store.read('device');
    await store.read('device', 'ann');
    expect(asked).to.deep.equal(['askwell:device', 'askwell:ann']);
  });

  it('that is slow is not waited for longer than 1.5 seconds, and counts when it has answered', async () => {
    let answer!: (history: History) => void;
    const host: HistoryStore = { read: () => new Promise((resolve) => (answer = resolve)), merge: () => undefined };
    const store = openStore({ storage: host }, true);
    let found: History[] | undefined;
    const reading = store.read('device').then((copies) => (found = copies));
    page.advance(1499);
    await settle();
    expect(found).to.equal(undefined);
    page.advance(1);
    await reading;
    expect(found).to.deep.equal([]);
    expect(store.trouble).to.equal('host');
    answer(history('late'));
    expect(ids(await store.read('device'))).to.deep.equal(['late']);
  });

  const FAILING: [string, HistoryStore][] = [
    [
      'throws',
      {
        read: () => {
          throw new Error('broken');
        },
        merge: () => {
          throw new Error('broken');
        },
      },
    ],
    ['rejects', { read: () => Promise.reject(new Error('broken')), merge: () => Promise.reject(new Error('broken')) }],
    ['returns nonsense', { read: () => 'nonsense' as unknown as History, merge: () => undefined }],
  ];
  for (const [what, host] of FAILING) {
    it(`that ${what} hurts nobody`, async () => {
      const store = openStore({ storage: host }, true);
      expect(await store.read('device')).to.deep.equal([]);
      store.merge('device', undefined, history('a'));
      await settle();
      expect(ids(await store.read('device'))).to.include('a');
      expect(page.timers).to.equal(0);
    });
  }

  it('is not touched without consent', async () => {
    const host: HistoryStore = {
      read: () => {
        throw new Error('read');
      },
      merge: () => {
        throw new Error('merged');
      },
    };
    const store = openStore({ storage: host }, false);
    await store.read('device');
    store.merge('device', undefined, history('a'));
    expect(store.trouble).to.equal(undefined);
    store.erase('device');
  });
});
