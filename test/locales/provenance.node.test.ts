import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { locales } from '../../src/locales/index.js';
import { provenance } from '../../src/locales/provenance.js';

const folder = new URL('../../src/locales/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder)
  .filter((file) => /^[a-z]{2}(-\w+)?\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

describe('where the words come from', () => {
  it('is a list of exactly the files that there are', () => {
    assert.deepEqual([...locales].sort(), files.sort());
    assert.deepEqual(Object.keys(provenance).sort(), files);
  });

  for (const code of locales) {
    const { name, register, confidence, checked, reviewed } = provenance[code];

    it(`is said at the head of ${code}.ts as in the list`, () => {
      const head = /\/\*\*(.*?)\*\//su.exec(read(`${code}.ts`))?.[1]?.replaceAll(/\s*\*\s+/g, ' ') ?? '';
      assert.match(head, new RegExp(`Confidence: ${confidence}\\.`));
      if (code === 'en') return; // The model: its head names where the wording itself was published.
      assert.ok(head.includes(`Form of address: ${register}.`), head);
      assert.equal(/No native speaker has reviewed this file yet/.test(head), !reviewed);
      if (code === 'sr-Latn') assert.match(head, /The text of `sr`/);
      else for (const source of checked) assert.ok(head.includes(source), `${source} is not named`);
    });

    it(`gives ${code} a name that is its own`, () => {
      assert.ok(name.length > 1);
      assert.equal(Object.values(provenance).filter((other) => other.name === name).length, 1);
    });

    it(`keeps ${code}.ts to one export that satisfies Messages`, () => {
      assert.deepEqual(read(`${code}.ts`).match(/^export .*$/gm), ['export default {']);
      assert.match(read(`${code}.ts`), /\} satisfies Messages;\n$/);
    });

    it(`writes ${code} as Intl does`, () => {
      assert.deepEqual(Intl.getCanonicalLocales(code), [code]);
      assert.deepEqual(Intl.PluralRules.supportedLocalesOf(code), [code]);
    });
  }

  it('is not imported by what a page loads', () => {
    for (const file of ['index.ts', 'load.ts', 'resolve.ts', 'messages.ts'])
      assert.doesNotMatch(read(file), /provenance/);
  });
});
