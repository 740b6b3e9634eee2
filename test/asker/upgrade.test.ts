import { expect } from '@open-wc/testing';
import type { History } from '../../src/index.js';
import { openDurable } from '../../src/storage/indexed-db.js';
import { clear, leave, releaseClock, seat, seen, START, stopClock } from './setup.js';

const ID = '01a22b6a-5f80-7000-8000-0123456789ab';

/** What version 1 has written, to the letter. A version 2 has to read it; this file is not to be changed for it. */
const V1 = `{"v":1,"asks":[{"id":"${ID}","survey":"nps","state":"answered","at":1793000000000,"until":1793000004200,"by":"0123456789abcdef"},{"id":"01a22b6a-5f80-7000-8000-0123456789ac","survey":"nps","state":"dismissed","at":1792000000000,"until":1792000001000}],"firstSeen":1790000000000,"visits":7,"lastVisit":1793000000000,"anonymousId":"1,2,3,4"}`;

describe('what earlier and later versions have stored', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  const page = () => seat({ when: [{ event: 'go' }], throttle: { minVisits: 8, firstAskAfterDays: 7 } });
  const gates = async (at: ReturnType<typeof page>) => {
    const { gates } = await at.askwell.explain();
    return Object.fromEntries(gates.map((gate) => [gate.code, gate]));
  };

  it('by version 1 in localStorage counts in full', async () => {
    localStorage.setItem('askwell:device', V1);
    const found = await gates(page());
    expect(found['after-answer']).to.include({ pass: false, actual: (START - 1793000004200) / 86_400_000 });
    expect(found['after-dismiss']).to.include({ actual: (START - 1792000001000) / 86_400_000 });
    expect(found['first-ask-delay']).to.include({ pass: true, actual: (START - 1790000000000) / 86_400_000 });
    expect(found['min-visits']).to.include({ pass: true, actual: 8 });
    const kept = JSON.parse(localStorage.getItem('askwell:device')!) as History;
    const { asks, firstSeen, anonymousId } = JSON.parse(V1) as History;
    expect(kept.asks).to.deep.equal(asks);
    expect(kept).to.include({ v: 1, firstSeen, anonymousId });
  });

  it('by version 1 in IndexedDB counts where localStorage was lost', async () => {
    const durable = await openDurable('askwell');
    await durable.put('ask/000000', (JSON.parse(V1) as History).asks[0]);
    const at = seat({ when: [{ event: 'go' }] });
    await at.askwell.ask();
    expect(at.asks).to.have.length(0);
    expect((await gates(at))['after-answer']).to.include({ pass: false });
  });

  it('is written today as version 1 wrote it', async () => {
    const at = seat({ when: [{ event: 'go' }], user: { id: 'ann' }, sampling: { rate: 1, spread: true } });
    (globalThis as any)[Symbol.for('askwell.clock')] = () => Date.UTC(2026, 11, 31, 23);
    void at.askwell.ask();
    (await at.next()).shown(seen);
    const kept = JSON.parse(localStorage.getItem('askwell:device')!) as History;
    const { asks, ...rest } = JSON.parse(V1) as History;
    expect(Object.keys(kept).sort()).to.deep.equal(Object.keys({ asks, ...rest }).sort());
    expect(Object.keys(kept.asks[0]!).sort()).to.deep.equal(Object.keys(asks[0]!).sort());
    const rows = await (await openDurable('askwell')).entries<object>('ask/');
    expect(rows.map(([key]) => key)).to.deep.equal(['ask/000000']);
    expect(Object.keys(rows[0]![1]).sort()).to.deep.equal(Object.keys(asks[0]!).sort());
  });

  it('by a later version is left as it is, and nobody is asked twice for that', async () => {
    const later = '{"v":2,"asked":{}}';
    localStorage.setItem('askwell:device', later);
    const at = seat({ when: [{ event: 'go' }] });
    void at.askwell.ask();
    (await at.next()).shown(seen);
    await at.askwell.diagnostics();
    leave();
    const next = seat({ when: [{ event: 'go' }] });
    await next.askwell.ask();
    expect(next.asks).to.have.length(0);
    expect(localStorage.getItem('askwell:device')).to.equal(later);
  });
});
