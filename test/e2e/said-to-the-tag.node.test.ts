/** What a page says to the script tag of who is here, of consent and of events, in whatever order and however often. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Decision } from '../../src/core/decision.js';
import { asked, goTo, heard, OPEN, openShop, refused } from './shop.js';

const EVENT = `data-when='[{"event": "paid"}]'`;
const CONFIG = `{ endpoint: '/answers', when: [{ event: 'paid' }], throttle: { minVisits: 1, firstAskAfterDays: 0 },
  manners: { automation: false } }`;

describe('what is said to the script tag', () => {
  const { visit } = openShop();
  const explain = async (page: Page): Promise<string[]> => refused(await page.evaluate<Decision>('askwell.explain()'));
  const stored = (page: Page): Promise<string[]> => page.evaluate('Object.keys(localStorage)');
  /** The people in the messages, in order. */
  const messages = (page: Page): unknown[] => {
    const people: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') people.push(request.postDataJSON().person?.id);
    });
    return people;
  };

  /** Holds a file of ours back until what this returns is called. */
  const hold = async (page: Page, file: string): Promise<() => void> => {
    let go!: () => void;
    const gone = new Promise<void>((goes) => (go = goes));
    await page.route(`**/${file}`, async (route) => {
      await gone;
      await route.continue();
    });
    return go;
  };

  /** Answers the question and waits until that is said. */
  const answer = async (page: Page): Promise<void> => {
    await asked(page);
    const said = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('radio').first().check();
    await said;
  };

  describe('a no', () => {
    it('before there is a configuration', async () => {
      const { page } = await visit('');
      await page.evaluate(`askwell('consent', 'denied'); askwell('init', ${CONFIG}); askwell('track', 'paid')`);
      assert.deepEqual(await explain(page), ['consent']);
      assert.deepEqual(await stored(page), []);
    });

    it('in the queue, before anything was stored', async () => {
      const { page } = await visit(
        `${OPEN} ${EVENT}`,
        `kept = []; Storage.prototype.setItem = (key) => kept.push(key);
        askwell('track', 'paid'); askwell('consent', 'denied')`,
      );
      assert.deepEqual(await explain(page), ['consent']);
      assert.deepEqual(await page.evaluate('kept'), []);
    });

    it('holds under every later configuration', async () => {
      const { page } = await visit(`${OPEN} ${EVENT}`);
      await page.evaluate(`askwell.consent('denied')`);
      await page.evaluate(`askwell.init({ theme: 'dark' }); askwell.track('paid')`);
      assert.deepEqual(await explain(page), ['consent']);
      assert.deepEqual(await stored(page), []);
    });

    it('of two configurations in one breath leaves neither at work', async () => {
      const { page } = await visit(`${OPEN} ${EVENT}`);
      await explain(page);
      await page.evaluate(
        `askwell.init({ when: [{ event: 'a' }] }); askwell.init({ when: [{ event: 'b' }] }); askwell.consent('denied')`,
      );
      await explain(page);
      await goTo(page, '/cart');
      await page.evaluate(`askwell.track('a'); askwell.track('b'); askwell.track('paid')`);
      assert.deepEqual(await explain(page), ['consent']);
      assert.deepEqual(await stored(page), []);
    });
  });

  it('a no before the question could be made a message of, so that none is sent and nothing stays', async () => {
    const { page } = await visit(`${OPEN} ${EVENT} data-user-id="ann"`);
    const people = messages(page);
    const go = await hold(page, 'askwell-backroom.js');
    await page.evaluate(`askwell.track('paid'); 1`);
    await asked(page);
    await page.evaluate(`window.denied = askwell.consent('denied'); 1`);
    await page.waitForFunction(`!document.querySelector('ask-well')`);
    go();
    await page.evaluate('denied');
    await explain(page);
    assert.deepEqual(people, []);
    assert.deepEqual(await stored(page), []);
    assert.deepEqual(
      await page.evaluate(`(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name);
        if (!names[0]) return [];
        const request = indexedDB.open(names[0]);
        await new Promise((opened) => (request.onsuccess = opened));
        const all = request.result.transaction('kept').objectStore('kept').getAll();
        await new Promise((read) => (all.onsuccess = read));
        return all.result;
      })()`),
      [],
    );
  });

  it('a yes before there is a configuration', async () => {
    const { page } = await visit('');
    await page.evaluate(
      `askwell('consent', 'granted'); askwell('init', { ...${CONFIG}, consent: 'required' }); askwell('track', 'paid')`,
    );
    await asked(page);
  });

  it('a yes on each page draws the same lot', async () => {
    const { page } = await visit(`${OPEN} ${EVENT} data-consent="required" data-sampling-rate="0.5"`);
    const lots = new Set<unknown>();
    for (let i = 0; i < 5; i++) {
      await explain(page);
      await page.evaluate(`askwell.consent('granted')`);
      const { gates } = await page.evaluate<Decision>('askwell.explain()');
      lots.add(gates.find(({ code }) => code === 'sampling')!.actual);
      await page.reload();
    }
    assert.equal(lots.size, 1);
  });

  describe('who is here', () => {
    it('is who was named last, whatever configuration follows', async () => {
      const { page } = await visit(`${OPEN} ${EVENT} data-user-id="ann"`);
      const people = messages(page);
      await explain(page);
      await page.evaluate(`askwell.identify({ id: 'ben' }); askwell.init({ theme: 'dark' })`);
      await page.evaluate(`askwell.track('paid')`);
      await asked(page);
      await page
        .waitForEvent('requestfinished', { predicate: (request) => request.method() === 'POST' })
        .catch(() => {});
      assert.equal(people[0], 'ben');
    });

    it('is who was named last before there is a configuration, too, or by a later one', async () => {
      for (const [said, person] of [
        [`askwell('identify', { id: 'ben' }); askwell('init', ${CONFIG})`, 'ben'],
        [
          `askwell('init', ${CONFIG}); askwell('identify', { id: 'ben' }); askwell('init', { ...${CONFIG}, user: { id: 'cleo' } })`,
          'cleo',
        ],
      ] as const) {
        const { page } = await visit('');
        const people = messages(page);
        await page.evaluate(`${said}; askwell('track', 'paid')`);
        await asked(page);
        await page.getByRole('radio').first().check();
        await page.getByRole('textbox').waitFor();
        assert.equal(people[0], person, said);
      }
    });

    it('in the order in which they came: the first one inherits what was nobody’s', async () => {
      const { page } = await visit(
        `${OPEN} ${EVENT}`,
        `localStorage['askwell:device'] ??= JSON.stringify({ v: 1, firstSeen: 1, visits: 9, asks: [{
          id: '01a21ed7-f59a-7df0-a2c8-5e3232540d11', survey: 'nps', state: 'answered', at: Date.now() - 1000, until: Date.now() - 1000 }] })`,
      );
      await page.evaluate(`askwell.identify({ id: 'ann' }); askwell.identify(); askwell.identify({ id: 'ben' })`);
      assert.deepEqual(await explain(page), []);
      await page.evaluate(`askwell.identify({ id: 'ann' })`);
      assert.deepEqual(await explain(page), ['after-answer']);
    });

    it('is nobody after logging out, though they had been named before this file had fetched another', async () => {
      const { page } = await visit(`${OPEN} ${EVENT}`);
      const people = messages(page);
      await page.evaluate(`askwell.identify({ id: 'ben' })`);
      await explain(page);
      await page.evaluate(`askwell.identify(); askwell.init({ theme: 'dark' }); askwell.track('paid'); 1`);
      await answer(page);
      assert.deepEqual(people[0], undefined);
    });

    for (const [what, said] of [
      ['somebody who cannot be checked', `askwell.identify({ id: 'ben', traits: { plan: 'pro' } }); 1`],
      ['a configuration', `askwell.init({ user: { id: 'ben' }, text: { send: 'Go' } }); 1`],
    ] as const) {
      it(`is not the one before, when the network fails with ${what}`, async () => {
        const { page } = await visit(`${OPEN} ${EVENT} data-user-id="ann"`);
        const people = messages(page);
        await explain(page);
        await page.route('**/askwell-backroom.js', (route) => route.abort());
        await page.evaluate(said);
        assert.deepEqual(await page.evaluate('askwell.explain()'), { eligible: false, gates: [] }, 'nobody is known');
        await page.unroute('**/askwell-backroom.js');
        await page.evaluate(said);
        await page.evaluate(`askwell.track('paid'); 1`);
        await answer(page);
        assert.equal(people[0], 'ben');
      });

      it(`is not waited for to take a question away, with ${what}`, async () => {
        const { page } = await visit(`${OPEN} ${EVENT} data-user-id="ann"`);
        const go = await hold(page, 'askwell-backroom.js');
        await page.evaluate(`askwell.track('paid'); 1`);
        await asked(page);
        await page.evaluate(said);
        await page.waitForFunction(`!document.querySelector('ask-well')`);
        go();
      });
    }

    it('may be asked, though the question of the one before was not made yet when they left', async () => {
      const { page } = await visit(`${OPEN} ${EVENT} data-user-id="ann"`);
      const people = messages(page);
      const go = await hold(page, 'askwell-view.js');
      const fetched = page.waitForRequest('**/askwell-view.js');
      await page.evaluate(`askwell.track('paid'); 1`);
      await fetched;
      await page.evaluate(`askwell.identify({ id: 'ben' })`);
      go();
      await page.evaluate(`askwell.track('paid'); 1`);
      await answer(page);
      assert.deepEqual([...new Set(people)], ['ben']);
      assert.deepEqual(await explain(page), ['after-answer']);
      await page.evaluate(`askwell.identify({ id: 'ann' })`);
      assert.deepEqual(await explain(page), [], 'given back');
    });

    it('can be told to the method, which promises', async () => {
      const { page } = await visit('');
      await page.evaluate(
        `askwell.identify({ id: 'ben' }).then(() => askwell.consent('granted')).then(() => askwell.reset()).then(() => 1)`,
      );
    });

    it('wrongly is said, and nobody is asked', async () => {
      const { page } = await visit(
        `${OPEN} ${EVENT}`,
        `errors = []; document.addEventListener('askwell-error', (event) => errors.push(...event.errors))`,
      );
      await page.evaluate(`askwell.identify({ id: 42 }); askwell.track('paid')`);
      await page.waitForFunction('errors.length');
      assert.match((await page.evaluate<string[]>('errors'))[0]!, /^user\.id: must be a string/);
      assert.deepEqual(await page.evaluate('askwell.explain()'), { eligible: false, gates: [] });
    });

    it('as an employee has no account whose age could count', async () => {
      const { page } = await visit(
        `${OPEN} data-when="[]" data-kind="employee" data-throttle-first-ask-after-days="7"`,
        `localStorage['askwell:employee:visits'] ??= JSON.stringify({ firstSeen: 1, visits: 9, lastVisit: 1 });
        askwell('identify', { id: 'ann', createdAt: new Date().toISOString() })`,
      );
      await asked(page);
    });
  });

  describe('an event', () => {
    it('of an earlier view is no moment for who signs in later', async () => {
      const { page } = await visit(`${EVENT} data-throttle-min-visits="1" data-manners-automation="false"`);
      await page.evaluate(`askwell.track('paid')`);
      await goTo(page, '/login');
      await page.evaluate(`askwell.identify({ id: 'ann', createdAt: '2020-01-01' })`);
      assert.deepEqual(await explain(page), []);
      assert.equal((await heard(page)).length, 1);
      await page.evaluate(`askwell.track('paid')`);
      await asked(page);
    });

    it('of an earlier view goes on counting', async () => {
      const { page } = await visit(`${OPEN} data-when='[{"event": "paid", "count": 3}]'`);
      await page.evaluate(`askwell.track('paid'); askwell.track('paid')`);
      await goTo(page, '/login');
      await explain(page);
      assert.deepEqual(await heard(page), []);
      await page.evaluate(`askwell.track('paid')`);
      await asked(page);
    });

    it('that came five times while the person was out is one moment once they are in', async () => {
      const { page } = await visit(`${EVENT} data-throttle-min-visits="1" data-manners-automation="false"`);
      for (let i = 0; i < 5; i++) await page.evaluate(`askwell.track('paid')`);
      await page.evaluate(`askwell.identify({ id: 'ann', createdAt: '2020-01-01' })`);
      await asked(page);
      assert.deepEqual((await heard(page)).filter(({ eligible }) => eligible).length, 1);
    });

    it('under a configuration in the same breath is one under that', async () => {
      const { page } = await visit(`${OPEN} ${EVENT}`);
      await explain(page);
      await page.evaluate(
        `askwell.init({ survey: 'csat', theme: 'dark' }); askwell.identify({ id: 'ben' }); askwell.track('paid')`,
      );
      await asked(page);
    });

    it('is asked for, though the configuration is given anew while the asker is on its way', async () => {
      const { page } = await visit(`${OPEN} ${EVENT}`);
      await page.route('**/askwell-asker.js', async (route) => {
        await page.evaluate(`askwell.init({ theme: 'dark' }); 1`);
        await route.continue();
      });
      await page.evaluate(`askwell.track('paid'); 1`);
      await asked(page);
    });
  });

  it('without a moment to wait for, on purpose or not, is twenty seconds', async () => {
    const { page } = await visit('');
    await page.evaluate(`askwell.init({ ...${CONFIG}, when: undefined })`);
    await page.evaluate('new Promise(requestAnimationFrame)');
    assert.deepEqual(await heard(page), []);
    await page.evaluate(`askwell.init({ ...${CONFIG}, when: [] })`);
    await asked(page);
  });

  it('that no data could be is an error of askwell, and none of the page', async () => {
    const { page } = await visit(
      '',
      `faults = []; addEventListener('error', ({ message }) => faults.push(message));
      addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
      errors = []; document.addEventListener('askwell-error', (event) => errors.push(...event.errors))`,
    );
    await page.evaluate(`const round = {}; round.round = round;
      askwell.init({ ...${CONFIG}, context: { properties: { n: 10n } } });
      askwell.init({ ...${CONFIG}, user: { id: 'ann', traits: round } });
      askwell.init(${CONFIG});
      askwell.identify({ id: 'ann', traits: { n: 10n } });
      askwell.track('paid')`);
    await page.waitForFunction('errors.length');
    assert.match((await page.evaluate<string[]>('errors'))[0]!, /^(user\.traits|context\.properties): must be/);
    assert.deepEqual(await page.evaluate('faults'), []);
    assert.deepEqual(await page.evaluate('askwell.explain()'), { eligible: false, gates: [] });
  });

  it('is asked for in the next view, where the asker could not be had in the one before', async () => {
    const { page } = await visit('');
    await page.route('**/askwell-asker.js', (route) => route.abort());
    await page.evaluate(`askwell.init({ ...${CONFIG}, when: [], text: { send: 'Go' } })`);
    assert.equal(await page.evaluate('askwell.explain()'), undefined);
    await page.evaluate(`askwell.consent('granted')`);
    await page.unroute('**/askwell-asker.js');
    await goTo(page, '/cart');
    await asked(page);
  });

  it('every half second who is here keeps no seconds from passing', async () => {
    const { page } = await visit(`data-when='[{"seconds": 3}]'`);
    await page.clock.install({ time: Date.UTC(2026, 10, 2) });
    await page.reload();
    for (let i = 0; i < 7; i++) {
      await page.clock.runFor(500);
      await page.evaluate(`askwell.identify({ id: 'ann' })`);
    }
    assert.equal((await heard(page)).length, 1);
  });

  it('of pages that ask is heeded, which takes a file more', async () => {
    const { page } = await visit(`${OPEN} ${EVENT} data-where-exclude='["/cart"]'`);
    assert.deepEqual(await explain(page), []);
    await goTo(page, '/cart');
    assert.deepEqual(await explain(page), ['path']);
  });

  it('of another configuration while a question is open is not what a later page view rests on', async () => {
    const { page } = await visit(
      `${OPEN} ${EVENT}`,
      `const day = Number(new URLSearchParams(location.search).get('day') ?? 0);
      globalThis[Symbol.for('askwell.clock')] = () => Date.UTC(2026, 10, 2) + day * 86400000`,
    );
    const later = `askwell.init({ throttle: { minVisits: 1, firstAskAfterDays: 0, afterAnswerDays: 1 } })`;
    await page.evaluate(`askwell.track('paid'); 1`);
    await asked(page);
    await page.evaluate(`${later}; 1`);
    await answer(page);
    await page.goto(`${new URL(page.url()).origin}/?day=2`);
    await page.evaluate(`${later}; askwell.track('paid'); 1`);
    await asked(page);
  });

  it('seconds of a view that ended while the asker was on its way do not count in the next', async () => {
    const { page } = await visit(`${OPEN} data-when='[{"seconds": 2}]' data-text-send="Go"`);
    await page.clock.install({ time: Date.UTC(2026, 10, 2) });
    const go = await hold(page, 'askwell-backroom.js');
    const asking = page.waitForRequest('**/askwell-backroom.js');
    await page.reload();
    await page.clock.runFor(1500);
    await page.evaluate(`askwell.explain(); 1`);
    await asking;
    await page.clock.runFor(3000);
    await goTo(page, '/cart');
    go();
    await explain(page);
    assert.deepEqual(await heard(page), []);
    await page.clock.runFor(3000);
    await asked(page);
  });
});
