import { expect } from '@open-wc/testing';
import { checkMessage } from '../../src/schema/index.js';
import { createAskwell, type Message } from '../../src/index.js';
import { clear, releaseClock, seat, stopClock, type Seat } from './setup.js';

describe('a host’s own interface', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    await clear();
    releaseClock();
  });

  /** Resolves to the last message of an ask. One that is overtaken on its way is not sent any more. */
  const finalOf = async ({ askwell, messages }: Seat): Promise<Message> => {
    while (!messages.at(-1)?.final) await new Promise<unknown>((heard) => askwell.on('askwell-delivery', heard));
    return messages.at(-1)!;
  };

  it('need not say what it showed: the standard question, seen when the person answers', async () => {
    const seated = seat({ product: 'Acme' });
    const ask = await seated.next();
    ask.score(0);
    await ask.submit();
    expect(await finalOf(seated)).to.include({ type: 'response', revision: 2, score: 0 });
    expect(seated.messages[0]).to.include({ type: 'asked', revision: 0 });
    for (const message of seated.messages) expect(checkMessage(message)).to.include({ ok: true });
    expect(seated.messages[0]!.shown).to.include({
      question: 'How likely is it that you would recommend Acme to a friend or colleague?',
      locale: 'en',
      layout: 'own',
    });
  });

  for (const [way, type] of [
    ['dismiss', 'dismissed'],
    ['snooze', 'snoozed'],
    ['optOut', 'opted-out'],
  ] as const) {
    it(`need not say what it showed before ${way}() either`, async () => {
      const seated = seat();
      (await seated.next())[way]();
      expect(await finalOf(seated)).to.include({ type, revision: 1 });
      expect(seated.messages[0]).to.include({ type: 'asked', revision: 0 });
    });
  }

  it('may say in part what it showed', async () => {
    const seated = seat({ text: { followUp: 'Why?' } });
    const ask = await seated.next();
    ask.shown({ question: 'Würden Sie uns weiterempfehlen?', locale: 'de' });
    ask.dismiss();
    expect((await finalOf(seated)).shown).to.include({
      question: 'Würden Sie uns weiterempfehlen?',
      followUp: 'Why?',
      locale: 'de',
      dir: 'ltr',
    });
  });

  it('loses no answer by what no answer may hold', async () => {
    const seated = seat();
    const ask = await seated.next();
    ask.score(6);
    ask.reasons(['', ...'abcdefghi']);
    ask.comment(` ${'😀'.repeat(4001)} `);
    ask.contact({ email: 'no address' });
    await ask.submit();
    const last = await finalOf(seated);
    expect(checkMessage(last)).to.include({ ok: true });
    expect(last.reasons).to.deep.equal([...'abcdefgh']);
    expect([...last.comment!]).to.have.length(4000);
    expect(last.contact).to.deep.equal({ ok: true });
  });

  it('takes an address as leave to write to it', async () => {
    const seated = seat();
    const ask = await seated.next();
    ask.score(3);
    ask.contact({ email: 'ada@example.org' });
    await ask.submit();
    expect((await finalOf(seated)).contact).to.deep.equal({ ok: true, email: 'ada@example.org' });
  });

  it('is not needed to hear whom the rules allow to be asked', async () => {
    const askwell = createAskwell({
      throttle: { firstAskAfterDays: 0, minVisits: 1 },
      manners: { automation: false, hidden: false },
    });
    await askwell.ask();
    expect((await askwell.explain()).eligible).to.equal(true);
    await askwell.reset();
    askwell.stop();
  });
});
