import { expect } from '@open-wc/testing';
import { advance, clear, DAY, goTo, leave, releaseClock, seat, seen, START, stopClock } from './setup.js';

const codes = [
  'consent',
  'opted-out',
  'holdout',
  'sampling',
  'cohort-day',
  'path',
  'first-ask-delay',
  'min-visits',
  'after-answer',
  'after-dismiss',
  'after-snooze',
  'after-ignore',
  'max-ignores',
  'between-surveys',
  'other-tab',
  'hidden',
  'modal',
  'typing',
  'media',
  'recent-error',
  'automation',
  'busy',
  'veto',
];

describe('asking', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  it('explains every gate in order of precedence', async () => {
    const { askwell } = seat({ when: [{ event: 'never' }] });
    const { gates, eligible } = await askwell.explain();
    expect(gates.map(({ code }) => code)).to.deep.equal(codes);
    expect(eligible).to.equal(true);
  });

  it('asks nobody on the first visit by default, and says from when', async () => {
    const { askwell, asks } = seat({ throttle: { firstAskAfterDays: 7, minVisits: 3 } });
    const { eligible, gates } = await askwell.ask();
    expect(eligible).to.equal(false);
    expect(asks).to.have.length(0);
    const failing = gates.filter(({ pass }) => !pass);
    expect(failing.map(({ code }) => code)).to.deep.equal(['first-ask-delay', 'min-visits']);
    expect(failing[0]!.nextEligibleAt).to.equal(new Date(START + 7 * DAY).toISOString());
  });

  describe('in a single-page application', () => {
    const address = location.href;
    afterEach(() => history.replaceState(null, '', address));

    it('a view is a page view: a visit, when half an hour has gone since the last', async () => {
      const { askwell } = seat({ when: [{ event: 'never' }] });
      const visits = async () => (await askwell.explain()).gates.find(({ code }) => code === 'min-visits')!.actual;
      const MINUTE = DAY / 1440;
      expect(await visits()).to.equal(1);
      advance((29 * MINUTE) / DAY);
      goTo('?two');
      expect(await visits()).to.equal(1);
      advance((29 * MINUTE) / DAY);
      goTo('?three');
      expect(await visits()).to.equal(1);
      advance((30 * MINUTE) / DAY);
      goTo('?four');
      expect(await visits()).to.equal(2);
    });

    it('who may be asked in a later view only is asked there, also when there is no moment to wait for', async () => {
      const { askwell, next, asks } = seat({ throttle: { minVisits: 2 } });
      expect((await askwell.explain()).eligible).to.equal(false);
      expect(asks).to.have.length(0);
      advance(1);
      goTo('?two');
      await next();
    });
  });

  it('who answers while the clock is set back is not asked again when it is right', async () => {
    await seat({ when: [{ event: 'never' }] }).askwell.explain();
    leave();
    advance(-3650);
    const ask = await seat().next();
    ask.shown(seen);
    ask.score(9);
    advance(3650);
    for (const [days, pass] of [
      [1, false],
      [89 - 1 / DAY, false],
      [1 / DAY, true],
    ] as const) {
      leave();
      advance(days);
      const { gates } = await seat({ when: [{ event: 'never' }] }).askwell.explain();
      const gate = gates.find(({ code }) => code === 'after-answer')!;
      expect(gate.pass).to.equal(pass);
      if (!pass) expect(gate.nextEligibleAt).to.equal(new Date(START + 90 * DAY).toISOString());
    }
  });

  it('sends the ask, the score and the comment as revisions of one id', async () => {
    const { askwell, next, messages } = seat();
    const ask = await next();
    ask.shown(seen);
    const scoreArrived = new Promise<void>((tell) =>
      askwell.on('askwell-delivery', ({ revision }) => revision === 1 && tell()),
    );
    expect(ask.score(0)).to.equal('detractor');
    await scoreArrived;
    ask.comment(' Too slow. ');
    await ask.submit();
    expect(messages.map(({ type, revision, final }) => [type, revision, final])).to.deep.equal([
      ['asked', 0, false],
      ['response', 1, false],
      ['response', 2, true],
    ]);
    expect(new Set(messages.map(({ id }) => id)).size).to.equal(1);
    const last = messages.at(-1)!;
    expect(last).to.include({ schema: 'askwell/1', score: 0, category: 'detractor', comment: 'Too slow.' });
    expect(last.survey).to.deep.equal({ id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'now' });
    expect(JSON.stringify(messages)).to.not.match(/:null|:""/);
  });

  it('is eligible again when exactly 90 days have passed since the answer', async () => {
    const first = seat();
    const ask = await first.next();
    ask.shown(seen);
    ask.score(9);
    await ask.submit();
    leave();
    const later = seat({ when: [{ event: 'never' }] });
    advance(90 - 1 / DAY);
    expect((await later.askwell.explain()).gates.find(({ code }) => code === 'after-answer')).to.include({
      pass: false,
      required: 90,
    });
    advance(1 / DAY);
    expect((await later.askwell.explain()).eligible).to.equal(true);
  });

  it('does not ask again after a dismissal, nor a different survey within a fortnight', async () => {
    const ask = await seat().next();
    ask.shown(seen);
    expect(ask.dismiss()).to.equal(true);
    leave();
    const failing = async (survey: string) =>
      (await seat({ survey, when: [{ event: 'never' }] }).askwell.explain()).gates
        .filter(({ pass }) => !pass)
        .map(({ code }) => code);
    expect(await failing('nps')).to.deep.equal(['after-dismiss']);
    expect(await failing('other')).to.deep.equal(['between-surveys']);
  });

  it('takes an ask that the host cancelled as never made', async () => {
    const { askwell, asks } = seat({ when: [{ event: 'go' }] });
    askwell.on('askwell-ask', (event) => event.preventDefault());
    await askwell.ask();
    expect(asks).to.have.length(0);
    expect((await askwell.explain()).eligible).to.equal(true);
  });

  it('keeps the question open when the host cancels the closing', async () => {
    const { askwell, next, messages } = seat();
    const ask = await next();
    ask.shown(seen);
    const off = askwell.on('askwell-dismiss', (event) => event.preventDefault());
    expect(ask.dismiss('escape')).to.equal(false);
    off();
    expect(ask.optOut()).to.equal(true);
    await askwell.diagnostics();
    expect(messages.map(({ type }) => type)).to.deep.equal(['asked', 'opted-out']);
  });

  it('leaves a final response when it is closed after a score', async () => {
    const { askwell, next, messages } = seat();
    const ask = await next();
    ask.shown(seen);
    ask.score(7);
    ask.comment('never sent');
    ask.dismiss();
    await askwell.diagnostics();
    const last = messages.at(-1)!;
    expect(last).to.include({ type: 'response', final: true, score: 7 });
    expect(last).to.not.have.property('comment');
  });

  it('keeps “do not ask me again” for good', async () => {
    const ask = await seat().next();
    ask.shown(seen);
    ask.optOut();
    leave();
    advance(3650);
    const { eligible, nextEligibleAt } = await seat({ when: [{ event: 'never' }] }).askwell.explain();
    expect(eligible).to.equal(false);
    expect(nextEligibleAt).to.equal(undefined);
  });

  it('says the decision as an event with the same fields', async () => {
    const { askwell, events } = seat({ throttle: { minVisits: 5 } });
    const decision = await askwell.ask();
    const event = events.find(({ type }) => type === 'askwell-decision') as Event & {
      eligible: boolean;
      detail: unknown;
    };
    expect(event.eligible).to.equal(false);
    expect(event.detail).to.deep.equal(decision);
    expect(event.bubbles && event.composed).to.equal(true);
  });

  it('asks one of two pages that want to ask at the same moment', async () => {
    const pages = [seat({ when: [{ event: 'go' }] }), seat({ when: [{ event: 'go' }] })];
    await Promise.all(pages.map(({ askwell }) => askwell.ask()));
    expect(pages.map(({ asks }) => asks.length).sort((a, b) => a - b)).to.deep.equal([0, 1]);
  });

  it('shows a preview without storing or sending anything', async () => {
    const { createAskwell } = await import('../../src/index.js');
    const sent: unknown[] = [];
    const ask = await new Promise<import('../../src/index.js').Ask>((present) => {
      createAskwell({ endpoint: async (message) => sent.push(message) }, { present, preview: true });
    });
    ask.shown(seen);
    ask.score(10);
    await ask.submit();
    expect(sent).to.have.length(0);
    expect(Object.keys(localStorage)).to.have.length(0);
    expect(await indexedDB.databases()).to.deep.equal([]);
  });
});
