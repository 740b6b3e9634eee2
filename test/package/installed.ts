import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command, root } from '../tools/command.js';

type Target = string | { types: string; default: string };
export interface Manifest {
  version: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  exports: Record<string, Target>;
  sideEffects: string[];
}

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

async function run(line: string[]): Promise<string> {
  const { code, output } = await command(line);
  if (code !== 0) throw new Error(`${line.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/**
 * A folder in which askwell is installed as npm would publish it, with its own dependencies and the `others` that a user
 * installed, and nothing else. `remove()` deletes it.
 */
export async function installed(others: string[] = []): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-installed-'));
  const modules = join(folder, 'node_modules');
  const place = join(modules, 'askwell');
  mkdirSync(place, { recursive: true });
  const packed = await run(['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[\n'))) as [{ filename: string }];
  await run(['tar', '-xzf', join(folder, filename), '-C', place, '--strip-components=1']);
  for (const name of [...Object.keys(manifest.dependencies), ...others]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
