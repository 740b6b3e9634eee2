/**
 * `npm run load`: how many messages a second the collector takes, beside what the same database takes from the same
 * statement without it; then how long report and export take over many answers. `--small` for CI, `--answers` for how many,
 * `--part` (ingest, flood, reading) for one of them.
 */
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '../../src/collector/database.js';
import { findPostgres, startCluster } from '../collector/cluster.js';
import { BUILT, endAll, serve } from '../collector/served.js';
import { pgliteCeiling, postgresCeiling, statements, type Ceiling } from './ceiling.js';
import { createPoster } from './client.js';
import { flood } from './flood.js';
import { measureReading } from './reading.js';
import { bodies, Run } from './traffic.js';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { small: { type: 'boolean' }, answers: text, part: text } });
const small = values.small ?? false;
/** Requests of one round, by messages in each. */
const REQUESTS = { 100: small ? 8 : 400, 1: small ? 80 : 2_000 };
/** The two are measured by turns, so that whatever else the machine does slows both. */
const ROUNDS = small ? 2 : 6;
const ANSWERS = Number(values.answers ?? (small ? 20_000 : 1_000_000));
const WIDTH = 8;
const [ingest, flooding, reading] = ['ingest', 'flood', 'reading'].map((part) => (values.part ?? part) === part);

/** A collector of this many processes beside the ceiling of its database, in one line of the table. */
async function compare(name: string, ceiling: Ceiling, db: Database, processes: string[][]): Promise<void> {
  const served = await Promise.all(
    processes.map((each) => serve([...each, '--token', 'load', '--quiet', '--rate', '0'], { program: BUILT })),
  );
  const poster = createPoster(
    served.map(({ address }) => address),
    WIDTH,
  );
  for (const size of [100, 1] as const) {
    const [most, reached] = [new Run(size), new Run(size)];
    // The first round warms: the compilers on both sides know their work before the clocks start.
    for (let round = 0; round <= ROUNDS; round++) {
      const [top, own] = round ? [most, reached] : [new Run(size), new Run(size)];
      await top.drive(statements(db, REQUESTS[size], size), WIDTH, ceiling.send);
      await own.drive(bodies(REQUESTS[size], size), WIDTH, poster.post);
    }
    const ratio = reached.perSecond / most.perSecond;
    console.log(
      `| ${name} | ${size} | ${Math.round(most.perSecond)} | ${Math.round(reached.perSecond)} | ${ratio.toFixed(2)} | ${reached.quantile(0.5).toFixed(1)} | ${reached.quantile(0.99).toFixed(1)} | ${most.quantile(0.99).toFixed(1)} |`,
    );
    if (reached.failures.size) throw new Error(`${name}: ${[...reached.failures].join('; ')}`);
    if (size > 1 && ratio < 0.5 && !small) process.exitCode = 1;
  }
  poster.close();
  await Promise.all(served.map((each) => each.end('SIGTERM')));
}

const said = (seen: Map<number, number>): string => [...seen].map(([status, n]) => `${n} × ${status}`).join(', ');
const folder = await mkdtemp(join(tmpdir(), 'askwell-load-'));
const bin = await findPostgres();
if (!bin && process.env.CI) throw new Error('No Postgres is installed here.');
if (!bin) console.warn('No Postgres is installed here: its figures are missing.');
const cluster = bin ? await startCluster(bin, { durable: true }) : undefined;
try {
  if (ingest) {
    console.log(
      '\n| database | messages a request | ceiling, a second | collector, a second | ratio | p50 ms | p99 ms | p99 of the ceiling |\n|---|---|---|---|---|---|---|---|',
    );
    const pglite = await PGlite.create(join(folder, 'ceiling'));
    const embedded = await openDatabase({ pglite });
    const top = pgliteCeiling(pglite);
    await compare('PGlite', top, embedded.write, [['--data', join(folder, 'data')]]);
    await top.close();
  }
  if (ingest && cluster) {
    const url = cluster.url();
    const { write, close } = await openDatabase({ url });
    const top = postgresCeiling(url, WIDTH);
    for (const processes of [['one process'], ['two', 'processes']])
      await compare(
        `Postgres, ${processes.join(' ')}`,
        top,
        write,
        processes.map(() => ['--database-url', url]),
      );
    await top.close();
    await close();
  }
  for (const from of flooding ? (['one', 'many'] as const) : []) {
    const { idle, meanwhile, ...seen } = await flood(['--data', join(folder, `flood-${from}`)], from, small ? 1 : 20);
    console.log(
      `PGlite, 200 requests a second from ${from === 'one' ? 'one network' : 'many networks'}: p99 of a quiet sender ${idle.toFixed(1)} ms before, ${meanwhile.toFixed(1)} ms meanwhile; flood ${said(seen.flood)}, quiet ${said(seen.quiet)}`,
    );
    if (seen.quiet.size > 1) throw new Error('The quiet sender was refused.');
  }
  if (reading && cluster) {
    const client = new pg.Client(cluster.url());
    await client.connect();
    await client.query('create database reading');
    await client.end();
    await measureReading({ url: cluster.url('reading') }, ANSWERS, 'Postgres');
  }
  if (reading && !small) await measureReading({ dataDir: join(folder, 'reading') }, ANSWERS, 'PGlite');
} finally {
  endAll();
  await cluster?.remove();
  await rm(folder, { recursive: true, force: true });
}
if (process.exitCode) console.error('With batches the collector must reach half of the ceiling.');
