import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lint } from '../../src/config/lint.js';
import { FORBIDDEN } from '../../src/config/lint/forbidden.js';
import { BIASED, BIASED_ELSEWHERE, FAIR, FAIR_ELSEWHERE } from './sentences.js';

const says = (config: object): string[] =>
  lint(config as never)
    .filter(({ code }) => code !== 'placeholder')
    .map(({ level, code, path }) => `${level} ${code} ${path}`);
const configsOf = (sentences: Record<string, string[]>): object[] =>
  Object.entries(sentences).flatMap(([key, texts]) => texts.map((text) => ({ text: { [key]: text } })));

const biased = [...configsOf(BIASED), ...BIASED_ELSEWHERE];
const fair = [...configsOf(FAIR), ...FAIR_ELSEWHERE];

for (const config of biased)
  test(`the linter objects to ${JSON.stringify(config)}`, () => assert.notDeepEqual(says(config), []));
for (const config of fair)
  test(`the linter lets be ${JSON.stringify(config)}`, () => assert.deepEqual(says(config), []));

test('a name of the product is no word of the question', () => {
  const asked = (product?: string) => ({ text: { question: 'How likely are you to use Perfect 10 again?' }, product });
  assert.deepEqual(says(asked('Perfect 10')), []);
  assert.deepEqual(says(asked()), ['error wanted-number text.question']);
});

test('letters that nobody sees, and numbers in other shapes, hide nothing', () => {
  for (const question of ['G\u200Bive us a 1\u00AD0', 'Gib uns eine ⑩', 'Give us a １０', 'Give us a 𝟏𝟎'])
    assert.ok(says({ text: { question } }).includes('error wanted-number text.question'), question);
});

test('a sum of money is a warning, and an error where it is offered', () => {
  assert.deepEqual(says({ text: { followUp: 'Was the price (10 €) too high?' } }), ['warning incentive text.followUp']);
  assert.deepEqual(says({ text: { followUp: 'Why? Answer for a $5 card.' } }), ['error incentive text.followUp']);
});

test('every pattern is there for a sentence', () => {
  const words = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(words);
  const texts = biased.flatMap(words).concat('Why? Answer for a $5 card.');
  for (const { code, patterns } of FORBIDDEN)
    for (const one of patterns)
      assert.ok(
        texts.some((text) => one.test(text)),
        `${code} ${one}`,
      );
});
