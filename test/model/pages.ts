import type { Browser, Page } from 'playwright-core';
import type { AskState } from '../../src/core/history.js';
import type { Decision } from '../../src/core/decision.js';
import type { AskwellConfig } from '../../src/config/config.js';
import { serveSite } from '../e2e/site.js';

const HEAR = `heard = []; asked = 0; faults = [];
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  document.addEventListener('askwell-decision', ({ detail }) => heard.push(detail));
  document.addEventListener('askwell-ask', (event) => (ask = event.ask));
  document.addEventListener('askwell-shown', () => asked++);`;

const REACTIONS: Partial<Record<AskState, string>> = {
  snoozed: 'ask.snooze()',
  dismissed: 'ask.dismiss()',
  answered: 'ask.score(9), ask.submit()',
  'opted-out': 'ask.optOut()',
};

/** One device that visits pages with the built script tag, under a clock of the test's own. */
export interface Visitor {
  /** One page view at `now` (epoch ms), to its decision: whether it asked, and what it said. `said` runs before the tag. */
  view(now: number, config: AskwellConfig, said?: string): Promise<{ asked: boolean; decision: Decision }>;
  explain(): Promise<Decision>;
  /** How the person reacts to the question that is open. */
  react(state: AskState): Promise<void>;
  close(): Promise<void>;
}

/** A page that has no moment to wait for decides when it is loaded; another, when it is told of `x`. */
export async function visitor(browser: Browser): Promise<Visitor> {
  const pages: Record<string, { html: string }> = { '/answers': { html: 'stored' } };
  const site = await serveSite(pages);
  const page: Page = await (await browser.newContext()).newPage();
  return {
    async view(now, config, said = '') {
      pages['/'] = {
        html: `<!doctype html><html lang="en"><title>A shop</title><script>${HEAR}
          globalThis[Symbol.for('askwell.clock')] = () => ${now};
          askwell = (...call) => (askwell.q = askwell.q || []).push(call); ${said}</script>
          <script src="/dist/askwell.js" data-endpoint="/answers" data-config='${JSON.stringify(config)}'></script>`,
      };
      await page.goto(site.origin);
      if (config.when?.length) await page.evaluate(`askwell.track('x')`);
      await page.waitForFunction('asked || faults.length || heard.some((one) => !one.eligible && !one.waiting)');
      const [asked, heard, faults] = await page.evaluate<[number, Decision[], string[]]>('[asked, heard, faults]');
      if (faults.length) throw new Error(faults.join());
      return { asked: !!asked, decision: heard.at(-1)! };
    },
    explain: () => page.evaluate<Decision>('askwell.explain()'),
    react: (state) => page.evaluate(REACTIONS[state] ?? '0'),
    async close() {
      await page.context().close();
      await site.close();
    },
  };
}
