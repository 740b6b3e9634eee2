import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The fixture page (`page.ts`) as one script, from the sources as they are. */
export async function pageScript(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'askwell-faults-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'page' },
      minify: false,
      target: 'es2022',
    },
  });
  const script = readFileSync(join(outDir, 'page.js'), 'utf8');
  rmSync(outDir, { recursive: true });
  return script;
}
