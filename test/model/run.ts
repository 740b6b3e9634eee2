import { surviveClock } from './clocks.js';
import { liveThrough } from './world.js';

// npm run model -- --seed 1 --schedules 1000
const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const seed = argument('seed', Date.now() % 1_000_000);
const schedules = argument('schedules', 1000);
const clocks = { asks: 0, jumps: 0 };
const sum = { decisions: 0, asks: 0, crashes: 0, waits: 0 };
for (let i = 0; i < schedules; i++) {
  const counts = liveThrough(seed * 1_000_000 + i);
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
}
for (let i = 0; i < schedules; i++) {
  const counts = surviveClock(seed * 1_000_000 + i);
  clocks.asks += counts.asks;
  clocks.jumps += counts.jumps;
}
console.log(`seed ${seed}: ${schedules} years agree with the reference`, sum);
console.log(`seed ${seed}: ${schedules} years with a jumping clock`, clocks);
