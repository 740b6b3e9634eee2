import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { installed } from './installed.js';

/**
 * The script of a page of somebody who installed askwell and `others`, all in one file, as their bundler makes it.
 *
 * @param define what the bundler puts in the place of an expression.
 */
export async function bundledPage(
  source: string,
  others: string[],
  define: Record<string, string> = {},
): Promise<string> {
  const { folder, remove } = await installed(others);
  try {
    const entry = join(folder, 'page.js');
    writeFileSync(entry, source);
    const { output } = (await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      define,
      build: { write: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
    })) as Rollup.RollupOutput;
    return output[0].code;
  } finally {
    remove();
  }
}
