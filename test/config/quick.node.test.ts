import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withDefaults } from '../../src/config/defaults.js';
import { quickConfig } from '../../src/config/quick.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { doubtful, members, stray } from './configurations.js';

const KEYS = [
  'survey',
  'kind',
  'when',
  'throttle',
  'sampling',
  'wave',
  'consent',
  'storage',
  'endpoint',
  'debug',
  'user',
  'where',
] as const;
const json = (value: unknown): string | undefined => JSON.stringify(value);

/** One to three keys, each with a value that is mostly right for it. */
const small = fc
  .array(
    fc
      .constantFrom(...Object.keys(members))
      .chain((key) => fc.tuple(fc.constant(key), fc.oneof(members[key]!, members[key]!, stray))),
    { minLength: 1, maxLength: 3 },
  )
  .map((entries): unknown => Object.fromEntries(entries));

test('a glance passes nothing that the whole check refuses, and sees the same in it', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.oneof(small, small, doubtful), (config) => {
      const glanced = quickConfig(config);
      if (!glanced) return;
      const quick = withDefaults(glanced);
      passed++;
      const resolved = resolveConfig(config);
      assert.ok(resolved, JSON.stringify(config));
      for (const key of KEYS) if (quick[key] !== undefined) assert.equal(json(quick[key]), json(resolved[key]), key);
    }),
    { numRuns: 20_000 },
  );
  assert.ok(passed > 1000, `${passed} passed`);
});

const simple: unknown[] = [
  {},
  { endpoint: '/api', product: 'Acme', when: [{ seconds: 20 }] },
  { endpoint: 'http://127.0.0.1:8787/v1/messages' },
  { endpoint: 'https://x.example/api', kind: 'employee', layout: 'bar' },
  {
    throttle: { afterAnswerDays: 180, minVisits: 0.5, maxIgnores: 1 },
    sampling: { rate: 0.25, holdout: 0, spread: true },
  },
  { when: [{ event: 'paid', count: 3 }, { event: 'x' }, { scroll: 0.5 }, { exit: true }, { idle: 30 }] },
  { user: { id: 'u_1', proof: 'ab', createdAt: '2026-01-31T10:00:00Z', lastAskedAt: 1_700_000_000_000 } },
  { manners: { automation: false, typing: true }, debug: false, contact: false },
  {
    where: { include: ['/shop/*', '/'], exclude: ['/checkout'] },
    wave: 'spring',
    locale: 'de',
    theme: 'dark',
    placement: 'start',
  },
  { consent: 'required', storage: 'local', survey: 'nps' },
  { survey: undefined },
];
for (const config of simple)
  test(`a glance is enough for ${json(config)}`, () =>
    assert.deepEqual([quickConfig(config) !== undefined, resolveConfig(config) !== undefined], [true, true]));

const longest: [what: string, length: number, config: (text: string) => unknown][] = [
  ['product', 60, (product) => ({ product })],
  ['survey', 500, (survey) => ({ survey })],
  ['user.id', 500, (id) => ({ user: { id } })],
  ['event', 500, (event) => ({ when: [{ event }] })],
];
for (const [what, length, config] of longest) {
  test(`a glance and the whole check agree on how long ${what} may be`, () => {
    for (const check of [quickConfig, resolveConfig]) {
      assert.notEqual(check(config('x'.repeat(length))), undefined);
      assert.equal(check(config('x'.repeat(length + 1))), undefined);
    }
  });
}

test('a glance leaves mixed content to the whole check', () => {
  const page = globalThis as { location?: { protocol: string } };
  page.location = { protocol: 'https:' };
  try {
    assert.equal(quickConfig({ endpoint: 'http://x.example/api' }), undefined);
    assert.ok(quickConfig({ endpoint: 'https://x.example/api' }));
  } finally {
    delete page.location;
  }
});

const deep: unknown[] = [
  { endpoint: { url: '/x' } },
  { endpoint: () => 1 },
  { text: { low: 'x' } },
  { thanks: { text: 'x' } },
  { reasons: ['x'] },
  { context: { url: 'none' } },
  { manners: { veto: () => true } },
  { storage: { read: () => 1, merge: () => 1 } },
  { user: { traits: {} } },
  // Right, but more than the script tag can serve alone.
  { debug: true },
  { storage: 'cookie' },
  { storage: 'memory' },
];
for (const config of deep) {
  test(`the whole check, not a glance, is for { ${Object.keys(config as object)} } like this`, () => {
    assert.equal(quickConfig(config), undefined);
    assert.notEqual(resolveConfig(config), undefined);
  });
}

const hostile: [what: string, config: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a function for a text', { survey: () => 'nps' }],
  ['a symbol', { survey: Symbol('nps') }],
  ['a box', { survey: new String('nps') }],
  ['a date for a text', { wave: new Date(0) }],
  ['another JSON', { survey: { toJSON: () => 'nps' } }],
  ['a bigint', { throttle: { minVisits: 1n } }],
  ['no number', { throttle: { minVisits: NaN } }],
  ['too large a number', { throttle: { minVisits: Infinity } }],
  ['no date', { user: { createdAt: '2026-99-99' } }],
  ['an unknown key', { endpiont: '/x' }],
  ['a name and password', { endpoint: 'https://a:b@x.example' }],
  ['a prototype', JSON.parse('{"__proto__": {"endpoint": "https://evil.example"}}')],
  [
    'a getter that throws',
    {
      get survey() {
        throw new Error('no');
      },
    },
  ],
  [
    'a revoked proxy',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
  ],
  ['a text like two members', { survey: 'a","debug":"x' }],
];
for (const [what, config] of hostile)
  test(`a glance is not taken in by ${what}`, () => assert.equal(quickConfig(config), undefined));

test('a glance at a long hostile configuration takes no time', () => {
  for (const text of ['"'.repeat(100_000), ','.repeat(100_000), '{'.repeat(100_000), '1'.repeat(100_000)]) {
    const start = performance.now();
    quickConfig({ survey: text, when: Array.from({ length: 1000 }, () => ({ event: text.slice(0, 400) })) });
    assert.ok(performance.now() - start < 500, text.slice(0, 5));
  }
});
