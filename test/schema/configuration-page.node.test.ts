import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keysOf } from '../../src/schema/paths.js';
import { configSchema } from '../../src/schema/config.js';
import { configurationPage, page } from '../tools/config-docs.js';

test('docs/configuration.md is what the schema says now (else: npx tsx test/tools/config-docs.ts)', () => {
  assert.equal(readFileSync(page, 'utf8'), configurationPage());
});

test('every key of the schema stands on the page, and every key at the top says what it means', () => {
  const text = configurationPage();
  for (const { path } of keysOf(configSchema)) {
    if (!/\.(named|us)$|\.(detractor|passive|promoter)\./.test(path)) assert.ok(text.includes(`\`${path}\``), path);
    if (!/[.[]/.test(path)) assert.match(text, new RegExp(`\\| \`${path}\` \\|[^|]+\\|[^|]*\\| \\S.{10}`));
  }
});
