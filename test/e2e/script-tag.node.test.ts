/** What a page says to the script tag, and hears from it: before the file is there, and on page views on which nobody is asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { REFUSING, DEFERRING, type Decision } from '../../src/core/decision.js';
import { asked, goTo, heard, OPEN, openShop, refused, shop } from './shop.js';

describe('the script tag', () => {
  const site = openShop();
  const { pages, visit } = site;

  describe('hears what was said before it was there', () => {
    const event = `data-when='[{"event": "paid", "count": 2}]'`;

    it('an event that was tracked counts', async () => {
      const { page } = await visit(`${OPEN} ${event}`, `askwell('track', 'paid'); askwell('track', 'paid')`);
      await asked(page);
    });

    it('an event under a configuration that came later in the queue, too', async () => {
      const config = `{ endpoint: '/answers', when: [{ event: 'paid' }], throttle: { minVisits: 1, firstAskAfterDays: 0 },
        manners: { automation: false } }`;
      const { page } = await visit('', `askwell('track', 'paid'); askwell('init', ${config})`);
      await asked(page);
    });

    it('a person who was here for long is no newcomer', async () => {
      const { page } = await visit(
        `data-when="[]" data-throttle-min-visits="1" data-manners-automation="false"`,
        `askwell('identify', { id: 'u_42', createdAt: '2020-01-01' })`,
      );
      await asked(page);
    });

    it('an event that has not come often enough asks nobody and decides nothing', async () => {
      const { page, files } = await visit(`${OPEN} ${event}`, `askwell('track', 'paid')`);
      assert.deepEqual(await heard(page), []);
      assert.deepEqual(files, ['/dist/askwell.js']);
      await page.evaluate(`askwell.track('paid')`);
      await asked(page);
    });
  });

  it('counts the visits of somebody whose consent is told on each page anew', async () => {
    const { page } = await visit(
      'data-when="[]" data-consent="required" data-manners-automation="false"',
      `const day = Number(new URLSearchParams(location.search).get('day'));
      globalThis[Symbol.for('askwell.clock')] = () => Date.UTC(2026, 10, 2) + day * 86400000;
      askwell('consent', 'granted')`,
    );
    const onDay = async (day: number): Promise<string[]> => {
      await page.goto(`${site.origin}/?day=${day}`);
      return refused(await page.evaluate('askwell.explain()'));
    };
    assert.deepEqual(await onDay(0), ['first-ask-delay', 'min-visits']);
    assert.deepEqual(await onDay(3), ['first-ask-delay', 'min-visits']);
    await page.goto(`${site.origin}/?day=7`);
    await asked(page);
  });

  it('does not silence for years whom it asked while the clock was ahead', async () => {
    const { page } = await visit(
      `${OPEN} data-when="[]"`,
      `const day = Number(new URLSearchParams(location.search).get('day') ?? 3650);
      globalThis[Symbol.for('askwell.clock')] = () => Date.UTC(2026, 10, 2) + day * 86400000`,
    );
    const onDay = async (day: number): Promise<Decision | undefined> => {
      await page.goto(`${site.origin}/?day=${day}`);
      await page.waitForFunction('heard.length');
      return (await heard(page)).at(-1);
    };
    await asked(page);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    for (const day of [0, 10, 29.9]) {
      const decision = await onDay(day);
      assert.deepEqual(refused(decision!), ['after-dismiss']);
      assert.equal(decision!.nextEligibleAt, '2026-12-02T00:00:00.000Z');
      // Whoever looks closely sees the same.
      assert.equal((await page.evaluate<Decision>('askwell.explain()')).nextEligibleAt, decision!.nextEligibleAt);
    }
    await onDay(30);
    await asked(page);
  });

  it('asks by a later configuration, whatever that one waits for', async () => {
    const { page } = await visit(`${OPEN} data-when='[{"event": "never"}]'`);
    await page.evaluate('askwell.explain()');
    await page.evaluate(`document.body.style.height = '9000px'; askwell.init({ when: [{ scroll: 0.5 }] })`);
    await page.evaluate('askwell.explain()');
    await page.evaluate('scrollTo(0, 9000)');
    await asked(page);
  });

  it('is told everything by a method, too', async () => {
    const { page } = await visit('');
    await page.evaluate(`askwell.on('askwell-decision', () => (window.told = true)); askwell.init({ when: [] })`);
    await page.waitForFunction('window.told');
  });

  it('can be written into a log with the ask in its event', async () => {
    const { page } = await visit(
      `${OPEN} data-when="[]"`,
      `faults = []; addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
      addEventListener('askwell-ask', (event) => (logged = [JSON.stringify(event.detail), JSON.stringify(event.ask)]))`,
    );
    await asked(page);
    await page.getByRole('radio').first().click();
    await page.getByRole('textbox').waitFor();
    assert.deepEqual(await page.evaluate('faults'), []);
    assert.match(String(await page.evaluate('logged')), /"id":/);
  });

  describe('says that nobody is asked, at the cost of this one file', () => {
    it('before somebody has consented, and stores nothing', async () => {
      const { page, files } = await visit('data-when="[]" data-consent="required"');
      const [decision] = await heard(page);
      assert.deepEqual(refused(decision!), ['consent', 'first-ask-delay', 'min-visits']);
      const { nextEligibleAt: _, ...gate } = decision!.gates[0]!;
      assert.deepEqual(gate, { code: 'consent', pass: false, actual: false, required: true });
      assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
      assert.deepEqual(files, ['/dist/askwell.js']);
    });

    for (const [moment, attributes, act] of [
      ['at once', 'data-when="[]"', ''],
      ['after a second', `data-when='[{"seconds": 1}]'`, ''],
      ['at an event', `data-when='[{"event": "paid"}]'`, `askwell('track', 'paid')`],
    ] as const) {
      it(moment, async () => {
        const { page, files } = await visit(attributes);
        if (act) {
          assert.deepEqual(await heard(page), []);
          await page.evaluate(act);
        }
        await page.waitForFunction('heard.length');
        const [decision, ...others] = await heard(page);
        assert.deepEqual(others, []);
        assert.equal(decision!.eligible, false);
        assert.deepEqual(
          decision!.gates.map(({ code }) => code),
          [...REFUSING, ...DEFERRING],
        );
        assert.deepEqual(refused(decision!), ['first-ask-delay', 'min-visits']);
        assert.deepEqual(files, ['/dist/askwell.js']);
        assert.deepEqual(refused(await page.evaluate('askwell.explain()')), [...refused(decision!), 'automation']);
      });
    }

    it('and from when, on the very next page view of somebody who was asked', async () => {
      const { page, files } = await visit(`${OPEN} data-when="[]"`);
      await asked(page);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      files.length = 0;
      await page.reload();
      await page.waitForFunction('heard.length');
      const [decision] = await heard(page);
      assert.deepEqual(refused(decision!), ['after-dismiss']);
      assert.deepEqual(files, ['/dist/askwell.js']);
      const full: Decision = await page.evaluate('askwell.explain()');
      assert.equal(decision!.nextEligibleAt, full.nextEligibleAt);
    });
  });

  it('looks closely again after another survey has asked', async () => {
    const { page, files } = await visit(`${OPEN} data-when="[]"`);
    pages['/other'] = shop(`${OPEN} data-when="[]" data-survey="support" data-throttle-between-surveys-days="0"`);
    for (const path of ['/', '/other']) {
      await page.goto(site.origin + path);
      await asked(page);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
    }
    for (const fetched of [['/dist/askwell.js', '/dist/askwell-asker.js'], ['/dist/askwell.js']]) {
      files.length = 0;
      await page.goto(site.origin);
      await page.waitForFunction('heard.length');
      const [decision] = await heard(page);
      assert.deepEqual(refused(decision!).slice(0, 2), ['after-dismiss', 'between-surveys']);
      assert.deepEqual(files.slice(0, 2), fetched);
    }
  });

  describe('in a single-page application, by this one file', () => {
    const decisions = async (page: Page): Promise<number> => (await heard(page)).length;

    it('seconds begin anew in each view, and each is decided', async () => {
      const { page, files } = await visit(`data-when='[{"seconds": 3}]'`);
      await page.clock.install({ time: Date.UTC(2026, 10, 2) });
      await page.reload();
      await page.clock.pauseAt(Date.UTC(2026, 10, 3));
      await page.reload();
      await page.clock.runFor(2000);
      await goTo(page, '/cart');
      await page.clock.runFor(2000);
      assert.equal(await decisions(page), 0);
      await page.clock.runFor(1000);
      assert.equal(await decisions(page), 1);
      await page.clock.runFor(10_000);
      assert.equal(await decisions(page), 1);
      await page.evaluate(`new Promise((gone) => { addEventListener('popstate', gone); history.back(); })`);
      await page.clock.runFor(3000);
      assert.equal(await decisions(page), 2);
      assert.deepEqual([...new Set(files)], ['/dist/askwell.js']);
    });

    it('going back is noticed where there is no Navigation API', async () => {
      const { page } = await visit(
        'data-when="[]"',
        `Object.defineProperty(window, 'navigation', { value: undefined })`,
      );
      await goTo(page, '/cart');
      assert.equal(await decisions(page), 1);
      await page.evaluate(`new Promise((gone) => { addEventListener('popstate', gone); history.back(); })`);
      assert.equal(await decisions(page), 1, 'the same address as at the beginning');
      await goTo(page, '/cart');
      await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`);
      assert.equal(await decisions(page), 2);
    });

    it('an event of an earlier view is no moment of this one', async () => {
      const { page } = await visit(`data-when='[{"event": "paid"}]'`);
      await page.evaluate(`askwell.track('paid')`);
      assert.equal(await decisions(page), 1);
      await goTo(page, '/cart');
      assert.equal(await decisions(page), 1);
      await page.evaluate(`askwell.track('paid')`);
      assert.equal(await decisions(page), 2);
    });

    it('without a moment to wait for each view is one', async () => {
      const { page } = await visit('data-when="[]"');
      await goTo(page, '/cart');
      await goTo(page, '/cart#prices');
      assert.equal(await decisions(page), 2);
    });

    it('nothing is stored of a view after consent was withdrawn', async () => {
      const { page } = await visit(`${OPEN} data-when='[{"event": "never"}]'`);
      assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), ['askwell:device:visits']);
      await page.evaluate(`askwell.consent('denied')`);
      await goTo(page, '/cart');
      await page.evaluate('askwell.explain()');
      assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
    });

    it('nothing is stored of a view under a configuration that came later and keeps nothing', async () => {
      const { page } = await visit(`${OPEN} data-when='[{"event": "never"}]'`);
      await page.evaluate(`askwell.explain()`);
      await page.evaluate(`askwell.init({ storage: 'memory' })`);
      await page.evaluate('askwell.explain()');
      await page.evaluate('localStorage.clear()');
      await goTo(page, '/cart');
      await page.evaluate('askwell.explain()');
      assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
    });

    it('a view after half an hour is another visit, under this file and under the asker', async () => {
      const { page } = await visit(
        'data-when="[]"',
        `minutes = 0; globalThis[Symbol.for('askwell.clock')] = () => Date.UTC(2026, 10, 2, 0, minutes)`,
      );
      const visits = async (): Promise<unknown> =>
        (await heard(page)).at(-1)!.gates.find(({ code }) => code === 'min-visits')!.actual;
      assert.equal(await visits(), 1);
      await page.evaluate('minutes = 30');
      await goTo(page, '/cart');
      assert.equal(await visits(), 2);
      await page.evaluate('askwell.explain()');
      await page.evaluate('minutes = 59');
      await goTo(page, '/pay');
      await page.waitForFunction('heard.length > 2');
      assert.equal(await visits(), 2);
      await page.evaluate('minutes = 89');
      await goTo(page, '/thanks');
      await page.evaluate('askwell.explain()');
      await page.goto(site.origin);
      assert.equal(await visits(), 3);
    });
  });

  it('says once that somebody is asked', async () => {
    const { page } = await visit(`${OPEN} data-when="[]"`);
    await asked(page);
    assert.deepEqual(
      (await heard(page)).map(({ eligible }) => eligible),
      [true],
    );
  });
});
