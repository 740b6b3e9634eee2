import { expect } from '@open-wc/testing';
import type { AskwellConfig } from '../../src/index.js';
import { clear, leave, releaseClock, seat, seen, stopClock } from './setup.js';

/** The name of everything of ours that lies on the device. */
async function kept(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
  const cookies = document.cookie.split('; ').map((cookie) => decodeURIComponent(cookie.split('=')[0]!));
  return [...Object.keys(localStorage), ...databases, ...cookies].filter((name) => name.startsWith('askwell')).sort();
}

/** Somebody was asked and answered, and the endpoint took nothing: history, claim and messages lie on the device. */
async function answered(config: AskwellConfig = {}) {
  const { askwell, next } = seat({ endpoint: () => Promise.reject(new Error('no network')), ...config });
  const ask = await next();
  ask.shown(seen);
  ask.score(3);
  expect(await ask.submit()).to.equal('durable');
  return askwell;
}

describe('erasing', () => {
  before(stopClock);
  after(releaseClock);
  afterEach(clear);

  for (const storage of ['local', 'cookie'] as const) {
    it(`reset() leaves nothing on the device, with storage '${storage}'`, async () => {
      const askwell = await answered({ storage });
      expect(await kept()).to.include('askwell');
      const told = (await askwell.privacyReport())!.kept.find(({ key }) => key === 'askwell:device')!;
      expect([told.where, told.until]).to.deep.equal(
        storage === 'cookie' ? ['cookie', 'reset(), or 400 days after the last visit'] : ['localStorage', 'reset()'],
      );
      await askwell.reset();
      expect(await kept()).to.deep.equal([]);
    });

    it(`a consent that is withdrawn on a later visit erases what the earlier one had allowed, with storage '${storage}'`, async () => {
      await answered({ storage });
      leave();
      const { askwell } = seat({ storage, consent: 'required' });
      const { kept: told } = (await askwell.privacyReport())!;
      expect(new Set(told.map(({ where }) => where))).to.include('IndexedDB');
      await askwell.consent('denied');
      expect(await kept()).to.deep.equal([]);
      expect((await askwell.privacyReport())!.kept).to.deep.equal([]);
      expect(await kept(), 'to look makes nothing').to.deep.equal([]);
    });
  }

  it('an employee survey erases its own, and leaves the customers’ alone', async () => {
    await answered();
    leave();
    const askwell = await answered({ kind: 'employee', survey: 'work' });
    await askwell.reset();
    expect((await kept()).filter((name) => name.includes('employee'))).to.deep.equal([]);
    expect(await kept()).to.include('askwell:device');
  });
});
