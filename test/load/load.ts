/**
 * `npm run load`: how many messages a second the collector takes, beside what the same database takes from the same
 * statement without it; then how long report and export take over many answers. `--small` for CI, `--answers` for how many.
 */
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/collector/database.js';
import { findPostgres, startCluster } from '../collector/cluster.js';
import { BUILT, endAll, serve } from '../collector/served.js';
import { pgliteCeiling, postgresCeiling } from './ceiling.js';
import { createPoster } from './client.js';
import { measureReading } from './reading.js';
import { bodies, drive, type Run } from './traffic.js';

const { values } = parseArgs({ options: { small: { type: 'boolean' }, answers: { type: 'string' } } });
const small = values.small ?? false;
/** Messages in batches, and one by one. */
const BATCHED = small ? 4_000 : 60_000;
const SINGLE = small ? 500 : 6_000;
const ANSWERS = Number(values.answers ?? (small ? 20_000 : 1_000_000));
const WIDTH = 8;

const figures: { name: string; batch: number; ceiling: Run; reached: Run }[] = [];
let bin: string | undefined;
const folder = await mkdtemp(join(tmpdir(), 'askwell-load-'));

/** Before the long reading, so that what comes after cannot hide it. */
function printTable(): void {
  console.log(
    '\n| database | messages a request | ceiling, a second | collector, a second | ratio | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|',
  );
  for (const { name, batch, ceiling, reached } of figures) {
    const ratio = reached.perSecond / ceiling.perSecond;
    console.log(
      `| ${name} | ${batch} | ${Math.round(ceiling.perSecond)} | ${Math.round(reached.perSecond)} | ${ratio.toFixed(2)} | ${reached.p50.toFixed(1)} | ${reached.p99.toFixed(1)} |`,
    );
    if (reached.failed) throw new Error(`${reached.failed} requests failed on ${name}.`);
    if (batch > 1 && ratio < 0.5 && !small) process.exitCode = 1;
  }
}

async function through(args: string[][], batch: number, messages: number): Promise<Run> {
  const served = await Promise.all(
    args.map((each) => serve([...each, '--token', 'load', '--quiet', '--rate', '0'], { program: BUILT })),
  );
  const poster = createPoster(
    served.map(({ address }) => address),
    WIDTH,
  );
  try {
    // Warm: the compilers on both sides know their work before the clock starts.
    await drive(bodies(Math.ceil(messages / batch / 5), batch), WIDTH, batch, poster.post);
    return await drive(bodies(messages / batch, batch), WIDTH, batch, poster.post);
  } finally {
    poster.close();
    await Promise.all(served.map((each) => each.end('SIGTERM')));
  }
}

try {
  for (const batch of [100, 1]) {
    const messages = batch === 1 ? SINGLE : BATCHED;
    const pglite = await PGlite.create(join(folder, `ceiling-${batch}`));
    const opened = await openDatabase({ pglite });
    await pgliteCeiling(pglite, opened.write, Math.ceil(messages / batch / 5), batch, WIDTH);
    const ceiling = await pgliteCeiling(pglite, opened.write, messages / batch, batch, WIDTH);
    await pglite.close();
    figures.push({
      name: 'PGlite',
      batch,
      ceiling,
      reached: await through([['--data', join(folder, `data-${batch}`)]], batch, messages),
    });
  }
  bin = await findPostgres();
  if (!bin && process.env.CI) throw new Error('No Postgres is installed here.');
  if (!bin) console.warn('No Postgres is installed here: its figures are missing.');
  if (bin) {
    const cluster = await startCluster(bin, { durable: true });
    try {
      const url = cluster.url();
      const { write, close } = await openDatabase({ url });
      for (const batch of [100, 1]) {
        const messages = batch === 1 ? SINGLE : BATCHED;
        await postgresCeiling(url, write, Math.ceil(messages / batch / 5), batch, WIDTH);
        const ceiling = await postgresCeiling(url, write, messages / batch, batch, WIDTH);
        for (const processes of [1, 2]) {
          const args = Array.from({ length: processes }, () => ['--database-url', url]);
          figures.push({
            name: `Postgres, ${processes} process${processes > 1 ? 'es' : ''}`,
            batch,
            ceiling,
            reached: await through(args, batch, messages),
          });
        }
      }
      await close();
      printTable();
      const client = new pg.Client(url);
      await client.connect();
      await client.query('create database reading');
      await client.end();
      await measureReading({ url: cluster.url('reading') }, ANSWERS, 'Postgres');
    } finally {
      await cluster.remove();
    }
  }
  if (!small) await measureReading({ dataDir: join(folder, 'reading') }, ANSWERS, 'PGlite');
} finally {
  endAll();
  await rm(folder, { recursive: true, force: true });
}
if (!bin) printTable();
if (process.exitCode) console.error('With batches the collector must reach half of the ceiling.');
