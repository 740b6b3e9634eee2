/** What assistive technology is told, by the accessibility tree of a real browser, and what only a browser's settings can change. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromium as installed } from '../tools/browsers.mjs';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
before(async () => {
  bench = await openWorkbench();
});
after(() => bench?.close());

/** One picture of the gallery in a window of its own. */
async function look(choice: Record<string, string>, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await bench.browser.newContext({ reducedMotion: 'reduce', ...options });
  // tsx marks the names of functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (value) => value');
  const page = await context.newPage();
  const query = new URLSearchParams({
    picture: '',
    layout: 'corner',
    theme: 'light',
    locale: 'en',
    state: 'question',
    ...choice,
  });
  await page.goto(`${bench.origin}/gallery.html?${query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
}

const SCALE = (chosen = -1): string[] =>
  ['0, Not at all likely', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10, Extremely likely'].map(
    (name, score) => `    - radio "${name}"${score === chosen ? ' [checked]' : ''}`,
  );
const QUESTION = 'How likely is it that you would recommend Ledgerline to a friend or colleague?';
const GROUP = [`  - group "${QUESTION}":`, `    - text: ${QUESTION}`];

const TREES: Record<string, string[]> = {
  question: [
    '- region "Survey":',
    ...GROUP,
    ...SCALE(),
    '  - status',
    '  - button "Ask me later"',
    '  - button "Don\'t ask me again"',
    '  - button "Close"',
  ],
  'wrong e-mail': [
    '- region "Survey":',
    ...GROUP,
    ...SCALE(8),
    '  - group "What is it about? optional":',
    '    - text: What is it about? optional',
    '    - checkbox "Price" [checked]',
    '    - text: Price',
    ...['Ease of use', 'Support', 'Speed', 'Something is missing'].flatMap((name) => [
      `    - checkbox "${name}"`,
      `    - text: ${name}`,
    ]),
    '  - text: What is the primary reason for your score? optional',
    '  - textbox "What is the primary reason for your score? optional"',
    '  - checkbox "May we contact you about this?" [checked]',
    '  - text: May we contact you about this? E-mail address',
    '  - textbox "E-mail address" [invalid]',
    '  - alert: Enter an e-mail address like name@example.com.',
    '  - status',
    '  - button "Don\'t ask me again"',
    '  - button "Send"',
    '  - button "Close"',
  ],
  'thanks with link': [
    '- region "Survey":',
    '  - status: Thank you for your answer.',
    '  - link "Read what we did with earlier answers":',
    '    - /url: https://example.com/news',
    '  - button "Close"',
  ],
  unsent: [
    '- region "Survey":',
    '  - status: Your answer could not be saved yet.',
    '  - button "Try again"',
    '  - button "Close"',
  ],
  closed: ['- region "Survey":', '  - status: Question closed.', '  - button "Undo"', '  - button "Close"'],
};

describe('the accessibility tree', () => {
  for (const [state, tree] of Object.entries(TREES)) {
    it(`is right and complete: ${state}`, async () => {
      const page = await look({ state });
      const region = page.getByRole('region', { name: 'Survey' });
      // What the page's own status says about the question coming up is tested for itself.
      const found = (await region.ariaSnapshot()).replace(/status: "Survey: .*"/, 'status').replaceAll(' [active]', '');
      assert.deepEqual(found.split('\n'), tree);
      await page.context().close();
    });
  }

  it('makes a modal question a dialog', async () => {
    const page = await look({ layout: 'modal' });
    assert.match(await page.getByRole('dialog', { name: 'Survey' }).ariaSnapshot(), /^- dialog "Survey"/);
    await page.context().close();
  });

  it('says that a question came to somebody who does not see it, and is silent once the focus is there', async () => {
    const page = await look({});
    const status = page.getByRole('status');
    await page.waitForFunction(
      () => document.querySelector('ask-well')!.shadowRoot!.querySelector('[role=status]')!.textContent,
    );
    assert.equal((await status.textContent())!.trim(), `Survey: ${QUESTION}`);
    await page.getByRole('radio', { name: '5', exact: true }).focus();
    assert.equal((await status.textContent())!.trim(), '');
    await page.context().close();
  });
});

describe('the browser’s settings', () => {
  it('forced colours: the chosen score and every control can be told from what is around them', async () => {
    const page = await look({ state: 'everything' }, { forcedColors: 'active' });
    const colors = await page.evaluate(() => {
      const root = document.querySelector('ask-well')!.shadowRoot!;
      const style = (selector: string) => {
        const { backgroundColor, color, borderTopStyle, borderTopColor } = getComputedStyle(
          root.querySelector(selector)!,
        );
        return { backgroundColor, color, borderTopStyle, borderTopColor };
      };
      const probe = document.body.appendChild(document.createElement('i'));
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      return {
        chosen: style('[name=score]:checked + span'),
        other: style('[name=score]:not(:checked) + span'),
        panel: style('.panel'),
        send: style('.main'),
        later: style('.actions button'),
        comment: style('textarea'),
        reason: style('[name=reason]:not(:checked) + span'),
        highlight: system('Highlight'),
        canvas: system('Canvas'),
      };
    });
    assert.equal(colors.chosen.backgroundColor, colors.highlight);
    assert.equal(colors.send.backgroundColor, colors.highlight);
    assert.notEqual(colors.other.backgroundColor, colors.highlight);
    for (const piece of ['other', 'send', 'later', 'comment', 'reason', 'panel'] as const) {
      assert.equal(colors[piece].borderTopStyle, piece === 'comment' ? colors[piece].borderTopStyle : 'solid', piece);
      assert.notEqual(colors[piece].borderTopColor, colors.canvas, piece);
    }
    await page.context().close();
  });

  it('forced colours: what has the focus is outlined in a colour of the system', async () => {
    const page = await look({ state: 'everything' }, { forcedColors: 'active' });
    await page.keyboard.press('Tab');
    const outlines = await page.evaluate(() => {
      const root = document.querySelector('ask-well')!.shadowRoot!;
      const { color: canvas } = getComputedStyle(
        Object.assign(document.body.appendChild(document.createElement('i')), { style: 'color: Canvas' }),
      );
      const shown = ['.panel', '[name=score][value="8"]', '[name=score][value="0"]', '[name=reason]', 'textarea'];
      return [...shown, '[name=contact]', '[type=email]', '.actions button', '.main', '.close'].map((selector) => {
        const control = root.querySelector<HTMLElement>(selector)!;
        control.focus();
        const hidden = getComputedStyle(control).opacity === '0';
        const style = getComputedStyle(hidden ? control.nextElementSibling! : control);
        return [selector, style.outlineStyle, style.outlineWidth, style.outlineColor !== canvas].join(' ');
      });
    });
    for (const outline of outlines) assert.match(outline, / solid 2px true$/);
    await page.context().close();
  });

  it('safe areas: a notch or a rounded corner covers nothing', async () => {
    const insets = { top: 40, bottom: 60, left: 50, right: 70 };
    for (const [choice, gaps] of [
      [{ layout: 'corner' }, { bottom: 60, right: 70 }],
      [
        { layout: 'corner', locale: 'ar' },
        // The wider of the two sides, because either may be the end.
        { bottom: 60, left: 70 },
      ],
    ] as const) {
      const page = await look(choice, { viewport: { width: 844, height: 600 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
      const box = (await page.getByRole('region', { name: /./ }).boundingBox())!;
      const room = { left: box.x, right: 844 - box.x - box.width, bottom: 600 - box.y - box.height };
      for (const [side, gap] of Object.entries(gaps)) {
        assert.ok(Math.abs(room[side as keyof typeof room] - gap) <= 1, `${side} ${JSON.stringify(room)}`);
      }
      await page.context().close();
    }
    // A bar goes to the edges, and only what is in it keeps away from them.
    const page = await look({ layout: 'bar', state: 'chosen' }, { viewport: { width: 844, height: 600 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    for (const button of await page.getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      assert.ok(box.y + box.height <= 540, JSON.stringify(box));
      assert.ok(box.x >= 50 && Math.floor(box.x + box.width) <= 774, JSON.stringify(box));
    }
    await page.context().close();
  });

  it('print: a question above the page is not printed with it, one in the page is', async () => {
    for (const [layout, printed] of [
      ['corner', false],
      ['bar', false],
      ['inline', true],
    ] as const) {
      const page = await look({ layout });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.getByRole('radio').first().isVisible(), printed, layout);
      await page.context().close();
    }
  });

  it('reduced motion: nothing moves', async () => {
    for (const [reducedMotion, moves] of [
      ['reduce', false],
      ['no-preference', true],
    ] as const) {
      const page = await look({ state: 'chosen' }, { reducedMotion });
      const durations = await page.evaluate(() =>
        [...document.querySelector('ask-well')!.shadowRoot!.querySelectorAll('*')].map((element) =>
          Number.parseFloat(getComputedStyle(element).transitionDuration),
        ),
      );
      assert.equal(
        durations.some((duration) => duration > 0),
        moves,
      );
      await page.context().close();
    }
  });

  for (const [width, height] of [
    [320, 256],
    [390, 844],
    [844, 390],
    [1280, 800],
    [3840, 2160],
  ] as const) {
    it(`${width} × ${height}: everything can be reached and nothing is cut off sideways`, async () => {
      for (const layout of ['corner', 'bar', 'modal', 'inline']) {
        const page = await look({ layout, state: 'everything' }, { viewport: { width, height } });
        for (const button of await page.getByRole('button').all()) {
          await button.scrollIntoViewIfNeeded();
          const box = (await button.boundingBox())!;
          assert.ok(
            box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height + 1,
            `${layout} ${JSON.stringify(box)}`,
          );
        }
        const sideways = await page.evaluate(() =>
          [document.documentElement, document.querySelector('ask-well')!.shadowRoot!.querySelector('.panel')!].some(
            ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
          ),
        );
        assert.equal(sideways, false, layout);
        await page.context().close();
      }
    });
  }

  it('a reader’s own font size of 32 pixels: twice as large, and still eleven in a row', async () => {
    const { executablePath, args, env } = await installed();
    const browser = await chromium.launch({
      executablePath,
      args: [...args, '--blink-settings=defaultFontSize=32'],
      env,
    });
    for (const width of [320, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(`${bench.origin}/gallery.html?picture=&layout=corner&theme=light&locale=en&state=question`);
      const cells = await page.getByRole('radio').evaluateAll((radios) =>
        radios.map((radio) => {
          const { top, width: wide } = radio.getBoundingClientRect();
          return { top, wide };
        }),
      );
      assert.equal(new Set(cells.map(({ top }) => Math.round(top))).size, 1);
      assert.ok(
        cells.every(({ wide }) => wide >= 24),
        JSON.stringify(cells),
      );
      const question = page.locator('legend');
      assert.equal(await question.evaluate((element) => getComputedStyle(element).fontSize), '32px');
    }
    await browser.close();
  });

  it('layout shift: none, from the first paint to the thanks', async () => {
    for (const layout of ['corner', 'bar', 'modal']) {
      const page = await look({ layout, state: 'thanks' });
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
            ).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => setTimeout(() => resolve(0), 100));
          }),
      );
      assert.equal(shift, 0, layout);
      await page.context().close();
    }
  });
});
