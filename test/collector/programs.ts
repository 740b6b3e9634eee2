import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * A program of the machine's. Where it is missing that is said aloud and the caller leaves its test out; in CI it is a failure.
 *
 * @param debian the Debian package that has it.
 */
export async function findProgram(name: string, debian: string): Promise<boolean> {
  if (
    await execute('which', [name]).then(
      () => true,
      () => false,
    )
  )
    return true;
  const words = `No ${name} is installed here (Debian: ${debian}): its tests did NOT run.`;
  if (process.env.CI) throw new Error(words);
  console.warn(`\n${words}\n`);
  return false;
}

export async function runProgram(name: string, args: string[], cwd: string): Promise<string> {
  const { stdout } = await execute(name, args, {
    cwd,
    timeout: 120_000,
    env: { ...process.env, HOME: cwd, LC_ALL: 'C.UTF-8' },
  });
  return stdout;
}
