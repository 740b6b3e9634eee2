import { setTimeout as pause } from 'node:timers/promises';
import { mortalBrowser } from '../faults/browser.js';
import { serveSite } from '../e2e/site.js';
import { RACE_SITE } from './page.js';

/** How long a second question may take to come. Milliseconds. */
const LATE = 3000;

export interface KillResult {
  kills: number;
  /** How often somebody was asked again after the browser had come back. Wanted: 0. */
  askedAgain: number;
  /** How often nothing but the claim in the durable store was left of the ask: localStorage had lost its last minute. */
  byClaimAlone: number;
  /** What refused afterwards, and how often. */
  refusedBy: Record<string, number>;
}

/** Kills the browser, with all its processes, in the moment after an ask was claimed, and looks whether it asks again. */
export async function killAfterClaim(kills: number): Promise<KillResult> {
  const site = await serveSite(RACE_SITE);
  const browser = await mortalBrowser();
  const result: KillResult = { kills, askedAgain: 0, byClaimAlone: 0, refusedBy: {} };
  try {
    for (let i = 0; i < kills; i++) {
      const page = await browser.open(`${site.origin}/`);
      const survey = JSON.stringify(`kill-${i}`);
      // The claims of earlier kills would refuse this one too.
      await page.evaluate(`askwell('init', rules); askwell.reset()`);
      if (!(await page.evaluate(`race.prepare(${survey})`))) throw new Error(`kill ${i}: not eligible before`);
      const claimed = new Promise<void>((told) => void page.exposeFunction('claimed', told));
      await page.evaluate(`addEventListener('askwell-ask', () => claimed()); race.go(0)`);
      await claimed;
      await browser.kill();

      const again = await browser.open(`${site.origin}/`);
      // localStorage may have lost its last minute: then nothing refuses yet, and it is the claim that has to.
      if (await again.evaluate(`race.prepare(${survey})`)) result.byClaimAlone++;
      await again.evaluate('race.go(0)');
      await pause(LATE);
      result.askedAgain += (await again.evaluate('race.count()')) as number;
      for (const code of (await again.evaluate('race.closed()')) as string[]) {
        result.refusedBy[code] = (result.refusedBy[code] ?? 0) + 1;
      }
      await again.close();
    }
    return result;
  } finally {
    await browser.close();
    await site.close();
  }
}
