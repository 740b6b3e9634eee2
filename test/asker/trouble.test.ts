import { expect } from '@open-wc/testing';
import type { AskwellConfig } from '../../src/index.js';
import { clear, releaseClock, seat, seen, stopClock } from './setup.js';

describe('when something is wrong', () => {
  const { error } = console;
  let said: string[] = [];

  beforeEach(() => {
    stopClock();
    said = [];
    console.error = (...words: unknown[]) => void said.push(words.join(' '));
  });
  afterEach(async () => {
    console.error = error;
    await clear();
    releaseClock();
  });

  it('asks nobody under what is no configuration, and says so', async () => {
    const { askwell, events } = seat({ user: { id: 'ann' } });
    await askwell.explain();
    for (const wrong of [null, 'nps', 7]) {
      const told = new Promise((heard) => askwell.on('askwell-error', heard));
      askwell.update(wrong as never);
      await told;
      expect(await askwell.ask()).to.deep.equal({ eligible: false, gates: [] });
    }
    expect(events.filter(({ type }) => type === 'askwell-error')).to.have.length(3);
  });

  it('asks nobody under a wrong configuration and names the path and the nearest right key', async () => {
    const { askwell, asks, events } = seat({ throttle: { afterAnwserDays: 90 } } as AskwellConfig);
    expect((await askwell.ask()).eligible).to.equal(false);
    await new Promise<void>((told) => {
      if (events.length) told();
      else askwell.on('askwell-error', () => told());
    });
    await Promise.resolve();
    expect(asks).to.have.length(0);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('throttle.afterAnwserDays').and.to.contain('afterAnswerDays');
  });

  it('works from memory when localStorage throws, and asks once', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const { askwell, next, messages } = seat();
      const ask = await next();
      ask.shown(seen);
      ask.score(3);
      await ask.submit();
      expect(messages.at(-1)).to.include({ score: 3, final: true });
      expect((await askwell.ask()).eligible).to.equal(false);
    } finally {
      Object.defineProperty(window, 'localStorage', descriptor);
    }
  });

  it('survives a history that is not one', async () => {
    localStorage.setItem('askwell:device', '{"v":1,"asks":[null,{"id":7}],"visits":"many"}');
    const ask = await seat().next();
    expect(ask.id).to.match(/^[0-9a-f-]{36}$/);
  });

  it('stores and asks nothing before consent, then keeps what was seen', async () => {
    const { askwell, next, asks } = seat({ consent: 'required' });
    const { gates } = await askwell.ask();
    expect(gates[0]).to.include({ code: 'consent', pass: false });
    expect(Object.keys(localStorage)).to.deep.equal([]);
    expect(await indexedDB.databases()).to.deep.equal([]);
    expect(asks).to.have.length(0);
    await askwell.consent('granted');
    void askwell.ask();
    (await next()).shown(seen);
    expect(Object.keys(localStorage)).to.include('askwell:device');
  });

  it('asks once consent is there, when the moment came before it', async () => {
    const { askwell, asks, next } = seat({ consent: 'required' });
    expect((await askwell.explain()).eligible).to.equal(false);
    expect(asks).to.have.length(0);
    await askwell.consent('granted');
    expect((await next()).signal.aborted).to.equal(false);
  });

  it('asks nobody on consent alone', async () => {
    const { askwell, asks } = seat({ consent: 'required', when: [{ event: 'never' }] });
    await askwell.consent('granted');
    await askwell.explain();
    expect(asks).to.have.length(0);
  });

  it('puts nobody into the message of an employee survey', async () => {
    const { next, messages } = seat({
      kind: 'employee',
      user: { id: 'u_42', traits: { team: 'x' } },
      context: { properties: { desk: 7 } },
      contact: true,
    });
    const ask = await next();
    ask.shown(seen);
    ask.score(2);
    ask.contact({ ok: true, email: 'ada@example.org' });
    await ask.submit();
    const last = messages.at(-1)!;
    for (const key of ['person', 'context', 'contact', 'timing']) expect(last, key).to.not.have.property(key);
    expect(last.at).to.equal('2026-11-02T00:00:00.000Z');
    expect(last.shown.at).to.equal('2026-11-02T00:00:00.000Z');
    const time = parseInt(last.id.slice(0, 8) + last.id.slice(9, 13), 16);
    expect(new Date(time).toISOString()).to.equal('2026-11-02T00:00:00.000Z');
    expect(JSON.stringify(last)).to.not.match(/u_42|desk|example\.org/);
  });
});
