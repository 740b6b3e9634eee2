import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { faultyEndpoint, type FaultyEndpoint } from '../faults/endpoint.js';
import { chromium as installed } from '../tools/browsers.mjs';
import { serveSite } from './site.js';

/** What is unusual about a page that carries the script tag. */
export interface Setting {
  /** Runs before anything of the page. */
  init?: string;
  head?: string;
  body?: string;
  /** Further attributes of the tag. */
  more?: string;
  headers?: Record<string, string>;
  /** The whole document, in the place of the usual one. */
  document?(tag: string): string;
  /** The same person again. */
  context?: BrowserContext;
  /** Done before the page is fetched. */
  prepare?(context: BrowserContext): unknown;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Exceptions and unhandled rejections. */
  thrown: string[];
  /** What we said in the console. */
  said: string[];
  /** Hosts that were asked for anything. */
  hosts: Set<string>;
}

/** A browser, a site with the built script tag, and a real collector. */
export interface Hosts {
  endpoint: FaultyEndpoint;
  origin: string;
  tag(more?: string): string;
  visit(setting?: Setting): Promise<Visit>;
  /** How many answers are stored. */
  rows(): Promise<number>;
  /** Waits for more than `from` rows, at most 5 s; how many more there are. */
  stored(from: number): Promise<number>;
  close(): Promise<void>;
}

export const score = (page: Page) => page.getByRole('radio', { name: /^9\b/ });

/** Whether the question appears within the time. */
export const shown = (page: Page, timeout = 8000): Promise<boolean> =>
  score(page)
    .waitFor({ state: 'attached', timeout })
    .then(
      () => true,
      () => false,
    );

/** Gives a 9, sends it, and waits for the thanks. */
export async function answer(page: Page): Promise<void> {
  await score(page).check({ timeout: 8000 });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('status').filter({ hasText: /thank/i }).waitFor({ timeout: 8000 });
}

export async function openHosts(): Promise<Hosts> {
  const pages: Parameters<typeof serveSite>[0] = {};
  let count = 0;
  const site = await serveSite(pages);
  const endpoint = await faultyEndpoint();
  const browser = await chromium.launch(await installed());
  const rows = async () => (await endpoint.rows()).length;
  const tag = (more = '') =>
    `<script async src="/dist/askwell.js" data-endpoint="http://127.0.0.1:${endpoint.port}/answers" data-when="[]"
      data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-manners-automation="false" ${more}></script>`;
  return {
    endpoint,
    origin: site.origin,
    tag,
    rows,
    async visit({ init, head = '', body = '', more, headers, document, context, prepare } = {}) {
      const path = `/page-${count++}`;
      const usual = (own: string): string =>
        `<!doctype html><html lang="en"><title>A shop</title>${head}${own}<main><h1>A shop</h1>${body}</main></html>`;
      const html = (document ?? usual)(tag(more));
      pages[path] = { html, ...(headers && { headers }) };
      const own = context ?? (await browser.newContext());
      await prepare?.(own);
      const page = await own.newPage();
      const visit: Visit = { page, context: own, thrown: [], said: [], hosts: new Set() };
      page.on('pageerror', (error) => visit.thrown.push(error.stack ?? String(error)));
      page.on('console', (line) => {
        if (/askwell/i.test(line.text()) && line.type() === 'error') visit.said.push(line.text());
      });
      page.on('request', (request) => visit.hosts.add(new URL(request.url()).host));
      if (init) await page.addInitScript(init);
      await page.goto(site.origin + path);
      return visit;
    },
    async stored(from) {
      for (let look = 0; look < 100 && (await rows()) === from; look++)
        await new Promise((next) => setTimeout(next, 50));
      return (await rows()) - from;
    },
    async close() {
      await browser.close();
      await site.close();
      await endpoint.close();
    },
  };
}
