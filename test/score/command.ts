import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';

/** What a command printed, and how it ended. The folder of the file is taken out of both outputs. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs `askwell` with these arguments; a `file` is written first, `stdin` is piped in. */
export async function askwell(
  argv: string[],
  given: { file?: [string, string | Uint8Array]; stdin?: string; columns?: number } = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-'));
  const written = { out: '', err: '' };
  try {
    if (given.file) writeFileSync(join(folder, given.file[0]), given.file[1]);
    const code = await main(
      argv.map((argument) => (argument === given.file?.[0] ? join(folder, argument) : argument)),
      {
        stdin: (async function* () {
          // In small pieces, so that every row is torn somewhere.
          const bytes = Buffer.from(given.stdin ?? '');
          for (let k = 0; k < bytes.length; k += 7) yield bytes.subarray(k, k + 7);
        })(),
        stdout: { write: (text) => (written.out += text), ...(given.columns && { columns: given.columns }) },
        stderr: { write: (text) => (written.err += text) },
      },
    );
    const clean = (text: string): string => text.replaceAll(`${folder}/`, '');
    return { code, out: clean(written.out), err: clean(written.err) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs `askwell score` on a text. */
export const score = (text: string | Uint8Array, ...options: (string | { columns: number })[]): Promise<Ran> => {
  const argv = options.filter((one) => typeof one === 'string');
  const [terminal] = options.filter((one) => typeof one === 'object');
  return askwell(['score', 'a.csv', ...argv], { file: ['a.csv', text], ...terminal });
};

/** The same as data; throws what was complained of. */
export async function scoreData(text: string | Uint8Array, ...options: string[]) {
  const { code, out, err } = await score(text, '--json', ...options);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as import('../../src/cli/score-result.js').ScoreResult;
}
