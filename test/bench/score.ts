/**
 * `npm run bench:score -- [--mb 1000] [--scores 10000000] [--rounds 5]`: the library beside a plain loop, and the command
 * beside a plain line reader, in turns within one run. Only the ratios mean anything beyond this machine.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tally } from '../../src/score/index.js';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '1000' },
    scores: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

function plainLoop(scores: ArrayLike<number>): number[] {
  let d = 0;
  let a = 0;
  let q = 0;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]!;
    if (score > 8) q++;
    else if (score > 6) a++;
    else d++;
  }
  return [d, a, q];
}

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function benchTally(n: number): void {
  const list = Array.from({ length: n }, (_, k) => (k * 7919) % 11);
  function* generated(): Generator<number> {
    for (let k = 0; k < n; k++) yield (k * 7919) % 11;
  }
  const times = { loop: [] as number[], array: [] as number[], iterable: [] as number[], drained: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const found = {
      loop: timed(() => plainLoop(list)),
      array: timed(() => tally(list)),
      iterable: timed(() => tally(generated())),
      drained: timed(() => {
        let sum = 0;
        for (const score of generated()) sum += score;
        return sum;
      }),
    };
    // The first round warms up.
    if (round) for (const [name, ms] of Object.entries(found)) times[name as keyof typeof found].push(ms);
  }
  const [loop, array, iterable, drained] = [times.loop, times.array, times.iterable, times.drained].map(median) as [
    number,
    number,
    number,
    number,
  ];
  console.log(`tally of ${n.toLocaleString('en')} scores, median of ${rounds} rounds`);
  console.log(
    `  array      ${array.toFixed(0)} ms, plain loop without checks ${loop.toFixed(0)} ms: ${(array / loop).toFixed(2)} times`,
  );
  console.log(
    `  generator  ${iterable.toFixed(0)} ms, only running it ${drained.toFixed(0)} ms: ${(iterable / drained).toFixed(2)} times`,
  );
}

/** Answers as a survey tool exports them: quoted comments, dates to the second, CRLF. */
async function writeExport(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path);
  const words = 'the product is fine but setting it up took a while, and "support" was slow on mondays'.split(' ');
  file.write('\uFEFFResponse ID,Submitted at,Score,Branch,Plan,Comment\r\n');
  for (let k = 0, size = 0; size < bytes;) {
    let block = '';
    for (const end = k + 5000; k < end; k++) {
      const at = new Date(Date.UTC(2024, 0, 1) + ((k * 9973) % 63_072_000) * 1000).toISOString();
      const text = Array.from({ length: k % 13 }, (_, j) => words[(k * 7 + j) % words.length]).join(' ');
      const comment = text && `"${text.replaceAll('"', '""')}"`;
      block += `r_${k},${at},${(k * 7919) % 11},${['North', 'South', 'East', 'West'][k % 4]},${['free', 'pro'][k % 2]},${comment}\r\n`;
    }
    size += block.length;
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

interface Run {
  seconds: number;
  cpu: number;
  peakMB: number;
}

function reading(what: 'lines' | 'askwell', path: string): Run {
  const reader = fileURLToPath(new URL('score-reading.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', reader, what, path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

async function benchCommand(mb: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-bench-'));
  try {
    for (const size of [mb / 10, mb]) {
      const path = join(folder, `${size}.csv`);
      await writeExport(path, size * 1e6);
      const runs = { lines: [] as Run[], askwell: [] as Run[] };
      for (let round = 0; round < Math.min(rounds, 3); round++) {
        for (const what of ['lines', 'askwell'] as const) runs[what].push(reading(what, path));
      }
      const of = (what: keyof typeof runs, figure: keyof Run): number => median(runs[what].map((run) => run[figure]));
      console.log(
        `askwell score --by Branch of ${(statSync(path).size / 1e6).toFixed(0)} MB, median of ${Math.min(rounds, 3)} rounds`,
      );
      for (const figure of ['seconds', 'cpu'] as const) {
        const [ours, plain] = [of('askwell', figure), of('lines', figure)];
        const name = figure === 'cpu' ? 'CPU time' : 'time';
        console.log(
          `  ${name.padEnd(9)} ${ours.toFixed(1)} s, plain line reader ${plain.toFixed(1)} s: ${(ours / plain).toFixed(2)} times`,
        );
      }
      console.log(
        `  peak      ${of('askwell', 'peakMB').toFixed(0)} MB, plain line reader ${of('lines', 'peakMB').toFixed(0)} MB`,
      );
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

benchTally(Number(values.scores));
await benchCommand(Number(values.mb));
