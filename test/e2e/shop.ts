import { after, before } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Decision } from '../../src/core/decision.js';
import { chromium as installed } from '../tools/browsers.mjs';
import { serveSite, type Site } from './site.js';

const QUEUE = '<script>window.askwell = (...call) => (askwell.q = askwell.q || []).push(call);</script>';
const HEAR =
  '<script>heard = []; document.addEventListener("askwell-decision", (event) => heard.push(event.detail));</script>';

/** A configuration under which a new person may be asked, in a browser that a program controls. */
export const OPEN =
  'data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-manners-automation="false"';

/** A page with this script tag, and what the page said before it. Its endpoint is `/answers`. */
export const shop = (attributes: string, said = ''): { html: string } => ({
  html: `<!doctype html><html lang="en"><title>A shop</title>${HEAR}${QUEUE}<script>${said}</script>
    <script src="/dist/askwell.js" ${attributes && `data-endpoint="/answers" ${attributes}`}></script><h1>A shop</h1>`,
});

/** A site with the built files, for the tests of one `describe`. */
export function openShop(): {
  pages: Record<string, { html: string }>;
  /** A new person on a page with this tag. The file is there when it resolves; `files` is what was fetched of ours. */
  visit(attributes: string, said?: string): Promise<{ page: Page; files: string[] }>;
  readonly origin: string;
} {
  let browser: Browser;
  let site: Site;
  const pages: Record<string, { html: string }> = { '/answers': { html: 'stored' } };
  before(async () => {
    site = await serveSite(pages);
    browser = await chromium.launch(await installed());
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    pages,
    async visit(attributes, said) {
      pages['/'] = shop(attributes, said);
      const page = await (await browser.newContext()).newPage();
      const files: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/dist/')) files.push(pathname);
      });
      await page.goto(site.origin);
      return { page, files };
    },
    get origin() {
      return site.origin;
    },
  };
}

/** The decisions that were said on this page, and the gates that refuse in one. */
export const heard = (page: Page): Promise<Decision[]> => page.evaluate('heard');
export const refused = ({ gates }: Decision): string[] => gates.filter(({ pass }) => !pass).map(({ code }) => code);
/** The question is on screen. */
export const asked = (page: Page): Promise<void> => page.getByRole('radio').first().waitFor();
/** To another view of a single-page application. */
export const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate(`history.pushState(null, '', '${address}')`);
