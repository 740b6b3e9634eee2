import { expect } from '@open-wc/testing';
import type { AskState } from '../../src/core/history.js';
import { mergeHistory, type AskRecord } from '../../src/core/history.js';
import { localStore } from '../../src/storage/local.js';
import { advance, clear, DAY, releaseClock, seat, seen, START, stopClock, type Seat } from './setup.js';

const KEY = 'askwell:device';

/** What another tab has written, and the event that the browser sends of it. */
const elsewhere = (state: AskState, survey = 'nps', at = START): void => {
  const ask: AskRecord = { id: '0192f6c0-0000-7000-8000-000000000001', survey, state, at, until: at };
  const kept = localStore().read(KEY) ?? { v: 1, asks: [] };
  localStore().merge(KEY, mergeHistory(kept, { v: 1, asks: [ask] }));
  dispatchEvent(new StorageEvent('storage', { key: KEY }));
};

describe('other tabs', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  const open = async (): Promise<[Seat, Awaited<ReturnType<Seat['next']>>]> => {
    const at = seat({ when: [{ event: 'go' }], throttle: { betweenSurveysDays: 0 } });
    void at.askwell.ask();
    const ask = await at.next();
    ask.shown(seen);
    return [at, ask];
  };
  const settled = (at: Seat) => at.askwell.explain();

  for (const state of ['answered', 'dismissed', 'snoozed', 'opted-out'] as const) {
    it(`close what they show when the question was ${state} elsewhere`, async () => {
      const [at, ask] = await open();
      elsewhere(state);
      await settled(at);
      expect(ask.signal.aborted).to.equal(true);
      ask.score(9);
      expect(at.messages.some(({ type }) => type === 'response')).to.equal(false);
    });
  }

  for (const [what, state, at] of [
    ['was only shown', 'shown', START],
    ['was answered before this one was asked', 'answered', START - 1],
  ] as const) {
    it(`leave it open when one elsewhere ${what}`, async () => {
      const [here, ask] = await open();
      elsewhere(state, 'nps', at);
      await settled(here);
      expect(ask.signal.aborted).to.equal(false);
    });
  }

  it('leave it open for what a clock that was ahead has dated, whatever is stored meanwhile', async () => {
    elsewhere('answered', 'other', START + 3650 * DAY);
    advance(200);
    const [here, ask] = await open();
    dispatchEvent(new StorageEvent('storage', { key: 'of the host' }));
    await settled(here);
    expect(ask.signal.aborted).to.equal(false);
  });

  it('drop what they planned when one was answered elsewhere', async () => {
    const busy = document.body.appendChild(document.createElement('output'));
    busy.className = 'saving';
    const at = seat({ when: [{ event: 'go' }], manners: { busy: '.saving' } });
    at.askwell.track('go');
    await at.askwell.explain();
    elsewhere('answered');
    busy.remove();
    const { gates } = await at.askwell.ask();
    expect(gates.filter(({ pass }) => !pass).map(({ code }) => code)).to.deep.equal(['after-answer']);
    expect(at.asks).to.have.length(0);
  });

  it('plan nothing while one of them has just claimed the ask', async () => {
    const at = seat({ when: [{ event: 'go' }] });
    await at.askwell.explain();
    elsewhere('claimed');
    const { gates } = await at.askwell.ask();
    expect(gates.filter(({ pass }) => !pass).map(({ code }) => code)).to.deep.equal(['other-tab']);
    elsewhere('returned');
    void at.askwell.ask();
    await at.next();
  });
});
