/** `tsx test/load/campaign.ts [--kills 50] [--bodies 100000] [--seed 1]`: the long form of what the tests do briefly. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCollector } from '../../src/collector/index.js';
import { findPostgres, startCluster } from '../collector/cluster.js';
import { freshFolder, freshPglite } from '../collector/pglite.js';
import { endAll } from '../collector/served.js';
import { fuzz } from './fuzz.js';
import { killCampaign } from './kill.js';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { kills: text, bodies: text, seed: text } });
const [kills, bodies, seed] = [Number(values.kills ?? 50), Number(values.bodies ?? 100_000), Number(values.seed ?? 1)];
const folder = await mkdtemp(join(tmpdir(), 'askwell-campaign-'));
const bin = await findPostgres();
const cluster = bin ? await startCluster(bin, { durable: true }) : undefined;
if (!cluster) console.warn('No Postgres is installed here: its half did NOT run.');

try {
  for (const [name, database] of [
    ['PGlite', { pglite: await freshPglite() }],
    ...(cluster ? [['Postgres', { url: cluster.url() }] as const] : []),
  ] as const) {
    if (!bodies) break;
    const collect = createCollector({ database, token: 'campaign', rate: false });
    const seen = await fuzz(collect, bodies, seed);
    console.log(
      `${name}: ${bodies} fuzzed bodies, seed ${seed}: ${[...seen]
        .sort(([a], [b]) => a - b)
        .map(([status, n]) => `${n} × ${status}`)
        .join(', ')}`,
    );
    await collect.close();
  }
  const runs: [string, string[]][] = [
    ['PGlite', ['--data', await freshFolder(join(folder, 'data'))]],
    ...(cluster ? [['Postgres', ['--database-url', cluster.url()]] as [string, string[]]] : []),
  ];
  for (const [name, args] of runs) {
    if (!kills) break;
    const { acknowledged, unanswered } = await killCampaign(args, kills, seed);
    console.log(
      `${name}: ${kills} kills, seed ${seed}: ${acknowledged} acknowledged, all there once; ${unanswered} answers lost and sent again`,
    );
  }
} finally {
  endAll();
  await cluster?.remove();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
