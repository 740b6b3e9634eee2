import { expect } from '@open-wc/testing';
import { createAskwell, type Ask, type Askwell, type AskwellConfig } from '../../src/index.js';
import { localStore } from '../../src/storage/local.js';
import {
  advance,
  describeDecision,
  forgetAll,
  historyOf,
  now,
  releaseClock,
  seedHistory,
  setNow,
  type PastAsk,
} from '../../src/testing.js';

const NOW = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

let askwell: Askwell;
let asked: Ask[];
const start = (config: AskwellConfig = {}) => {
  asked = [];
  askwell = createAskwell(
    { when: [{ event: 'go' }], ...config, manners: { automation: false, hidden: false, typing: false } },
    { present: (ask) => void asked.push(ask) },
  );
  return askwell;
};
const closed = async () => (await askwell.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);

describe('askwell/testing', () => {
  beforeEach(async () => {
    setNow(NOW);
    await forgetAll();
  });
  afterEach(async () => {
    askwell?.stop();
    await forgetAll();
    releaseClock();
  });

  it('stops the clock, moves it and gives the real one back', () => {
    expect(now()).to.equal(NOW);
    setNow('2027-01-01T00:00:00Z');
    expect(now()).to.equal(Date.UTC(2027, 0, 1));
    advance({ days: 1, hours: -1, minutes: 30, seconds: 0.5 });
    expect(now()).to.equal(Date.UTC(2027, 0, 1, 23, 30) + 500);
    releaseClock();
    expect(Math.abs(now() - Date.now())).to.be.lessThan(1000);
  });

  it('refuses what is no instant', () => {
    expect(() => setNow('tomorrow')).to.throw(RangeError, 'tomorrow');
  });

  it('lets a test see “90 days later” at once', async () => {
    await seedHistory({ asks: [{ state: 'answered', ago: { days: 1 } }] });
    start();
    expect(await closed()).to.deep.equal(['after-answer']);
    advance({ days: 88, hours: 23 });
    expect(await closed()).to.deep.equal(['after-answer']);
    advance({ hours: 1 });
    expect(await closed()).to.deep.equal([]);
  });

  it('seeds a visitor whom nothing holds back, unless told otherwise', async () => {
    await seedHistory();
    start();
    expect(await closed()).to.deep.equal([]);
    askwell.stop();
    await seedHistory({ firstSeen: { days: 2 }, visits: 0 });
    start();
    expect(await closed()).to.deep.equal(['first-ask-delay', 'min-visits']);
  });

  const PAST: [PastAsk, string][] = [
    [{ state: 'shown', ago: { days: 1 } }, 'after-ignore'],
    [{ state: 'snoozed', ago: { days: 1 } }, 'after-snooze'],
    [{ state: 'dismissed', ago: { days: 1 } }, 'after-dismiss'],
    [{ state: 'opted-out', ago: { days: 1000 } }, 'opted-out'],
    [{ state: 'answered', ago: { days: 1 }, survey: 'support' }, 'between-surveys'],
    [{ state: 'answered', ago: { days: 1 }, user: 'ann' }, 'after-answer'],
  ];
  for (const [past, code] of PAST) {
    it(`seeds an ask that was ${past.state}, so that ${code} is closed`, async () => {
      await seedHistory({ asks: [past] });
      start(past.user ? { user: { id: past.user } } : {});
      expect(await closed()).to.deep.equal([code]);
    });
  }

  it('seeds employees, whose surveys remember by themselves', async () => {
    await seedHistory({ kind: 'employee', asks: [{ state: 'answered', ago: { days: 1 } }] });
    start({ kind: 'employee' });
    expect(await closed()).to.deep.equal(['after-answer']);
    askwell.stop();
    start();
    expect(await closed()).to.deep.equal(['first-ask-delay', 'min-visits']);
  });

  it('forgets all', async () => {
    await seedHistory({ asks: [{ state: 'opted-out', ago: {} }] });
    await forgetAll();
    expect(localStore().read('askwell:device')).to.equal(undefined);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('askwell'))).to.deep.equal([]);
  });

  it('makes a history for a storage of the host’s own', async () => {
    const past = historyOf({ asks: [{ state: 'answered', ago: { days: 10 } }] });
    expect(past.asks[0]).to.include({ at: NOW - 10 * DAY, state: 'answered', survey: 'nps' });
    start({ storage: { read: () => past, merge: () => undefined } });
    expect(await closed()).to.deep.equal(['after-answer']);
  });

  it('says a decision in words', async () => {
    await seedHistory({ asks: [{ state: 'dismissed', ago: { days: 10 } }] });
    start();
    expect(describeDecision(await askwell.explain())).to.equal(
      'after-dismiss: 10 of 30, opens 2026-12-13T00:00:00.000Z',
    );
    advance({ days: 20 });
    expect(describeDecision(await askwell.explain())).to.equal('May be asked now.');
  });
});
