/** J21: the built handler answers the same in every runtime; needs `npm run build`. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('./conform.mjs', import.meta.url));
const RUNTIMES: [string, string, string[]][] = [
  ['Node', process.execPath, []],
  ['Bun', 'bun', []],
  ['Deno', 'deno', ['run', '-A', '--no-config', '--node-modules-dir=manual']],
];

const installed = async ([, program]: (typeof RUNTIMES)[number]): Promise<boolean> =>
  execute(program, ['--version']).then(
    () => true,
    () => false,
  );
const found = await Promise.all(RUNTIMES.map(installed));

describe('the built collector', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-runtimes-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [nth, [name, program, args]] of RUNTIMES.entries()) {
    if (!found[nth]) console.warn(`No ${name} is installed here: the collector did NOT run in it.`);
    else
      it(`J21: answers in ${name} as it should`, async () => {
        const { stdout } = await execute(program, [...args, SCRIPT], {
          env: { ...process.env, DIR: join(folder, name) },
          timeout: 120_000,
        });
        assert.match(stdout, /conforms/);
      });
  }
});
