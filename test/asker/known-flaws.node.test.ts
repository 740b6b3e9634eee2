import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const src = join(import.meta.dirname, '../../src');

describe('a flaw of other tools that this one does not have', () => {
  it('closing by a view transition, or a style with :has(:empty), crashes the tab', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    assert.ok(files.length > 100);
    for (const file of files) {
      assert.doesNotMatch(readFileSync(join(src, file), 'utf8'), /startViewTransition|:has\(:empty/, file);
    }
  });
});
