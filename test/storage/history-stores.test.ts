import { expect } from '@open-wc/testing';
import type { AskRecord, History } from '../../src/core/history.js';
import { cookieStore } from '../../src/storage/cookie.js';
import { localStore } from '../../src/storage/local.js';
import { memoryStore } from '../../src/storage/memory.js';
import { storeOver, type Store } from '../../src/storage/store.js';

const KEY = 'askwell:test';
const TIME = Date.UTC(2026, 10, 23);

const ask = (id: string, more: Partial<AskRecord> = {}): AskRecord => ({
  id,
  survey: 'nps',
  state: 'shown',
  at: TIME,
  until: TIME,
  ...more,
});
const history = (...asks: AskRecord[]): History => ({ v: 1, asks, firstSeen: TIME, visits: 2, lastVisit: TIME });

const KINDS: [string, () => Store][] = [
  ['localStorage', localStore],
  ['a cookie', cookieStore],
  ['memory', memoryStore],
];

for (const [name, open] of KINDS) {
  describe(`a history in ${name}`, () => {
    beforeEach(() => open().erase(KEY));
    after(() => open().erase(KEY));

    it('is not there before it was written', () => expect(open().read(KEY)).to.equal(undefined));

    it('comes back as it was written, in another store of the same page', () => {
      expect(open().merge(KEY, history(ask('a')))).to.equal(undefined);
      expect(JSON.parse(JSON.stringify(open().read(KEY)))).to.deep.equal(history(ask('a')));
    });

    it('is merged with what another tab wrote meanwhile', () => {
      const mine = open();
      const theirs = open();
      mine.merge(KEY, history(ask('a')));
      theirs.merge(KEY, history(ask('b'), ask('a', { state: 'answered', until: TIME + 1 })));
      mine.merge(KEY, history(ask('a')));
      const { asks } = mine.read(KEY)!;
      expect(asks.map(({ id, state }) => `${id} ${state}`).sort()).to.deep.equal(['a answered', 'b shown']);
    });

    it('is gone after erasing', () => {
      open().merge(KEY, history(ask('a')));
      open().erase(KEY);
      expect(open().read(KEY)).to.equal(undefined);
    });
  });
}

describe('what lies in localStorage', () => {
  afterEach(() => localStorage.removeItem(KEY));

  for (const [what, text] of [
    ['no JSON', '{"v":1,'],
    ['another thing', '[1,2]'],
    ['empty', ''],
    ['null', 'null'],
    ['of no version', '{"asks":[]}'],
  ] as const) {
    it(`when it is ${what}, counts for nothing and is written over`, () => {
      localStorage.setItem(KEY, text);
      expect(localStore().read(KEY)).to.equal(undefined);
      expect(localStore().merge(KEY, history(ask('a')))).to.equal(undefined);
      expect(localStore().read(KEY)!.asks).to.have.length(1);
    });
  }

  it('when a newer version wrote it, is left as it is', () => {
    const newer = '{"v":2,"asks":{"a":1}}';
    localStorage.setItem(KEY, newer);
    expect(localStore().read(KEY)).to.equal(undefined);
    expect(localStore().merge(KEY, history(ask('a')))).to.equal('newer');
    expect(localStorage.getItem(KEY)).to.equal(newer);
  });
});

describe('a place that keeps nothing', () => {
  const denied = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const AREAS: [string, Parameters<typeof storeOver>[0], string][] = [
    ['denies reading and writing', { get: denied, set: denied }, 'denied'],
    [
      'is null',
      {
        get: (key) => (null as unknown as Storage).getItem(key),
        set: (key, text) => (null as unknown as Storage).setItem(key, text),
      },
      'denied',
    ],
    [
      'is full',
      {
        get: () => null,
        set: () => {
          throw new DOMException('', 'QuotaExceededError');
        },
      },
      'full',
    ],
    ['silently drops what is written', { get: () => null, set: () => {} }, 'full'],
  ];
  for (const [what, area, trouble] of AREAS) {
    it(`because it ${what}, says so and does not throw`, () => {
      const store = storeOver(area);
      expect(store.read(KEY)).to.equal(undefined);
      expect(store.merge(KEY, history(ask('a')))).to.equal(trouble);
      store.erase(KEY);
    });
  }
});

describe('a cookie', () => {
  afterEach(() => cookieStore().erase(KEY));

  it('keeps what throttles and stays under what a browser takes', () => {
    const asks = Array.from({ length: 60 }, (_, i) =>
      ask(`0192f6c0-0000-7000-8000-${String(i).padStart(12, '0')}`, {
        by: '0123456789abcdef',
        until: TIME + i,
        state: i ? 'dismissed' : 'opted-out',
      }),
    );
    expect(cookieStore().merge(KEY, history(...asks))).to.equal(undefined);
    const kept = cookieStore().read(KEY)!.asks;
    expect(kept).to.have.length(12);
    expect(kept.map(({ state }) => state)).to.include('opted-out');
    expect(Math.max(...kept.map(({ until }) => until))).to.equal(TIME + 59);
    expect(document.cookie.length).to.be.lessThan(4096);
  });

  it('keeps fewer asks where surveys have long names, and among them the opt-out and the newest', () => {
    const survey = `customer-satisfaction-${'x'.repeat(400)}`;
    for (let i = 0; i < 12; i++) {
      const one = ask(`0192f6c0-0000-7000-8000-${String(i).padStart(12, '0')}`, {
        survey,
        until: TIME + i,
        state: i ? 'answered' : 'opted-out',
      });
      expect(cookieStore().merge(KEY, history(one)), `ask ${i}`).to.equal(undefined);
    }
    const kept = cookieStore().read(KEY)!.asks;
    expect(kept.map(({ state, until }) => `${state} ${until - TIME}`)).to.include.members([
      'opted-out 0',
      'answered 11',
    ]);
    expect(document.cookie.length).to.be.lessThan(4096);
  });

  it('is first-party, of the whole site, secure where the page is, and lives as long as browsers let it', () => {
    const written: string[] = [];
    const { set, get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(document, 'cookie', {
      configurable: true,
      get: () => get!.call(document),
      set(text: string) {
        written.push(text);
        set!.call(document, text);
      },
    });
    try {
      cookieStore().merge(KEY, history(ask('a')));
      cookieStore('localhost').erase(KEY);
    } finally {
      delete (document as { cookie?: string }).cookie;
    }
    expect(written[0]).to.match(/^askwell%3Atest=%7B[^;]+;path=\/;max-age=34560000;samesite=lax$/);
    expect(written[1]).to.equal('askwell%3Atest=;path=/;max-age=0;samesite=lax;domain=localhost');
  });

  it('can be read by what does not know askwell: its value is one percent-encoded JSON', () => {
    cookieStore().merge(KEY, history(ask('a;b, c="ü"')));
    const [, value] = document.cookie
      .split('; ')
      .find((one) => one.startsWith('askwell%3Atest='))!
      .split('=');
    expect(JSON.parse(decodeURIComponent(value!)).asks[0].id).to.equal('a;b, c="ü"');
  });

  it('of a domain that is not the page’s is dropped, which is said', () => {
    expect(cookieStore('example.org').merge(KEY, history())).to.equal('full');
  });
});
