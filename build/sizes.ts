import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** What a page without a bundler loads, in the order in which it may come to need it. */
export const BROWSER_FILES = [
  'askwell.js',
  'askwell-asker.js',
  'askwell-view.js',
  'askwell-backroom.js',
  'askwell-explain.js',
  'askwell-lint.js',
] as const;

/** Size of one file of dist in bytes: as it is, and in brotli at its best quality, as a content delivery network sends it. */
export function sizeOf(file: string): { raw: number; brotli: number } {
  const content = readFileSync(new URL(`../dist/${file}`, import.meta.url));
  return { raw: content.length, brotli: brotliCompressSync(content).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of BROWSER_FILES) {
    const { raw, brotli } = sizeOf(file);
    console.log(`${file.padEnd(20)}${String(raw).padStart(7)} B${String(brotli).padStart(7)} B brotli`);
  }
}
