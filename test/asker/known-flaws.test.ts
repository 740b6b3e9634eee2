import { expect } from '@open-wc/testing';
import { createAskwell, type AskwellConfig, type Ask, type History } from '../../src/index.js';
import { hash, WHOLE } from '../../src/core/sampling.js';
import { historyOf, type Past } from '../../src/testing.js';
import { advance, clear, DAY, leave, releaseClock, seat, seen, START, stopClock, type Seat } from './setup.js';

/** Flaws that other in-product surveys have or had, each once met by somebody. None of them may be met here. */
describe('a flaw of other tools that this one does not have', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  /** A page that asks nobody by itself. */
  const page = (config: AskwellConfig = {}): Seat => seat({ when: [{ event: 'go' }], ...config });
  const closed = async ({ askwell }: Seat): Promise<string[]> =>
    (await askwell.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);
  const remember = (past: Past): History => {
    const history = historyOf(past);
    localStorage.setItem('askwell:device', JSON.stringify(history));
    return history;
  };
  const askNow = async (at: Seat): Promise<Ask> => {
    void at.askwell.ask();
    const ask = await at.next();
    ask.shown(seen);
    return ask;
  };
  const answered = { state: 'answered', ago: { days: 1 } } as const;

  it('a date in the future counts as long ago, so the question comes early', async () => {
    remember({ asks: [{ state: 'answered', ago: { days: -3650 } }] });
    expect(await closed(page())).to.deep.equal(['after-answer']);
  });

  it('a date in the future blocks until it has come', async () => {
    remember({ asks: [{ state: 'answered', ago: { days: -3650 } }] });
    await closed(page());
    leave();
    advance(90);
    expect(await closed(page())).to.deep.equal([]);
  });

  for (const [how, end] of [
    ['an answer', (ask: Ask) => void ask.score(9)],
    ['a dismissal', (ask: Ask) => void ask.dismiss()],
  ] as const) {
    it(`the question comes back after ${how}, on the next page`, async () => {
      end(await askNow(page()));
      leave();
      const next = page();
      await next.askwell.ask();
      expect(next.asks).to.have.length(0);
    });
  }

  it('a planned question still comes after signing in has made the person ineligible', async () => {
    remember({ asks: [{ ...answered, user: 'ann' }] });
    const waiting = page({ user: { id: 'ben' }, manners: { busy: 'main.saving' } });
    const main = Object.assign(document.createElement('main'), { className: 'saving' });
    document.body.append(main);
    expect((await waiting.askwell.ask()).eligible).to.equal(false);
    await waiting.askwell.identify({ id: 'ann' });
    main.remove();
    expect((await waiting.askwell.ask()).eligible).to.equal(false);
    expect(waiting.asks).to.have.length(0);
  });

  it('a page reload in the middle loses the answer to the waiting period', async () => {
    const first = page();
    (await askNow(first)).score(4);
    await first.askwell.diagnostics();
    leave();
    const second = page();
    expect(await closed(second)).to.deep.equal(['after-answer']);
    expect(first.messages.some(({ score }) => score === 4)).to.equal(true);
  });

  it('a question that is ignored comes back on every page', async () => {
    await askNow(page());
    leave();
    for (const days of [0, 1, 5]) {
      advance(days);
      expect(await closed(page()), `after ${days} more days`).to.deep.equal(['after-ignore']);
      leave();
    }
    advance(1);
    expect(await closed(page())).to.deep.equal([]);
  });

  it('two tabs show it at once', async () => {
    const tabs = [page(), page(), page()];
    await Promise.all(tabs.map(({ askwell }) => askwell.ask()));
    expect(tabs.flatMap(({ asks }) => asks)).to.have.length(1);
  });

  it('the tab that writes last wipes out what the other has written', async () => {
    const tabs = [
      page({ survey: 'one', throttle: { betweenSurveysDays: 0 } }),
      page({ survey: 'two', throttle: { betweenSurveysDays: 0 } }),
    ];
    for (const tab of tabs) (await askNow(tab)).dismiss();
    leave();
    expect(await closed(page({ survey: 'one' }))).to.include('after-dismiss');
    leave();
    expect(await closed(page({ survey: 'two' }))).to.include('after-dismiss');
  });

  it('the waiting period depends on the network, so a blocked request means being asked again', async () => {
    const blocked = () => Promise.reject(new TypeError('Failed to fetch'));
    (await askNow(page({ endpoint: blocked }))).dismiss();
    leave();
    expect(await closed(page({ endpoint: blocked }))).to.deep.equal(['after-dismiss']);
  });

  it('a question that the host did not let through counts as asked', async () => {
    const at = page();
    at.askwell.on('askwell-ask', (event) => event.preventDefault());
    await at.askwell.ask();
    leave();
    expect(await closed(page())).to.deep.equal([]);
  });

  it('a question whose view could not be loaded counts as asked', async () => {
    const at = createAskwell(
      {
        when: [{ event: 'go' }],
        throttle: { firstAskAfterDays: 0, minVisits: 1 },
        manners: { automation: false, hidden: false },
      },
      { present: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')) },
    );
    await at.ask();
    expect(await closed(page())).to.deep.equal([]);
    at.stop();
  });

  it('a question that finds another one open counts as asked', async () => {
    const [open, late] = [page({ survey: 'one' }), page({ survey: 'two' })];
    await askNow(open);
    expect((await late.askwell.ask()).eligible).to.equal(false);
    leave();
    expect(await closed(page({ survey: 'two' }))).to.deep.equal(['between-surveys']);
    leave();
    advance(14);
    expect(await closed(page({ survey: 'two' }))).to.deep.equal([]);
  });

  it('a host that shows nothing of what it is given blocks every other question', async () => {
    const silent = page({ survey: 'one' });
    void silent.askwell.ask();
    await silent.next();
    leave();
    expect(await closed(page({ survey: 'two' }))).to.deep.equal([]);
  });

  it('a share of 10 % is drawn anew at every trigger, until nearly everybody was asked', async () => {
    const at = page({ user: { id: 'ann' }, sampling: { rate: 0.1 } });
    const first = (await at.askwell.ask()).gates.find(({ code }) => code === 'sampling')!;
    for (let i = 0; i < 20; i++) {
      advance(1);
      const again = (await at.askwell.explain()).gates.find(({ code }) => code === 'sampling')!;
      expect([again.pass, again.actual]).to.deep.equal([first.pass, first.actual]);
    }
  });

  it('the draw is the same for everybody', async () => {
    const units = new Set<unknown>();
    for (const id of ['ann', 'ben', 'cy', 'di']) {
      const { gates } = await page({ user: { id } }).askwell.explain();
      units.add(gates.find(({ code }) => code === 'sampling')!.actual);
      leave();
    }
    expect(units.size).to.equal(4);
  });

  it('raising the share never adds those who were once left out, and every wave asks the same people', async () => {
    const unit = hash('nps:2026-Q4:ann') / WHOLE;
    const passes = async (rate: number) =>
      !(await closed(page({ user: { id: 'ann' }, sampling: { rate } }))).includes('sampling');
    expect(await passes(unit - 0.01)).to.equal(false);
    leave();
    expect(await passes(unit + 0.01)).to.equal(true);
    expect(hash('nps:2027-Q1:ann') / WHOLE).to.not.equal(unit);
  });

  it('one clock for all surveys, so that a frequent one starves a rare one', async () => {
    remember({
      asks: [
        { ...answered, survey: 'weekly', ago: { days: 1 } },
        { ...answered, survey: 'weekly', ago: { days: 8 } },
        { ...answered, ago: { days: 91 } },
      ],
    });
    expect(await closed(page())).to.deep.equal(['between-surveys']);
    leave();
    expect(await closed(page({ throttle: { betweenSurveysDays: 1 } }))).to.deep.equal([]);
  });

  it('logging out wipes the waiting period', async () => {
    const at = page({ user: { id: 'ann' } });
    (await askNow(at)).score(10);
    await at.askwell.identify(undefined);
    expect(await closed(at)).to.deep.equal(['after-answer']);
    await at.askwell.identify({ id: 'ann' });
    expect(await closed(at)).to.deep.equal(['after-answer']);
  });

  it('the next person on a device inherits the waiting period of the one before', async () => {
    const at = page({ user: { id: 'ann' } });
    (await askNow(at)).score(10);
    await at.askwell.identify({ id: 'ben' });
    expect(await closed(at)).to.deep.equal([]);
  });

  it('signing in loses what the person was asked before', async () => {
    const at = page();
    (await askNow(at)).score(10);
    await at.askwell.identify({ id: 'ann' });
    expect(await closed(at)).to.deep.equal(['after-answer']);
    leave();
    expect(await closed(page({ user: { id: 'ben' } }))).to.deep.equal([]);
  });

  it('another device asks again, and there is no way to prevent it', async () => {
    const backend = historyOf({ asks: [{ ...answered, user: 'ann' }] });
    const storage = { read: async () => backend, merge: () => undefined };
    expect(await closed(page({ user: { id: 'ann' }, storage }))).to.deep.equal(['after-answer']);
    leave();
    localStorage.clear();
    // What this page still remembers is ann's.
    expect(await closed(page({ user: { id: 'ben', lastAskedAt: START - DAY } }))).to.deep.equal(['after-answer']);
  });

  it('a limit that is left open lets through what another limit forbids', async () => {
    remember({ asks: [answered] });
    expect(
      await closed(page({ throttle: { maxIgnores: 10_000, afterIgnoreDays: 0, afterDismissDays: 0 } })),
    ).to.deep.equal(['after-answer']);
  });

  it('a misspelt key is ignored, and the limit is not the one that was meant', async () => {
    const { error } = console;
    const said: string[] = [];
    console.error = (text: string) => said.push(text);
    try {
      const at = page({ throttle: { maxIgnore: 4 } } as AskwellConfig);
      await new Promise<void>((told) => at.askwell.on('askwell-error', () => setTimeout(told)));
      expect((await at.askwell.ask()).eligible).to.equal(false);
    } finally {
      console.error = error;
    }
    expect(said.join()).to.include('throttle.maxIgnore').and.to.include('maxIgnores');
  });

  it('closing after the answer makes a dismissal of it and shortens the wait', async () => {
    const ask = await askNow(page());
    ask.score(6);
    advance(0.001);
    ask.dismiss();
    leave();
    advance(30);
    expect(await closed(page())).to.deep.equal(['after-answer']);
  });

  it('an answer that could not be sent is not remembered as given', async () => {
    const ask = await askNow(page({ endpoint: () => Promise.reject(new Error('500')) }));
    ask.score(6);
    leave();
    expect(await closed(page())).to.deep.equal(['after-answer']);
  });

  it('which rule wins differs between the ways in', async () => {
    await import('../../src/define.js');
    remember({
      asks: [{ ...answered, survey: 'other' }, answered, { state: 'opted-out', ago: { days: 2 } }],
      visits: 1,
    });
    const config: AskwellConfig = {
      when: [{ event: 'go' }],
      throttle: { minVisits: 9 },
      manners: { automation: false, hidden: false },
    };
    const element = Object.assign(document.createElement('ask-well'), { config });
    document.body.append(element);
    const headless = createAskwell(config, { present: () => undefined });
    const { gates } = await headless.explain();
    expect((await element.explain()).gates).to.deep.equal(gates);
    expect(gates.find(({ pass }) => !pass)!.code).to.equal('opted-out');
    await headless.reset();
    headless.stop();
    element.remove();
  });

  it('localStorage that throws breaks the page', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { configurable: true, get: denied });
    try {
      const at = page();
      (await askNow(at)).score(3);
      expect(await closed(at)).to.deep.equal(['after-answer']);
    } finally {
      Object.defineProperty(window, 'localStorage', descriptor);
    }
  });

  it('an event that once happened asks in a later visit, without the event', async () => {
    const first = page({ when: [{ event: 'paid', count: 2 }] });
    first.askwell.track('paid');
    leave();
    const later = page({ when: [{ event: 'paid', count: 2 }] });
    later.askwell.track('paid');
    await later.askwell.explain();
    expect(later.asks).to.have.length(0);
    expect(later.events).to.have.length(0);
  });

  it('a note about a question in progress, left by a crash, shows an empty box', async () => {
    const { asks } = remember({ asks: [answered] });
    localStorage.setItem(
      'askwell:device',
      JSON.stringify({ ...historyOf(), asks: [{ ...asks[0], state: 'claimed', at: START, until: START }] }),
    );
    const at = page();
    expect(await closed(at)).to.deep.equal(['other-tab']);
    expect(at.asks).to.have.length(0);
    advance(1);
    expect(await closed(at)).to.deep.equal([]);
  });

  it('history.pushState is patched, and restored over somebody else’s patch', async () => {
    const { pushState, replaceState } = history;
    const at = page();
    await closed(at);
    expect([history.pushState, history.replaceState]).to.deep.equal([pushState, replaceState]);
    expect(Object.keys(history)).to.deep.equal([]);
    leave();
    expect([history.pushState, history.replaceState]).to.deep.equal([pushState, replaceState]);
  });

  it('support staff who look at a customer’s account answer for the customer', async () => {
    const at = page({ user: { id: 'ann' }, manners: { veto: () => true } });
    expect((await at.askwell.ask()).eligible).to.equal(false);
    expect(at.asks).to.have.length(0);
    expect(await closed(at)).to.deep.equal(['veto']);
  });
});
