import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build, type Rollup } from 'vite';
import { installed } from './installed.js';

let folder = '';
let remove = (): void => {};
before(async () => void ({ folder, remove } = await installed()));
after(() => remove());

/** What a page that contains this module has to load at once; what it imports later is left out. */
async function bundled(source: string): Promise<string> {
  const entry = join(folder, 'page.js');
  writeFileSync(entry, source);
  const output = (await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rollup.RollupOutput;
  const chunks = output.output.filter((file) => file.type === 'chunk');
  const first = chunks.find(({ isEntry }) => isEntry)!;
  const needed = new Set([first.fileName, ...first.imports]);
  return chunks
    .filter(({ fileName }) => needed.has(fileName))
    .map(({ code }) => code)
    .join('\n');
}

/** Text that tells each part, in code that is not minified. */
const MARKS = {
  lit: 'reactiveElementVersions',
  policy: 'createPolicy(',
  zod: '$ZodType',
  registration: 'customElements.define("ask-well"',
  rules: 'first-ask-delay',
  tally: 'detractors',
};

for (const [source, has, hasNot] of [
  [
    "import { categorize } from 'askwell/score'; console.log(categorize(9));",
    [],
    ['lit', 'zod', 'registration', 'rules', 'tally'],
  ],
  ["import { nps } from 'askwell/score'; console.log(nps);", ['tally'], ['lit', 'zod', 'registration', 'rules']],
  ["import { messageSchema } from 'askwell/schema'; console.log(messageSchema);", ['zod'], ['lit', 'registration']],
  ["import { createAskwell } from 'askwell'; console.log(createAskwell);", ['rules'], ['lit', 'zod', 'registration']],
  ["import { AskWell } from 'askwell'; console.log(AskWell);", ['lit', 'rules'], ['policy', 'zod', 'registration']],
  ["import 'askwell/define';", ['lit', 'rules', 'registration'], ['policy', 'zod']],
  ["import de from 'askwell/locales/de'; console.log(de);", [], ['lit', 'zod', 'registration', 'rules']],
] as const) {
  test(`a page with “${source}” loads ${has.join(', ') || 'little'}, and no ${hasNot.join(', ')}`, async () => {
    const text = await bundled(source);
    const contains = (part: keyof typeof MARKS): boolean => text.replaceAll(/[`']/g, '"').includes(MARKS[part]);
    assert.deepEqual(
      has.filter((part) => !contains(part)),
      [],
      'is missing',
    );
    assert.deepEqual(hasNot.filter(contains), [], 'is too much');
  });
}
