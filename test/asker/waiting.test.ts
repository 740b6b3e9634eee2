import { expect } from '@open-wc/testing';
import type { Decision } from '../../src/core/decision.js';
import { fakePage, type FakePage } from '../page/fake-page.js';
import { clear, goTo, heldStorage, leave, releaseClock, seat, stopClock, type Seat } from './setup.js';

const MINUTE = 60_000;

/** A moment that is wrong, of a person who may be asked. */
describe('waiting for a better moment', () => {
  let page: FakePage;
  let busy: HTMLElement;

  beforeEach(() => {
    stopClock();
    busy = document.body.appendChild(document.createElement('output'));
    busy.className = 'saving';
    page = fakePage();
  });
  afterEach(async () => {
    page.restore();
    busy.remove();
    await clear();
    releaseClock();
  });

  /** What was decided, in the words of the events: the gates that refuse, and whether it waits. */
  const heard = ({ events }: Seat): string[] =>
    events
      .filter(({ type }) => type === 'askwell-decision')
      .map((event) => {
        const { eligible, waiting, gates } = event as Event & Decision;
        const closed = gates.filter(({ pass }) => !pass).map(({ code }) => code);
        return eligible ? 'asks' : `${waiting ? 'waits' : 'refuses'}: ${closed}`;
      });
  /** Looks that were begun are done when a later one is. */
  const settled = ({ askwell }: Seat): Promise<unknown> => askwell.explain();
  const second = (at: Seat): Promise<unknown> => {
    page.advance(1000);
    return settled(at);
  };
  const start = async (): Promise<Seat> => {
    const at = seat({ when: [{ event: 'go' }], manners: { busy: '.saving' } });
    await at.askwell.explain();
    return at;
  };
  const fire = async (at: Seat): Promise<void> => {
    at.askwell.track('go');
    await settled(at);
  };

  it('says once that it waits, and for what, and asks within a second of its end', async () => {
    const at = await start();
    await fire(at);
    await second(at);
    await second(at);
    expect(heard(at)).to.deep.equal(['waits: busy']);
    busy.remove();
    await second(at);
    await at.next();
    expect(heard(at)).to.deep.equal(['waits: busy', 'asks']);
  });

  it('waits for a hidden page to be looked at', async () => {
    page.hide();
    const hidden = seat({ when: [{ event: 'go' }], manners: { hidden: true } });
    await hidden.askwell.explain();
    await fire(hidden);
    expect(heard(hidden)).to.deep.equal(['waits: hidden']);
    page.show();
    await second(hidden);
    await hidden.next();
    expect(heard(hidden)).to.deep.equal(['waits: hidden', 'asks']);
  });

  it('is given up after ten minutes, with the reason, and no timer stays behind', async () => {
    const at = await start();
    await fire(at);
    page.advance(10 * MINUTE - 1000);
    await settled(at);
    expect(heard(at)).to.deep.equal(['waits: busy']);
    await second(at);
    await second(at);
    expect(heard(at)).to.deep.equal(['waits: busy', 'refuses: busy']);
    busy.remove();
    await second(at);
    await second(at);
    expect(at.asks).to.have.length(0);
    await fire(at);
    expect(await at.next()).to.have.property('id');
  });

  it('is bounded though the wall clock is put back by ten years meanwhile', async () => {
    const at = await start();
    await fire(at);
    (globalThis as any)[Symbol.for('askwell.clock')] = () => Date.UTC(2016, 10, 2);
    page.advance(10 * MINUTE - 1000);
    await settled(at);
    await second(at);
    await second(at);
    expect(heard(at).at(-1)).to.equal('refuses: busy');
  });

  it('ends with the reason when the person is meanwhile one who may not be asked', async () => {
    const at = await start();
    await fire(at);
    await at.askwell.identify({ id: 'ann', lastAskedAt: Date.UTC(2026, 9, 30) });
    await second(at);
    busy.remove();
    await second(at);
    expect(heard(at)).to.deep.equal(['waits: busy', 'refuses: after-answer,busy']);
    expect(at.asks).to.have.length(0);
  });

  it('goes on once, however many triggers fire', async () => {
    const at = await start();
    const before = page.timers;
    for (let i = 0; i < 20; i++) await fire(at);
    expect(page.timers - before, 'timers').to.equal(1);
    busy.remove();
    await second(at);
    await at.next();
    await second(at);
    expect(at.asks).to.have.length(1);
  });

  describe('in a single-page application', () => {
    const address = location.href;
    afterEach(() => history.replaceState(null, '', address));

    it('ends with the view in which the moment came', async () => {
      const at = seat({ when: [{ seconds: 5 }], manners: { busy: '.saving' } });
      await at.askwell.explain();
      page.advance(5000);
      await settled(at);
      expect(heard(at)).to.deep.equal(['waits: busy']);
      goTo('?two');
      busy.remove();
      await second(at);
      await second(at);
      expect(heard(at)).to.deep.equal(['waits: busy']);
      page.advance(3000);
      await settled(at);
      expect(heard(at)).to.deep.equal(['waits: busy', 'asks']);
    });

    it('ends with the view also where it has not been judged yet', async () => {
      const { storage, reading } = heldStorage();
      const at = seat({ when: [{ seconds: 1 }], storage });
      const answer = await reading();
      page.advance(1000);
      goTo('?two');
      answer();
      await settled(at);
      expect(heard(at)).to.deep.equal([]);
    });

    it('goes on in the next view when it is for something that happened', async () => {
      const at = await start();
      await fire(at);
      goTo('?two');
      busy.remove();
      await second(at);
      await at.next();
    });

    it('is not done for consent that comes in a later view', async () => {
      const at = seat({ when: [{ event: 'go' }], consent: 'required' });
      await fire(at);
      goTo('?two');
      await at.askwell.consent('granted');
      await settled(at);
      expect(heard(at)).to.deep.equal(['refuses: consent']);
      await fire(at);
      await at.next();
    });
  });

  it('goes on under a configuration that is written anew, for no longer than ten minutes in all', async () => {
    const at = await start();
    await fire(at);
    page.advance(6 * MINUTE);
    await settled(at);
    at.askwell.update({ ...at.given, endpoint: async () => undefined });
    await settled(at);
    page.advance(4 * MINUTE - 1000);
    await settled(at);
    await second(at);
    await second(at);
    expect(heard(at).at(-1)).to.equal('refuses: busy');
    busy.remove();
    await second(at);
    expect(at.asks).to.have.length(0);
  });

  it('ends with the person whose moment it was', async () => {
    const at = seat({ when: [{ event: 'go' }], manners: { busy: '.saving' }, user: { id: 'ann' } });
    await fire(at);
    expect(heard(at)).to.deep.equal(['waits: busy']);
    await at.askwell.identify({ id: 'ben' });
    busy.remove();
    await second(at);
    await second(at);
    expect(heard(at)).to.deep.equal(['waits: busy']);
  });

  it('ends with the page', async () => {
    const at = await start();
    const before = page.timers;
    await fire(at);
    leave();
    expect(page.timers).to.be.at.most(before);
    busy.remove();
    await second(at);
    expect(at.asks).to.have.length(0);
  });

  it('is not done for a robot', async () => {
    const at = seat({ when: [{ event: 'go' }], manners: { automation: true } });
    const { webdriver } = navigator;
    Object.defineProperty(navigator, 'webdriver', { value: true, configurable: true });
    try {
      await at.askwell.explain();
      await fire(at);
    } finally {
      Object.defineProperty(navigator, 'webdriver', { value: webdriver, configurable: true });
    }
    expect(heard(at)).to.deep.equal(['refuses: automation']);
  });
});
