import { expect } from '@open-wc/testing';
import { createAskwell, type Ask, type AskwellConfig, type Decision, type Message } from '../../src/index.js';
import { AskWell } from '../../src/define.js';
import { historyOf } from '../../src/testing.js';
import { openDurable } from '../../src/storage/indexed-db.js';
import { personHash } from '../../src/core/person.js';
import { fakePage } from '../page/fake-page.js';
import {
  clear,
  DAY,
  heldStorage,
  leave,
  nextEvent,
  nextTask,
  releaseClock,
  seat,
  seen,
  START,
  stopClock,
  type Seat,
} from './setup.js';

const KEY = 'askwell:device';

/** Who is here and what they have said does not hang on the configuration, nor on the instant in which it was said. */
describe('somebody', () => {
  beforeEach(stopClock);
  afterEach(async () => {
    // One that still runs is needed to forget what this page remembers.
    page();
    await clear();
    releaseClock();
  });

  const page = (config: AskwellConfig = {}): Seat => seat({ when: [{ event: 'go' }], ...config });
  const closed = async ({ askwell }: Pick<Seat, 'askwell'>): Promise<string[]> =>
    (await askwell.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);
  const ask = async (at: Seat): Promise<Ask> => {
    at.askwell.track('go');
    const shown = await at.next();
    shown.shown(seen);
    return shown;
  };
  /** All that was begun is done. */
  const settled = (at: Seat): Promise<unknown> => at.askwell.explain();
  const decisions = ({ events }: Seat): Event[] => events.filter(({ type }) => type === 'askwell-decision');
  /** Was it ever decided that somebody may be asked? */
  const isAsked = (at: Seat): boolean => decisions(at).some((event) => (event as Event & Decision).eligible);
  const errors = ({ events }: Seat): string[] =>
    events.flatMap((event) => (event as Event & { errors?: string[] }).errors ?? []);

  describe('who has said no', () => {
    it('has said it for every later configuration', async () => {
      const at = page();
      await at.askwell.consent('denied');
      at.askwell.update({ ...at.given, theme: 'dark' });
      at.askwell.track('go');
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(isAsked(at)).to.equal(false);
      expect(Object.keys(localStorage)).to.deep.equal([]);
      expect(await indexedDB.databases()).to.deep.equal([]);
    });

    it('has said it once the first configuration is there, though it was said before', async () => {
      const at = page();
      void at.askwell.consent('denied');
      at.askwell.track('go');
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(isAsked(at)).to.equal(false);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('is not asked by a yes of before in the same breath', async () => {
      const at = page({ consent: 'required' });
      at.askwell.track('go');
      await settled(at);
      void at.askwell.consent('granted');
      await at.askwell.consent('denied');
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(isAsked(at)).to.equal(false);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('and then yes, in the same breath, has said yes', async () => {
      const at = page({ consent: 'required' });
      void at.askwell.consent('denied');
      await at.askwell.consent('granted');
      expect(await closed(at)).to.deep.equal([]);
      await ask(at);
    });

    it('is out, though a yes of before is still being done', async () => {
      const { storage, reading } = heldStorage();
      const at = page({ storage, consent: 'required' });
      await settled(at);
      void at.askwell.consent('granted');
      const answer = await reading();
      const denied = at.askwell.consent('denied');
      answer();
      await denied;
      at.askwell.track('go');
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(isAsked(at)).to.equal(false);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('has said it to what came before: a later yes asks for nothing of that', async () => {
      const at = page({ consent: 'required' });
      at.askwell.track('go');
      await settled(at);
      await at.askwell.consent('denied');
      await at.askwell.consent('granted');
      await settled(at);
      expect(isAsked(at)).to.equal(false);
    });

    it('and yes before and after it, while the first is still being done, is remembered from then on', async () => {
      const { storage, reading, release } = heldStorage();
      const at = page({ storage, consent: 'required' });
      await settled(at);
      const first = at.askwell.consent('granted');
      const answer = await reading();
      const others = [at.askwell.consent('denied'), at.askwell.consent('granted')];
      answer();
      await release();
      await Promise.all([first, ...others]);
      expect(await closed(at)).to.deep.equal([]);
      expect(Object.keys(localStorage)).to.deep.equal([KEY]);
    });

    it('in other words has said neither yes nor no, and is told which there are', async () => {
      const at = page({ consent: 'required' });
      const { error } = console;
      console.error = () => undefined;
      try {
        for (const word of ['revoked', undefined, true]) await at.askwell.consent(word as never);
      } finally {
        console.error = error;
      }
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(errors(at)).to.deep.equal(
        ['revoked', undefined, true].map((word) => `consent() takes granted or denied, not ${word}`),
      );
      await at.askwell.consent('granted');
      expect(await closed(at)).to.deep.equal([]);
    });

    it('when the ask is announced, is shown nothing', async () => {
      const at = page();
      const announced = new Promise<void>((told) => {
        at.askwell.on('askwell-ask', () => told(at.askwell.consent('denied')));
      });
      at.askwell.track('go');
      await announced;
      expect(at.asks).to.have.length(0);
    });

    it('in the very moment of the claim leaves none of it behind', async () => {
      let at!: Seat;
      const said = new Promise((told) => {
        let done = false;
        // Looked at when it is decided, and once more while the claim is made.
        const veto = (): boolean => {
          if (!done && decisions(at)[0]) {
            done = true;
            told(at.askwell.consent('denied'));
          }
          return false;
        };
        at = page({ manners: { veto } });
      });
      at.askwell.track('go');
      await said;
      await settled(at);
      expect(isAsked(at), 'it was decided').to.equal(true);
      expect(at.asks).to.have.length(0);
      expect(await (await openDurable('askwell')).entries('ask/')).to.deep.equal([]);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('is out at once, whatever is being done', async () => {
      const { storage, reading } = heldStorage();
      const at = page({ storage });
      at.askwell.track('go');
      const answer = await reading();
      const denied = at.askwell.consent('denied');
      answer();
      await denied;
      expect(await closed(at)).to.deep.equal(['consent']);
      expect(isAsked(at)).to.equal(false);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });
  });

  describe('who has said yes', () => {
    it('has said it for every later configuration', async () => {
      const at = page({ consent: 'required' });
      await at.askwell.consent('granted');
      at.askwell.update({ ...at.given, theme: 'dark' });
      expect(await closed(at)).to.deep.equal([]);
      await ask(at);
    });

    it('and says it again, loses nothing of an ask that nobody has seen yet', async () => {
      const at = page({ consent: 'required' });
      await at.askwell.consent('granted');
      at.askwell.track('go');
      await at.next();
      await at.askwell.consent('granted');
      leave();
      const next = page();
      expect(await closed(next), 'given back').to.deep.equal([]);
    });

    it('is asked once for a moment of before, and not for one that was refused then', async () => {
      const at = page({ consent: 'required', where: { exclude: [location.pathname] } });
      at.askwell.track('go');
      await settled(at);
      await at.askwell.consent('granted');
      await settled(at);
      expect(decisions(at)).to.have.length(2);
      await at.askwell.consent('denied');
      await at.askwell.consent('granted');
      await settled(at);
      expect(decisions(at)).to.have.length(2);
    });

    it('is drawn as on the page before', async () => {
      const units: unknown[] = [];
      for (let i = 0; i < 4; i++) {
        const at = page({ consent: 'required', sampling: { rate: 0.5 } });
        await settled(at);
        await at.askwell.consent('granted');
        const { gates } = await at.askwell.explain();
        units.push(gates.find(({ code }) => code === 'sampling')!.actual);
        leave();
      }
      expect(new Set(units).size).to.equal(1);
    });
  });

  describe('who was named', () => {
    const answered = async (at: Seat): Promise<unknown> => {
      const open = await ask(at);
      open.score(3);
      await open.submit();
      return at.messages.at(-1)!.person?.id;
    };

    it('is that person in every later configuration', async () => {
      const at = page({ user: { id: 'ann' } });
      await at.askwell.identify({ id: 'ben' });
      at.askwell.update({ ...at.given, theme: 'dark' });
      expect(await answered(at)).to.equal('ben');
    });

    it('is nobody any more after logging out, though the configuration goes on naming who came', async () => {
      const at = page({ user: { id: 'ann' } });
      await at.askwell.identify();
      at.askwell.update({ ...at.given, theme: 'dark' });
      expect(await answered(at)).to.equal(undefined);
    });

    it('is the one of a later configuration that names another', async () => {
      const at = page({ user: { id: 'ann' } });
      await at.askwell.identify({ id: 'ben' });
      at.askwell.update({ ...at.given, user: { id: 'cleo' } });
      expect(await answered(at)).to.equal('cleo');
    });

    it('in the same breath as what is tracked, is who is asked', async () => {
      const at = page();
      void at.askwell.identify({ id: 'ben' });
      expect(await answered(at)).to.equal('ben');
    });

    it('in a configuration that was wrong is that person in the one that is mended', async () => {
      const { error } = console;
      console.error = () => undefined;
      const at = page({ user: { id: 'ann' }, layuot: 'bar' } as AskwellConfig);
      try {
        await nextEvent(at.askwell, 'askwell-error');
      } finally {
        console.error = error;
      }
      const { layuot: _, ...right } = at.given as AskwellConfig & { layuot?: string };
      at.askwell.update(right);
      expect(await answered(at)).to.equal('ann');
    });

    it('after a configuration that still waits for the end of a question, is not the one whom that names', async () => {
      const at = page({ throttle: { afterAnswerDays: 0 } });
      const open = await ask(at);
      at.askwell.update({ ...at.given, user: { id: 'ann', traits: { plan: 'pro' } } });
      await settled(at);
      await at.askwell.identify({ id: 'ben' });
      open.score(9);
      await open.submit();
      await settled(at);
      const asked = nextEvent(at.askwell, 'askwell-ask');
      at.askwell.track('go');
      await asked;
      at.asks[1]!.shown(seen);
      expect(at.messages.at(-1)!.person?.id).to.equal('ben');
    });

    it('while there is no moment to wait for, may be asked for being that person', async () => {
      const at = seat({ throttle: { minVisits: 1, firstAskAfterDays: 7 } });
      await settled(at);
      expect(isAsked(at)).to.equal(false);
      await at.askwell.identify({ id: 'ann', createdAt: START - 30 * DAY });
      await at.next();
    });

    it('and is named again is decided about once', async () => {
      const at = seat({ where: { exclude: [location.pathname] }, user: { id: 'ann' } });
      await settled(at);
      await at.askwell.identify({ id: 'ann', traits: { plan: 'pro' } });
      await settled(at);
      expect(decisions(at)).to.have.length(1);
    });

    it('wrongly is nobody, is said to be wrong, and nobody is asked until that is mended', async () => {
      const at = page();
      const { error } = console;
      console.error = () => undefined;
      try {
        for (const [wrong, place] of [
          [{ id: 42 }, /^user\.id: /],
          ['u_42', /^user: /],
          [{ id: 'ann', createdAt: null }, /^user\.createdAt: /],
          [{ id: 'ann', traits: { n: 10n } }, /^user\.traits: /],
        ] as const) {
          const told = nextEvent(at.askwell, 'askwell-error');
          await at.askwell.identify(wrong as never);
          at.askwell.track('go');
          expect(await at.askwell.ask()).to.deep.equal({ eligible: false, gates: [] });
          await told;
          expect(errors(at).at(-1)).to.match(place);
        }
      } finally {
        console.error = error;
      }
      expect(isAsked(at)).to.equal(false);
      await at.askwell.identify({ id: 'ann' });
      expect(await answered(at)).to.equal('ann');
    });

    it('after the decision and before the question, is judged anew', async () => {
      const past = historyOf({ asks: [{ state: 'answered', ago: { days: 1 }, user: 'ann' }] });
      const read = async (key: string) => (key === KEY ? undefined : past);
      const at = page({ storage: { read, merge: () => undefined } });
      await settled(at);
      const again = new Promise((told) => {
        const off = at.askwell.on('askwell-decision', () => {
          off();
          told(nextEvent(at.askwell, 'askwell-decision'));
          void at.askwell.identify({ id: 'ann' });
        });
      });
      at.askwell.track('go');
      await again;
      expect(decisions(at).map((event) => (event as Event & Decision).eligible)).to.deep.equal([true, false]);
      expect(at.asks).to.have.length(0);
    });

    describe('is judged with what only the host knows of them, however slow it is', () => {
      const past = historyOf({ asks: [{ state: 'answered', ago: { days: 1 }, user: 'ann' }] });
      const slow = async () => {
        const held = heldStorage((key) => (key === `askwell:${personHash('ann')}` ? past : undefined));
        const at = page({ storage: held.storage });
        (await held.reading())();
        await settled(at);
        return { ...held, at };
      };

      for (const order of ['track identify', 'identify track']) {
        it(`after ${order.replace(' ', ' and ')}`, async () => {
          const { at, reading } = await slow();
          for (const call of order.split(' ')) {
            if (call === 'track') at.askwell.track('go');
            else void at.askwell.identify({ id: 'ann' });
          }
          (await reading())();
          expect(await closed(at)).to.deep.equal(['after-answer']);
          expect(isAsked(at)).to.equal(false);
        });
      }

      it('while it still tells of somebody else', async () => {
        const { at, reading } = await slow();
        void at.askwell.identify({ id: 'ben' });
        void at.askwell.ask();
        const ofBen = await reading();
        void at.askwell.identify();
        void at.askwell.identify({ id: 'ann' });
        at.askwell.track('go');
        ofBen();
        (await reading())();
        expect(await closed(at)).to.deep.equal(['after-answer']);
        expect(isAsked(at)).to.equal(false);
      });

      it('in whatever instant of a decision they sign in', async () => {
        for (let ticks = 0; ticks < 16; ticks++) {
          const { at, release } = await slow();
          at.askwell.track('go');
          for (let i = 0; i < ticks; i++) await Promise.resolve();
          const named = at.askwell.identify({ id: 'ann' });
          await nextTask();
          await release();
          await named;
          expect(await closed(at), `${ticks}`).to.deep.equal(['after-answer']);
          await nextTask();
          expect(at.asks, `${ticks}`).to.have.length(0);
          leave();
        }
      });
    });
  });

  describe('who is gone', () => {
    it('leaves no open question to the next one', async () => {
      const at = page({ user: { id: 'ann' } });
      const open = await ask(at);
      await at.askwell.identify();
      expect(open.signal.aborted).to.equal(true);
      await at.askwell.identify({ id: 'ben' });
      open.score(2);
      await settled(at);
      expect(at.messages.map(({ type, person }) => [type, person?.id])).to.deep.equal([['asked', 'ann']]);
    });

    it('leaves none either when a configuration names the next one', async () => {
      const at = page({ user: { id: 'ann' } });
      const open = await ask(at);
      at.askwell.update({ ...at.given, user: { id: 'ben' } });
      await settled(at);
      expect(open.signal.aborted).to.equal(true);
    });

    it('was nobody: who signs in goes on with the question', async () => {
      const at = page();
      const open = await ask(at);
      await at.askwell.identify({ id: 'ann' });
      expect(open.signal.aborted).to.equal(false);
      open.score(7);
      await open.submit();
      leave();
      expect(await closed(page({ user: { id: 'ann' } }))).to.deep.equal(['after-answer']);
    });
  });

  it('who has two widgets of the page’s memory before them is asked by one', async () => {
    const both = [page({ storage: 'memory' }), page({ storage: 'memory' })];
    await Promise.all(both.map(({ askwell }) => askwell.ask()));
    expect(both.flatMap(({ asks }) => asks)).to.have.length(1);
  });

  it('who is an employee keeps a “never again” when the page forgets its customers', async () => {
    const staff = page({ kind: 'employee' });
    (await ask(staff)).optOut();
    await settled(staff);
    const { askwell } = page();
    await askwell.reset();
    leave();
    expect(Object.keys(localStorage).filter((key) => key.startsWith('askwell:employee'))).to.not.deep.equal([]);
    expect(await closed(page({ kind: 'employee' }))).to.deep.equal(['opted-out']);
  });

  describe('before an element', () => {
    let element: AskWell;
    const config = {
      when: [{ event: 'go' }],
      throttle: { firstAskAfterDays: 0, minVisits: 1 },
      manners: { automation: false, hidden: false },
    };
    beforeEach(() => {
      element = new AskWell();
      element.config = { ...config };
      document.body.append(element);
    });
    afterEach(async () => {
      await element.reset();
      element.remove();
      await nextTask();
    });
    const refused = async (): Promise<string[]> =>
      (await element.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);

    it('has said no for good, also when it leaves the page and comes back', async () => {
      await element.consent('denied');
      element.theme = 'dark';
      await element.updateComplete;
      expect(await refused()).to.deep.equal(['consent']);
      element.remove();
      await nextTask();
      document.body.append(element);
      element.track('go');
      expect(await refused()).to.deep.equal(['consent']);
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('is who was named last, though the one before was named to an asker that still waits for a storage', async () => {
      const { storage, reading, release } = heldStorage();
      const answered = new Promise<Message>((told) => {
        element.config = { ...config, storage, endpoint: async (message) => told(message) };
      });
      await element.updateComplete;
      const first = await reading();
      void element.identify({ id: 'ann' });
      element.remove();
      await nextTask();
      document.body.append(element);
      const named = element.identify({ id: 'ben' });
      await nextTask();
      await release();
      first();
      await named;
      await nextTask();
      element.track('go');
      expect((await answered).person?.id).to.equal('ben');
    });

    it('is asked for a moment in the same breath in which the same configuration is written anew', async () => {
      const shown = new Promise((told) => element.addEventListener('askwell-ask', told));
      element.track('go');
      element.config = { ...config, when: [{ event: 'go' }] };
      await shown;
    });
  });

  describe('whose page writes its configuration anew at every rendering', () => {
    /** What a component writes: the same, with code that is made anew each time. */
    const rendered = (at: Seat): AskwellConfig => ({ ...at.given, endpoint: async () => undefined });

    it('notices nothing of it when it says the same', async () => {
      const at = seat({ where: { exclude: [location.pathname] } });
      await settled(at);
      for (let i = 0; i < 3; i++) at.askwell.update({ ...at.given, where: { exclude: [location.pathname] } });
      await settled(at);
      expect(decisions(at)).to.have.length(1);
    });

    it('counts what was tracked before', async () => {
      const at = page({ when: [{ event: 'go', count: 2 }] });
      at.askwell.track('go');
      at.askwell.update(rendered(at));
      at.askwell.track('go');
      await at.next();
    });

    it('is asked for a moment in the same breath', async () => {
      const at = page();
      at.askwell.track('go');
      at.askwell.update(rendered(at));
      await at.next();
    });

    it('is asked where the page asked by itself in the same breath', async () => {
      const at = page();
      await settled(at);
      void at.askwell.ask();
      at.askwell.update(rendered(at));
      await at.next();
    });

    it('takes the moment to no other survey', async () => {
      const at = page();
      at.askwell.track('go');
      at.askwell.update({ ...at.given, survey: 'other' });
      await settled(at);
      expect(decisions(at)).to.have.length(0);
    });

    it('is asked by the latest configuration, of which no other one remains', async () => {
      const at = page();
      at.askwell.update({ ...at.given, when: [{ event: 'a' }] });
      at.askwell.update({ ...at.given, when: [{ event: 'b' }] });
      at.askwell.track('a');
      at.askwell.track('go');
      await settled(at);
      expect(decisions(at)).to.have.length(0);
      at.askwell.track('b');
      await at.next();
      expect(decisions(at)).to.have.length(1);
    });

    it('is judged, however often the same is written while the host’s storage does not answer', async () => {
      const still = fakePage();
      try {
        const { storage, reading } = heldStorage();
        const at = page({ storage });
        await reading();
        let gates: string[] | undefined;
        void closed(at).then((found) => (gates = found));
        for (let i = 0; i < 20; i++) {
          at.askwell.update({ ...at.given });
          still.advance(200);
          await new Promise((read) => indexedDB.databases().then(read, read));
        }
        expect(gates).to.deep.equal([]);
      } finally {
        still.restore();
      }
    });

    it('is remembered by another storage of the same class', async () => {
      class Own {
        #name: string;
        constructor(name: string) {
          this.#name = name;
        }
        read(): undefined {
          read.push(this.#name);
        }
        merge(): void {}
      }
      const read: string[] = [];
      const at = page({ storage: new Own('one') });
      await settled(at);
      at.askwell.update({ ...at.given, storage: new Own('two') });
      await settled(at);
      expect(read).to.deep.equal(['one', 'two']);
    });

    it('is asked what the host means, when it changes what it has given', async () => {
      const given = { ...page().given, when: [{ event: 'a' }] };
      const at = createAskwell(given);
      given.when = [{ event: 'b' }];
      at.update(given);
      const decided = new Promise((told) => at.on('askwell-decision', told));
      at.track('b');
      await decided;
      at.stop();
    });
  });
});
