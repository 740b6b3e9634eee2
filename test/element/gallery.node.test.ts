/**
 * Pictures of the gallery, compared between runs, so that a visual change is seen. Text is painted differently by other fonts and
 * other browsers: on a machine that paints a probe differently than the one the references were made on, they are made anew in
 * the cache, and the next run compares with those. A note in the summary says which of the two it was. `UPDATE_PICTURES=1` takes
 * what is painted as the new reference.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench.js';

interface Picture {
  layout?: string;
  theme?: string;
  locale?: string;
  state?: string;
  size?: [number, number];
  forced?: boolean;
}

const PICTURES: Picture[] = [
  ...['corner', 'bar', 'modal', 'inline'].flatMap((layout) =>
    [
      ['light', 'question'],
      ['light', 'everything'],
      ['dark', 'question'],
    ].map(([theme, state]) => ({ layout, theme, state })),
  ),
  { theme: 'dark', state: 'everything' },
  ...['chosen', 'wrong e-mail', 'thanks', 'thanks with link', 'unsent', 'closed'].map((state) => ({ state })),
  ...['bar', 'modal', 'inline'].map((layout) => ({ layout, state: 'closed' })),
  { locale: 'ar' },
  { locale: 'ar', state: 'everything', size: [390, 844] },
  { locale: 'ar', layout: 'bar', state: 'everything' },
  { locale: 'de', layout: 'bar', size: [390, 844] },
  { locale: 'el', size: [320, 568] },
  { locale: 'th', state: 'everything', size: [390, 844] },
  { locale: 'ja', state: 'chosen', size: [390, 844], theme: 'dark' },
  { size: [320, 568] },
  { state: 'everything', size: [320, 568] },
  { state: 'everything', forced: true },
  { state: 'closed', forced: true },
];
/** So many pixels may differ by more than a trace: where a letter's edge falls between two of them. */
const TRACE = 40;

const committed = join(import.meta.dirname, 'pictures');
const cache = join(import.meta.dirname, '../../node_modules/.cache/pictures');
const PROBE = `<!doctype html><body style="font: 16px system-ui, sans-serif"><p>How likely? 0 1 2 3 4 5 6 7 8 9 10</p>
  <p style="font-size: 13px">كم محتمل</p><p>どのくらい คุณ Πόσο</p><button>Send</button><textarea></textarea><input type="checkbox" checked></body>`;

/** How many pixels of two pictures differ by more than a trace; all of them when the sizes do. */
const differing = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async ([a, b]) => {
      const pixels = await Promise.all(
        [a!, b!].map(async (base64) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return { width: bitmap.width, data: context.getImageData(0, 0, bitmap.width, bitmap.height).data };
        }),
      );
      const [left, right] = [pixels[0]!, pixels[1]!];
      if (left.width !== right.width || left.data.length !== right.data.length) return Infinity;
      let count = 0;
      for (let at = 0; at < left.data.length; at += 4) {
        if ([0, 1, 2].some((part) => Math.abs(left.data[at + part]! - right.data[at + part]!) > 24)) count++;
      }
      return count;
    },
    [one.toString('base64'), other.toString('base64')],
  );

describe('the gallery', () => {
  let bench: Workbench;
  let references: string;
  /** This machine paints text differently than the one that made the references. */
  let own = false;
  let fresh = Boolean(process.env['UPDATE_PICTURES']);
  const painter = new Map<string, Promise<Page>>();

  /** One page for each kind of window. */
  const pageFor = ({ size = [1280, 800], forced = false, theme = 'light' }: Picture): Promise<Page> => {
    const kind = JSON.stringify([size, forced, theme]);
    const made =
      painter.get(kind) ??
      bench.browser.newPage({
        viewport: { width: size[0], height: size[1] },
        reducedMotion: 'reduce',
        forcedColors: forced ? 'active' : 'none',
        colorScheme: theme === 'dark' ? 'dark' : 'light',
      });
    painter.set(kind, made);
    return made;
  };

  before(async () => {
    bench = await openWorkbench();
    const page = await bench.browser.newPage({ viewport: { width: 400, height: 200 } });
    await page.setContent(PROBE);
    const probe = await page.screenshot();
    const known = join(committed, 'probe.png');
    if (fresh) {
      mkdirSync(committed, { recursive: true });
      writeFileSync(known, probe);
    }
    own = (await differing(page, readFileSync(known), probe)) > TRACE;
    references = own ? join(cache, createHash('sha256').update(probe).digest('hex').slice(0, 16)) : committed;
    if (own) {
      fresh = !existsSync(references);
      mkdirSync(references, { recursive: true });
    }
  });
  after(() => bench?.close());

  it('says what it is compared with', (test) => {
    const otherwise = fresh ? 'new pictures are made' : 'the pictures are compared with its own';
    test.diagnostic(
      own
        ? `note: Gallery: this machine paints text OTHERWISE than that of the references; ${otherwise} in ${references}`
        : 'note: Gallery: every picture is compared with that of the repository',
    );
  });

  for (const picture of PICTURES) {
    const { layout = 'corner', theme = 'light', locale = 'en', state = 'question', size, forced } = picture;
    const name = [layout, theme, locale, state, size?.join('x'), forced && 'forced colours'].filter(Boolean).join(' ');

    it(`looks as before: ${name}`, async () => {
      const page = await pageFor(picture);
      await page.goto(
        `${bench.origin}/gallery.html?${new URLSearchParams({ picture: '', layout, theme, locale, state })}`,
      );
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      const box = await page.evaluate(() => {
        const { left, top, width, height } = document
          .querySelector('ask-well')!
          .shadowRoot!.querySelector('.panel')!
          .getBoundingClientRect();
        return {
          x: Math.max(0, Math.floor(left - 24)),
          y: Math.max(0, Math.floor(top - 24)),
          width: Math.ceil(width + 48),
          height: Math.ceil(height + 48),
        };
      });
      const painted = await page.screenshot({ clip: box, caret: 'hide' });
      const path = join(references, `${name.replaceAll(' ', '-')}.png`);
      if (fresh) return writeFileSync(path, painted);
      assert.ok(existsSync(path), `no reference ${path}: run once with UPDATE_PICTURES=1 and look at it`);
      const reference = readFileSync(path);
      const count = await differing(page, reference, painted);
      const seen = join(cache, `seen-${name.replaceAll(' ', '-')}.png`);
      if (count > TRACE) {
        mkdirSync(cache, { recursive: true });
        writeFileSync(seen, painted);
      }
      assert.ok(count <= TRACE, `${count} pixels differ: compare ${path} with ${seen}`);
    });
  }
});
