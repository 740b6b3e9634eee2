import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { example } from '../../src/config/example.js';
import { quickConfig } from '../../src/config/quick.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { throttleFor } from '../../src/core/throttle.js';
import { configSchema } from '../../src/schema/config.js';
import { configIssues } from '../../src/schema/explain.js';
import { keysOf } from '../../src/schema/paths.js';
import { doubtful, right } from './configurations.js';

const runs = 12_000;

/** Without prototypes' names and members that are undefined, which the schema may leave in place. */
const bare = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return Array.from(value, bare);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, bare(inner)]),
  );
};

test('the quick check passes what the schema passes, and nothing else', () => {
  const seen = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(doubtful, (config) => {
      const quick = resolveConfig(config) !== undefined;
      seen[quick ? 'right' : 'wrong']++;
      const issues = configIssues(config);
      assert.equal(quick, !issues.length, issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    }),
    { numRuns: runs },
  );
  assert.ok(seen.right > runs / 10 && seen.wrong > runs / 10, JSON.stringify(seen));
});

test('a right configuration is resolved to what the schema makes of it', () => {
  fc.assert(
    fc.property(right, (config) => {
      const resolved = resolveConfig(config);
      const parsed = configSchema.parse(config);
      assert.deepEqual(
        bare(resolved),
        bare({ ...parsed, throttle: throttleFor(parsed.kind, parsed.throttle as never) }),
      );
    }),
    { numRuns: 2000 },
  );
});

/** The names of an object's members as `paths` have them; what a function checks has none to list. */
const namesIn = (rule: unknown, path = ''): string[] => {
  if (typeof rule !== 'object' || rule === null || rule instanceof RegExp || Array.isArray(rule)) return [];
  return Object.entries(rule).flatMap(([name, inner]) => [path + name, ...namesIn(inner, `${path}${name}.`)]);
};

test('the quick check lists the same keys as the schema', () => {
  const names = namesIn(example);
  const byFunction = names.filter(
    (name) => namesIn(name.split('.').reduce<any>((rule, key) => rule[key], example)).length === 0,
  );
  const inSchema = keysOf(configSchema)
    .map(({ path }) => path)
    .filter((path) => !byFunction.some((name) => path.startsWith(`${name}.`) || path.startsWith(`${name}[`)));
  assert.deepEqual(names.sort(), inSchema.sort());
});

const texts = (length: number): string[] => Array.from({ length }, () => '/x');
/** Values on both sides of every limit. */
const edges: [what: string, right: (n: 0 | 1) => unknown][] = [
  ['500 characters in a text', (over) => ({ survey: 'x'.repeat(500 + over) })],
  ['60 in a product', (over) => ({ product: 'x'.repeat(60 + over) })],
  ['10,000 in a number', (over) => ({ throttle: { minVisits: 10_000 + over } })],
  ['nothing below 0', (over) => ({ throttle: { afterAnswerDays: -over } })],
  ['1 in a share with a default', (over) => ({ sampling: { rate: 1 + over / 1000 } })],
  ['1 in a share without', (over) => ({ when: [{ scroll: 1 + over / 1000 }] })],
  ['8 reasons', (over) => ({ reasons: texts(8 + over) })],
  ['8 reasons by category', (over) => ({ reasons: { passive: texts(8 + over) } })],
  ['20 triggers', (over) => ({ when: texts(20 + over).map((event) => ({ event })) })],
  ['100 paths', (over) => ({ where: { include: texts(100 + over) } })],
  ['4,000 characters of data', (over) => ({ user: { traits: { a: 'x'.repeat(3992 + over) } } })],
  ['a count for an event alone', (over) => ({ when: [over ? { seconds: 5, count: 2 } : { event: 'x', count: 2 }] })],
  ['an address for a format without one', (over) => ({ endpoint: { format: over ? 'posthog' : 'segment' } })],
];
for (const [what, config] of edges) {
  test(`the limit is ${what}, for check and schema alike`, () => {
    for (const over of [0, 1] as const) {
      assert.equal(resolveConfig(config(over)) === undefined, over === 1);
      assert.equal(configIssues(config(over)).length, over);
    }
    assert.equal(quickConfig(config(1)), undefined);
  });
}
