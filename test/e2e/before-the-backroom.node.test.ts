/** What is said to the built script tag while `askwell-backroom.js`, which makes messages of it, is not there yet or never comes. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { Message } from '../../src/index.js';
import { answer, openHosts, score, shown, type Hosts } from './hostile-page.js';

const BACKROOM = '**/askwell-backroom.js';

describe('before the backroom is there', () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

  const blocked = (context: BrowserContext) => context.route(BACKROOM, (route) => route.abort());
  /** Every message that pages of this person send from now on. */
  const messagesOf = (context: BrowserContext): Message[] => {
    const messages: Message[] = [];
    context.on('request', (request) => {
      if (request.method() === 'POST') messages.push(JSON.parse(request.postData()!) as Message);
    });
    return messages;
  };
  const drafts = (page: Page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('askwell:out/')).length);

  it('the question is on screen, and only then is it fetched', async () => {
    const order: string[] = [];
    const { page, context } = await hosts.visit({
      init: "addEventListener('askwell-shown', () => told('shown'))",
      async prepare(own) {
        await own.exposeFunction('told', (name: string) => order.push(name));
        // Held back until there is something to see.
        await own.route(BACKROOM, async (route) => {
          order.push((await shown(page)) ? 'fetched after the question' : 'fetched before it');
          await route.continue();
        });
      },
    });
    await answer(page);
    assert.deepEqual(order, ['fetched after the question', 'shown']);
    await context.close();
  });

  for (const [what, lose] of [
    ['', undefined],
    [', by a browser that lost its localStorage', () => localStorage.clear()],
    [', by a browser that lost its IndexedDB', () => void indexedDB.deleteDatabase('askwell')],
  ] as const) {
    it(`a score is kept, with its instant, and sent on the next page view${what}`, async () => {
      const before = await hosts.rows();
      const { page, context, thrown, said } = await hosts.visit({ prepare: blocked });
      assert.ok(await shown(page));
      const from = Date.now();
      await score(page).check();
      const until = Date.now();
      assert.ok((await drafts(page)) > 0, 'it is written down');
      assert.deepEqual([thrown, said], [[], []]);
      if (lose) await page.evaluate(lose);
      await page.close();

      await context.unroute(BACKROOM);
      const messages = messagesOf(context);
      const next = await hosts.visit({ context });
      const responses = (): Message[] => messages.filter(({ type }) => type === 'response');
      for (let look = 0; look < 100 && !responses().length; look++) await next.page.waitForTimeout(50);
      const last = responses()[0]!;
      assert.deepEqual([last.revision, last.score, last.shown.locale], [1, 9, 'en']);
      const at = Date.parse(last.at);
      assert.ok(at >= from && at <= until, `${last.at} is when it was said`);
      assert.equal(last.timing!.toScoreMs, at - Date.parse(last.shown.at));
      assert.equal(await shown(next.page, 700), false, 'nobody is asked twice');
      assert.equal(await hosts.stored(before), 1);
      assert.equal(await drafts(next.page), 0);
      assert.deepEqual(next.thrown, []);
      await context.close();
    });
  }

  it('“don’t ask me again” is kept for good', async () => {
    const { page, context, thrown } = await hosts.visit({ prepare: blocked });
    assert.ok(await shown(page));
    await page.getByRole('button', { name: "Don't ask me again" }).click();
    assert.equal(await score(page).count(), 0);
    await page.close();
    await context.unroute(BACKROOM);
    const next = await hosts.visit({ context });
    const closed = await next.page.evaluate(async () => {
      const { askwell } = window as unknown as {
        askwell: { explain(): Promise<{ gates: { code: string; pass: boolean }[] }> };
      };
      return (await askwell.explain()).gates.filter(({ pass }) => !pass).map(({ code }) => code);
    });
    assert.ok(closed.includes('opted-out'), `${closed}`);
    assert.deepEqual([thrown, next.thrown], [[], []]);
    await context.close();
  });

  for (const [what, isKept] of [
    ['a page that wants the question to stay is heard', true],
    ['a question that was closed stays away', false],
  ] as const) {
    it(`${what}, when it is there`, async () => {
      let arrive = (): void => {};
      const { page, context, thrown } = await hosts.visit({
        init: `addEventListener('askwell-dismiss', (event) => { window.told = true; if (${isKept}) event.preventDefault(); })`,
        prepare: async (own) => {
          const arrival = new Promise<void>((resolve) => (arrive = resolve));
          await own.route(BACKROOM, (route) => arrival.then(() => route.continue()));
        },
      });
      const messages = messagesOf(context);
      assert.ok(await shown(page));
      await page.getByRole('button', { name: 'Close' }).click();
      assert.equal(await score(page).count(), 0, 'it is out of the way at once');
      arrive();
      await page.waitForFunction('window.told');
      if (isKept) await score(page).waitFor();
      else {
        for (let look = 0; look < 100 && !messages.some(({ type }) => type === 'dismissed'); look++)
          await page.waitForTimeout(50);
        assert.equal(await page.locator('ask-well').count(), 0);
      }
      assert.equal(messages.filter(({ type }) => type === 'dismissed').length, isKept ? 0 : 1);
      assert.deepEqual(thrown, []);
      await context.close();
    });
  }

  it('what cannot be said is left out, and nobody hears of it', async () => {
    const before = await hosts.rows();
    const { page, context } = await hosts.visit({
      prepare: blocked,
      init: "addEventListener('askwell-ask', ({ ask }) => { ask.submit(); ask.score(99); ask.nothing(); })",
    });
    assert.ok(await shown(page));
    await score(page).check();
    await page.close();
    await context.unroute(BACKROOM);
    const next = await hosts.visit({ context });
    assert.equal(await hosts.stored(before), 1);
    assert.deepEqual(next.thrown, []);
    await context.close();
  });

  it('reset() erases all the same', async () => {
    const { page, context, thrown } = await hosts.visit({ prepare: blocked });
    assert.ok(await shown(page));
    await score(page).check();
    const left = await page.evaluate(async () => {
      await (window as unknown as { askwell: { reset(): Promise<void> } }).askwell.reset();
      return [...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)];
    });
    assert.deepEqual([left, thrown], [[], []]);
    await context.close();
  });

  it('what somebody else has said is not told of whoever is here now', async () => {
    const before = await hosts.rows();
    const { page, context } = await hosts.visit({ prepare: blocked, more: `data-user-id="ann"` });
    assert.ok(await shown(page));
    await score(page).check();
    await page.close();
    await context.unroute(BACKROOM);
    const messages = messagesOf(context);
    await hosts.visit({ context, more: `data-user-id="bob"` });
    assert.equal(await hosts.stored(before), 1);
    assert.deepEqual(
      messages.map(({ person }) => person),
      messages.map(() => undefined),
    );
    await context.close();
  });
});
