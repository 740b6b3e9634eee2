import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Report } from './outcome.js';

export const root = resolve(import.meta.dirname, '../..');

/** How a command ended: its exit code (a signal counts as 1), all that it printed, and how long it took. */
export interface Ended {
  code: number;
  output: string;
  seconds: number;
}

/** Runs a program of this package or of the machine in the package's folder. `shown` passes its output on at once. */
export function command(
  line: readonly string[],
  { shown = false, env = {} }: { shown?: boolean; env?: NodeJS.ProcessEnv } = {},
) {
  const [program, ...args] = line;
  const started = performance.now();
  return new Promise<Ended>((done, failed) => {
    const path = `${root}/node_modules/.bin:${process.env.PATH}`;
    const child = spawn(program!, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        if (shown) process.stdout.write(chunk);
      });
    }
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 }));
  });
}

/** A command that is one test: it passes when it ends with 0. What it printed is told only when it fails. */
export async function commandTest(title: string, line: readonly string[]): Promise<Report> {
  const { code, output, seconds } = await command(line, { env: { NO_COLOR: '1' } });
  const failures = code === 0 ? [] : [`\`${line.join(' ')}\` ended with ${code}\n${output.trim()}`];
  return { outcomes: [{ title, passed: code === 0 ? 1 : 0, failures, skipped: [], seconds }], notes: [] };
}
