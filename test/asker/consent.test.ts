import { expect } from '@open-wc/testing';
import type { AskwellConfig, History } from '../../src/index.js';
import { historyOf } from '../../src/testing.js';
import { advance, clear, DAY, leave, releaseClock, seat, seen, START, stopClock, type Seat } from './setup.js';

const KEY = 'askwell:device';

describe('what is kept of a person', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
    delete (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  });

  const page = (config: AskwellConfig = {}): Seat => seat({ when: [{ event: 'go' }], ...config });
  const closed = async ({ askwell }: Seat): Promise<string[]> =>
    (await askwell.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);
  const askNow = async (at: Seat) => {
    void at.askwell.ask();
    const ask = await at.next();
    ask.shown(seen);
    return ask;
  };
  const stored = async () => ({
    local: Object.keys(localStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  });
  const NOTHING = { local: [], cookies: '', databases: [] };

  it('without consent is nothing, whatever is called, and nobody is asked', async () => {
    const at = page({ consent: 'required', sampling: { rate: 0.5 }, user: { id: 'ann' } });
    at.askwell.track('go');
    await at.askwell.ask();
    await at.askwell.identify({ id: 'ben' });
    await at.askwell.explain();
    await at.askwell.diagnostics();
    expect(await at.askwell.privacyReport()).to.deep.include({ kept: [] });
    expect(await closed(at)).to.include('consent');
    expect(at.asks).to.have.length(0);
    expect(await stored()).to.deep.equal(NOTHING);
  });

  it('of what was seen before, is kept once consent is granted, and merged with what was kept earlier', async () => {
    const earlier = historyOf({ asks: [{ state: 'dismissed', ago: { days: 40 } }], visits: 4 });
    localStorage.setItem(KEY, JSON.stringify(earlier));
    const at = page({ consent: 'required' });
    await at.askwell.explain();
    expect(localStorage.getItem(KEY)).to.equal(JSON.stringify(earlier));
    await at.askwell.consent('granted');
    const kept = JSON.parse(localStorage.getItem(KEY)!) as History;
    expect(kept.asks.map(({ id, state }) => [id, state])).to.deep.equal([[earlier.asks[0]!.id, 'dismissed']]);
    expect(kept).to.include({ firstSeen: earlier.firstSeen });
    expect(await closed(at)).to.deep.equal([]);
    (await askNow(at)).score(9);
    leave();
    const next = page({ consent: 'required' });
    await next.askwell.consent('granted');
    expect(await closed(next)).to.deep.equal(['after-answer']);
  });

  it('is erased when consent is withdrawn, the open question goes, and the page still does not ask again', async () => {
    const at = page();
    const ask = await askNow(at);
    ask.score(3);
    await at.askwell.diagnostics();
    await at.askwell.consent('denied');
    expect(ask.signal.aborted).to.equal(true);
    expect(await stored()).to.deep.equal(NOTHING);
    expect(await closed(at)).to.deep.equal(['consent', 'after-answer']);
  });

  it('is no person and no page under Global Privacy Control, and is asked about like everybody', async () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    const at = page({ user: { id: 'u_42', traits: { plan: 'pro' } }, context: { properties: { desk: 7 } } });
    const ask = await askNow(at);
    ask.score(8);
    await ask.submit();
    for (const message of at.messages) {
      expect(message).to.not.have.any.keys('person', 'context');
      expect(JSON.stringify(message)).to.not.match(/u_42|pro"|desk/);
    }
    expect(at.messages.at(-1)).to.include({ score: 8, final: true });
  });

  it('is told in full: what, where and until when', async () => {
    const at = page({ user: { id: 'ann' } });
    (await askNow(at)).score(9);
    await at.askwell.diagnostics();
    const report = (await at.askwell.privacyReport())!;
    const really = await stored();
    expect(report.kept.filter(({ where }) => where === 'localStorage').map(({ key }) => key)).to.have.members(
      really.local,
    );
    expect(report.kept.some(({ where, key }) => where === 'IndexedDB' && key.startsWith('ask/'))).to.equal(true);
    for (const { what, until, bytes } of report.kept) {
      expect(what.length).to.be.greaterThan(10);
      expect(until.length).to.be.greaterThan(5);
      expect(bytes).to.be.greaterThan(0);
    }
    expect(report).to.include({ asks: 1 });
    expect(JSON.stringify([report, localStorage])).to.not.contain('"ann"');
  });

  for (const config of [{}, { storage: 'cookie' }] as AskwellConfig[]) {
    it(`is gone after reset() (${JSON.stringify(config)}), and the person is a new one`, async () => {
      const at = page({ ...config, throttle: { firstAskAfterDays: 1 } });
      await at.askwell.explain();
      advance(1);
      (await askNow(at)).optOut();
      await at.askwell.diagnostics();
      await at.askwell.reset();
      expect(await stored()).to.deep.equal(NOTHING);
      leave();
      expect(await closed(page({ ...config, throttle: { firstAskAfterDays: 1 } }))).to.deep.equal(['first-ask-delay']);
    });
  }

  it('says in every message with what probability the person was to be asked', async () => {
    const at = page({ user: { id: 'u2' }, sampling: { rate: 0.8, holdout: 0.1 } });
    (await askNow(at)).score(9);
    await at.askwell.diagnostics();
    for (const { sampling } of at.messages) expect(sampling.probability).to.be.closeTo(0.72, 1e-12);
    expect(at.messages).to.have.length(2);
  });
});

describe('who somebody is', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  const unit = async (config: AskwellConfig, code: 'sampling' | 'holdout'): Promise<unknown> => {
    const at = seat({ when: [{ event: 'go' }], sampling: { rate: 0.5, holdout: 0.1 }, ...config });
    const { gates } = await at.askwell.explain();
    leave();
    return gates.find((gate) => gate.code === code)!.actual;
  };

  it('draws an anonymous person once for the device, and a signed-in one once for all devices', async () => {
    for (const code of ['sampling', 'holdout'] as const) {
      const anonymous = await unit({}, code);
      expect(await unit({}, code), `${code}, the next page`).to.equal(anonymous);
      const ann = await unit({ user: { id: 'ann' } }, code);
      expect(await unit({}, code), `${code}, logged out again`).to.equal(anonymous);
      await clear();
      expect(await unit({ user: { id: 'ann' } }, code), `${code}, another device`).to.equal(ann);
      await clear();
    }
  });

  it('the host’s date of the last ask holds where the browser has forgotten it', async () => {
    const at = seat({
      when: [{ event: 'go' }],
      user: { id: 'ann', lastAskedAt: new Date(START - 89 * DAY).toISOString() },
    });
    const gate = async () => (await at.askwell.explain()).gates.find(({ code }) => code === 'after-answer')!;
    expect(await gate()).to.include({ pass: false, actual: 89, nextEligibleAt: new Date(START + DAY).toISOString() });
    advance(1);
    expect(await gate()).to.include({ pass: true, actual: 90 });
  });
});
