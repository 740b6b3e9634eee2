import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BROWSER_FILES, sizeOf } from '../../build/sizes.js';
import { root } from '../tools/command.js';

/** Limits in bytes of brotli. The second is all that the first display costs on top of the script tag. */
for (const [files, limit] of [
  [['askwell.js'], 3_000],
  [['askwell-asker.js', 'askwell-view.js'], 14_000],
] as const) {
  test(`${files.join(' and ')} take at most ${limit} bytes`, () => {
    const bytes = files.reduce((sum, file) => sum + sizeOf(file).brotli, 0);
    assert.ok(bytes <= limit, `${bytes} bytes are ${bytes - limit} too many`);
  });
}

test('askwell.js contains neither Lit nor zod', () => {
  const text = readFileSync(join(root, 'dist/askwell.js'), 'utf8');
  for (const marker of ['litElementVersions', 'reactiveElementVersions', 'lit$', 'zod', '_zod']) {
    assert.ok(!text.includes(marker), `“${marker}” is in it`);
  }
});

test('README quotes the sizes as they are', () => {
  const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n');
  const quoted = new Set<string>();
  for (const line of lines) {
    const files = BROWSER_FILES.filter((file) => line.includes(`\`${file}\``) || line.includes(`dist/${file}\``));
    const figure = /(\d+\.\d) kB/.exec(line)?.[1];
    if (!files.length || !figure) continue;
    const measured = files.reduce((sum, file) => sum + sizeOf(file).brotli, 0) / 1000;
    assert.equal(figure, measured.toFixed(1), `${files.join(' + ')} in “${line.trim()}”`);
    for (const file of files) quoted.add(file);
  }
  for (const file of ['askwell.js', 'askwell-asker.js', 'askwell-view.js']) {
    assert.ok(quoted.has(file), `no line of README names \`${file}\` and its size, such as “\`${file}\` 1.6 kB”`);
  }
});
