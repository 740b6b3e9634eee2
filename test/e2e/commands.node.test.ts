/** The measurements that have commands of their own, in small: that they run to their end, and measure what they say. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

const MEASUREMENTS: Record<string, { file: string; args: string[]; lines: RegExp[] }> = {
  'npm run leaving': {
    file: 'faults/leaving.ts',
    args: ['--tries', '1', '--engines', 'Chromium'],
    lines: ['JSON, same origin', 'text, other origin', 'JSON, other origin \\(preflight\\)'].map((way) =>
      RegExp(`^Chromium \\| ${way} \\| navigating away 1/1 \\| closing the tab \\d/1$`, 'm'),
    ),
  },
  'npm run bench:answer': {
    file: 'bench/answer.ts',
    args: ['--answers', '3'],
    lines: [/^durable +3 answers: median \d+ ms/m, /^stored +2 answers/m, /^stored after an outage +1 answers/m],
  },
  'npm run bench:score': {
    file: 'bench/score.ts',
    args: ['--mb', '1', '--scores', '100000', '--rounds', '1'],
    lines: [/^tally of 100,000 scores/m, /^ +array +[\d.]+ ms/m, /^ +CPU time +[\d.]+ s/m],
  },
};

for (const [name, { file, args, lines }] of Object.entries(MEASUREMENTS)) {
  it(`${name} runs in small`, async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '..', file), ...args],
      { timeout: 120_000 },
    );
    for (const line of lines) assert.match(stdout, line);
  });
}
