import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SOURCE = ['--import', 'tsx', fileURLToPath(new URL('./serve-process.ts', import.meta.url))];
/** The command as it is published; needs `npm run build`. */
export const BUILT = [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve'];

export interface Served {
  process: ChildProcess;
  address: string;
  /** Everything printed so far. */
  printed(): string;
  logged(): string;
  /** Sends a signal and resolves with the exit code when the process is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Kills what a failed test left behind; its pipes would keep the test process alive. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts `askwell serve` on a free port and resolves when it says where it is; rejects with its words when it ends before. */
export async function serve(
  args: string[],
  { env = {}, program = SOURCE }: { env?: Record<string, string>; program?: string[] } = {},
): Promise<Served> {
  const child = spawn(process.execPath, [...program, '--port', '0', ...args], {
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const gone = once(child, 'exit');
  running.add(child);
  void gone.then(() => running.delete(child));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const found = /The report is at (\S+)\//.exec(out)?.[1];
      if (found) resolve(found);
    });
    void gone.then(([code]) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  return {
    process: child,
    address,
    printed: () => out,
    logged: () => err,
    async end(signal) {
      child.kill(signal);
      return (await gone)[0] as number | null;
    },
  };
}
