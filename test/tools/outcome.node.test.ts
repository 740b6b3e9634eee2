import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { judged, summary } from './outcome.js';
import { nodeTests } from './suites.js';

const folder = mkdtempSync(join(tmpdir(), 'askwell-outcome-'));
after(() => rmSync(folder, { recursive: true }));

/** What the runner makes of a test file with this text. */
async function outcomeOf(text: string) {
  const file = join(folder, `${Math.abs(text.length)}.node.test.ts`);
  writeFileSync(file, `import { test, describe } from 'node:test';\n${text}`);
  const { outcomes } = await nodeTests('Node', [file], { shown: false });
  return judged(outcomes[0]!, false);
}

test('passed, failed and skipped tests are counted, suites are not', async () => {
  const { passed, failures, skipped } = await outcomeOf(`
    describe('a suite', () => { test('one', () => {}); test('two', () => { throw new Error('broken'); }); });
    test('outer', async (t) => { await t.test('inner', () => {}); });
    test('left out', { skip: 'no server' }, () => {});`);
  assert.equal(passed, 3);
  assert.equal(failures.length, 1);
  assert.match(failures[0]!, /two\n.*broken/);
  assert.match(skipped.join(), /left out: no server$/);
});

for (const [what, text, words] of [
  ['a file that cannot be loaded', "throw new Error('no such luck');", /node\.test\.ts/],
  ['a file without a test', 'export const none = test;', /holds no test/],
  ['a process that dies', "test('dies', () => process.exit(3));", /node\.test\.ts/],
  [
    'an error after the test',
    "test('ends', () => { setTimeout(() => { throw new Error('late'); }); });",
    /test failed/,
  ],
] as const) {
  test(`${what} is a failure`, async () => {
    const { failures } = await outcomeOf(text);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!, words);
  });
}

test('what a test has to say stands among the notes', async () => {
  const file = join(folder, 'note.node.test.ts');
  writeFileSync(file, "import { test } from 'node:test'; test('says', (t) => t.diagnostic('note: Seen: by nobody'));");
  assert.deepEqual((await nodeTests('Node', [file], { shown: false })).notes, ['Seen: by nobody']);
});

test('a runner that ran no test has failed', async () => {
  const { outcomes } = await nodeTests('End to end', []);
  assert.deepEqual(judged(outcomes[0]!, false).failures, ['End to end ran no test']);
});

test('a skipped test is a failure in CI alone', () => {
  const outcome = { title: 'Node', passed: 1, failures: [], skipped: ['left out'] };
  assert.equal(judged(outcome, false).failures.length, 0);
  assert.match(judged(outcome, true).failures[0]!, /^left out/);
});

test('the summary ends with the sum over all runners', () => {
  const text = summary([
    { title: 'Chromium', passed: 5, failures: ['a test\nits error'], skipped: [] },
    { title: 'Node', passed: 7, failures: [], skipped: ['left out'] },
  ]);
  assert.match(text, /✗ Chromium: a test\n {4}its error/);
  assert.match(text, /skipped: left out/);
  assert.equal(text.split('\n').at(-1), '12 passed, 1 failed');
});
