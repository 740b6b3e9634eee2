import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../tools/command.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Named {
  name: string;
}
interface Manifest {
  modules: { declarations: { tagName?: string; cssProperties: Named[]; cssParts: Named[]; slots: Named[] }[] }[];
}

test('README names every custom property, part and slot that the manifest has, and no more than fifteen properties', () => {
  const { modules } = JSON.parse(read('dist/custom-elements.json')) as Manifest;
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'ask-well')!;
  const readme = read('README.md');
  assert.ok(element.cssProperties.length > 0 && element.cssProperties.length <= 15);
  const all = [...element.cssProperties, ...element.cssParts];
  assert.deepEqual(
    all.filter(({ name }) => !readme.includes(`| \`${name}\` |`)).map(({ name }) => name),
    [],
  );
  assert.deepEqual(
    element.slots.filter(({ name }) => !readme.includes(`\`${name}\``)).map(({ name }) => name),
    [],
  );
});

test('every custom property that a style sheet reads is documented', () => {
  const documented = JSON.stringify(JSON.parse(read('dist/custom-elements.json')));
  const files = ['colors', 'layouts', 'other-layouts', 'pieces', 'answer-pieces'];
  const used = files.flatMap((file) => read(`src/element/${file}.ts`).match(/--askwell-[\w-]+/g) ?? []);
  assert.deepEqual(
    [...new Set(used)].filter((name) => !documented.includes(`"${name}"`)),
    [],
  );
});
