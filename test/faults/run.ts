/**
 * `npm run faults -- --seed 1 --schedules 1000`: random schedules of everything that can go wrong, in a real browser against a
 * real collector. Ends with 1 when an answer that was promised is missing, one is stored twice, or the page saw an exception.
 * `--only 17` replays one schedule of the seed; `--from 500` begins there, so that parts of a seed can run beside each other. `--design local-only` or `delete-first` runs a design that is known to lose.
 */
import { parseArgs } from 'node:util';
import { campaign } from './campaign.js';
import type { Design } from './campaign-page.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: `${Date.now() % 100_000}` },
    schedules: { type: 'string', default: '100' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    design: { type: 'string', default: 'product' },
  },
});
const seed = Number(values.seed);
console.log(`Seed ${seed}. The same seed replays the same schedules.`);
const figures = await campaign({
  seed,
  from: Number(values.only ?? values.from),
  schedules: values.only === undefined ? Number(values.schedules) : Number(values.only) + 1,
  loud: values.only !== undefined,
  design: values.design as Design,
  say: console.log,
});
console.log(JSON.stringify(figures, null, 2));
const bad = figures.lost.length + figures.wrongRows.length + figures.complaints.length + figures.stuck.length;
console.log(
  bad
    ? `FAILED with seed ${seed}`
    : `0 lost of ${figures.promised}, 0 stored twice, 0 exceptions in ${figures.schedules} schedules`,
);
process.exit(bad ? 1 : 0);
