import { chromium } from 'playwright-core';
import { chromium as installed } from '../tools/browsers.mjs';
import { liveWithTag, surviveWithTag } from './built-tag.js';
import { surviveClock } from './clocks.js';
import { liveThrough } from './world.js';

// npm run model -- --seed 1 --schedules 1000 --tag 20
const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const seed = argument('seed', Date.now() % 1_000_000);
const schedules = argument('schedules', 1000);
/** So many of them in a real browser, with the built script tag: some twenty seconds each. */
const tag = argument('tag', 20);
const clocks = { asks: 0, jumps: 0 };
const sum = { decisions: 0, asks: 0, crashes: 0, waits: 0 };
for (let i = 0; i < schedules; i++) {
  const counts = liveThrough(seed * 1_000_000 + i);
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
}
for (let i = 0; i < schedules; i++) {
  const counts = await surviveClock(seed * 1_000_000 + i);
  clocks.asks += counts.asks;
  clocks.jumps += counts.jumps;
}
console.log(`seed ${seed}: ${schedules} years agree with the reference`, sum);
console.log(`seed ${seed}: ${schedules} years with a jumping clock`, clocks);

const browser = await chromium.launch(await installed());
const tagged = { views: 0, asks: 0, asksUnderJumps: 0 };
for (let i = 0; i < tag; i++) {
  const { views, asks } = await liveWithTag(browser, seed * 1_000_000 + i);
  tagged.asksUnderJumps += (await surviveWithTag(browser, seed * 1_000_000 + i)).asks;
  tagged.views += views;
  tagged.asks += asks;
}
await browser.close();
console.log(`seed ${seed}: ${tag} years with the built tag, and as many with a jumping clock`, tagged);
