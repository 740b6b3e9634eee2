import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doubtful, members } from '../config/configurations.js';
import { checkConfig, configSchema, explainConfig } from '../../src/schema/index.js';
import { distance, nearest } from '../../src/schema/nearest.js';

const lines: [config: unknown, line: string][] = [
  [null, 'The configuration must be an object, not null; leave the key out instead'],
  [[], 'The configuration must be an object, not a list'],
  [{ endpiont: '/x' }, 'endpiont: no such key; did you mean endpoint?'],
  [{ throttle: { afterAnwserDays: 9 } }, 'throttle.afterAnwserDays: no such key; did you mean afterAnswerDays?'],
  [{ afterAnswerDays: 9 }, 'afterAnswerDays: no such key; did you mean throttle.afterAnswerDays?'],
  [{ sampling: { qqqqqqqq: 1 } }, 'sampling.qqqqqqqq: no such key; the keys here are rate, holdout, spread'],
  [
    { kind: 'relatoinal' },
    "kind: must be 'relational', 'transactional' or 'employee', not 'relatoinal'; did you mean 'relational'?",
  ],
  [{ kind: null }, "kind: must be 'relational', 'transactional' or 'employee', not null; leave the key out instead"],
  [{ endpoint: 5 }, 'endpoint: must be a string, an object or a function, not 5'],
  [{ endpoint: {} }, "endpoint.url: is missing; the format 'auto' needs an address"],
  [{ endpoint: { url: '/x', fromat: 'json' } }, 'endpoint.fromat: no such key; did you mean format?'],
  [
    { endpoint: { url: '/x', headers: { 'a b': 'c' } } },
    'endpoint.headers: must be an object of HTTP header names and values, not an object',
  ],
  [{ storage: {} }, "storage: must be 'local', 'cookie' or 'memory' or an object with read and merge, not an object"],
  [
    { text: { question: { relational: { nmed: 'x' } } } },
    'text.question.relational.nmed: no such key; did you mean named?',
  ],
  [{ when: [{ second: 5 }] }, 'when[0].second: no such key; did you mean seconds?'],
  [
    { when: [{ seconds: 5, scroll: 1 }] },
    'when[0]: must have exactly one of event, seconds, scroll, exit and idle, not seconds and scroll',
  ],
  [{ when: [{}] }, 'when[0]: must have exactly one of event, seconds, scroll, exit and idle, not none'],
  [{ when: [{ seconds: 5, count: 2 }] }, 'when[0].count: only an event has a count; leave it out'],
  [{ when: [{ scroll: 50 }] }, 'when[0].scroll: must be at most 1, not 50'],
  [
    { thanks: { text: 'x', promoter: {} } },
    'thanks.promoter: does not go together with the other keys here; keep one or the other',
  ],
  [{ reasons: ['price', ''] }, 'reasons[1]: must not be empty; leave the key out instead'],
  [{ reasons: Array(9).fill('x') }, 'reasons: must have at most 8 items, not 9'],
  [{ product: 'x'.repeat(61) }, 'product: must have at most 60 characters, not 61'],
  [{ throttle: { afterAnswerDays: '30' } }, "throttle.afterAnswerDays: must be a number, not '30'"],
  [{ throttle: { afterAnswerDays: NaN } }, 'throttle.afterAnswerDays: must be a number, not NaN'],
  [{ throttle: { afterAnswerDays: -1 } }, 'throttle.afterAnswerDays: must be at least 0, not -1'],
  [{ throttle: { minVisits: 3n } }, 'throttle.minVisits: must be a number, not the bigint 3'],
  [
    {
      get survey() {
        throw new Error('no');
      },
    },
    'survey: throws when it is read; write plain data',
  ],
  [
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
    'The configuration throws when it is read; write plain data',
  ],
];
for (const [config, line] of lines) test(line, () => assert.deepEqual(explainConfig(config), [line]));

/** Every form of an address, and whether it may be sent to. */
const addresses: [address: string, right: boolean][] = [
  ['https://x.example/y?z=1#a', true],
  ['http://x.example', true],
  ['//x.example/y', true],
  ['/api', true],
  ['api/v1', true],
  ['./a', true],
  ['../a', true],
  ['?a=b', true],
  ['https://[::1]:8787/v1', true],
  ['/a:b', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['\tjavascript:alert(1)', false],
  ['data:text/html,x', false],
  ['ftp://x.example', false],
  ['https://user:secret@x.example/', false],
  ['https://user@x.example', false],
  ['//user@x.example', false],
  ['https://x.example/a b', false],
  [' https://x.example', false],
  ['/\\x.example', false],
  ['blob:https://x', false],
  ['localhost:8787/x', false],
  ['mailto:a@b.example', false],
  ['', false],
  ['https://', false],
  ['https://[', false],
  ['//', false],
  ['https://x.example:99999', false],
  ['https:x.example', false],
];
for (const [endpoint, right] of addresses) {
  test(`the endpoint ${JSON.stringify(endpoint)} is ${right ? 'right' : 'refused'}`, () => {
    assert.equal(checkConfig({ endpoint }).ok, right);
    assert.equal(checkConfig({ endpoint: { url: endpoint } }).ok, right);
    if (!right) assert.match(explainConfig({ endpoint })[0]!, /^endpoint: must /);
  });
}

const links: [href: string, right: boolean][] = [
  ['https://x.example/y', true],
  ['mailto:a@b.example?subject=Hi', true],
  ['HTTPS://X.example', true],
  ['http://x.example', false],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['\tjavascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//evil.example', false],
  ['/y', false],
  ['https://x.example/a b', false],
  ['https:\\\\x', false],
];
for (const [href, right] of links) {
  test(`a thank-you may ${right ? '' : 'not '}link to ${JSON.stringify(href)}`, () => {
    const link = { href, text: 'Go' };
    assert.equal(checkConfig({ thanks: { link } }).ok, right);
    assert.equal(checkConfig({ thanks: { promoter: { link } } }).ok, right);
    if (!right) assert.match(explainConfig({ thanks: { link } })[0]!, /^thanks\.link\.href: must /);
  });
}

test('a page served by https may not send to http, except on the own machine', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
  Object.defineProperty(globalThis, 'location', { value: { protocol: 'https:' }, configurable: true });
  try {
    assert.match(explainConfig({ endpoint: 'http://x.example' })[0]!, /^endpoint: is mixed content/);
    for (const address of ['http://x.example', 'HTTP://x.example', 'http://localhost.evil.example/']) {
      assert.equal(checkConfig({ endpoint: address }).ok, false, address);
    }
    for (const address of [
      'https://x.example',
      '//x.example',
      '/x',
      'http://localhost:8787/x',
      'http://127.0.0.1/x',
      'http://[::1]/x',
    ]) {
      assert.equal(checkConfig({ endpoint: address }).ok, true, address);
    }
  } finally {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else delete (globalThis as { location?: unknown }).location;
  }
});

test('10,000 random configurations: none throws, and each refused one is named by a path of its own', () => {
  const top = new Set(Object.keys(members));
  let refused = 0;
  fc.assert(
    fc.property(doubtful, (config) => {
      const found = explainConfig(config);
      assert.equal(checkConfig(config).ok, found.length === 0);
      if (found.length) refused++;
      for (const line of found) {
        assert.match(line, /^(The configuration |.*?: ).{8,}/su);
        const [path] = /^[\w-]+/.exec(line) ?? [''];
        assert.ok(path === 'The' || !top.has(path) || Object.hasOwn(config as object, path), line);
      }
    }),
    { numRuns: 10_000 },
  );
  assert.ok(refused > 2000, `${refused} refused`);
});

test('the schema gives the defaults by itself', () => {
  assert.equal(configSchema.parse({}).wave, 'quarter');
  assert.deepEqual(configSchema.parse({}).sampling, { rate: 1, holdout: 0, spread: false });
});

const slips: [a: string, b: string, slips: number][] = [
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['anwser', 'answer', 1],
  ['endpiont', 'endpoint', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
];
for (const [a, b, n] of slips)
  test(`'${a}' and '${b}' are ${n} slips apart`, () => assert.deepEqual([distance(a, b), distance(b, a)], [n, n]));

test('the nearest word is near, or there is none', () => {
  assert.equal(nearest('wvae', ['wave', 'when']), 'wave');
  assert.equal(nearest('WAVE', ['wave']), 'wave');
  assert.equal(nearest('colour', ['wave', 'when']), undefined);
  assert.equal(nearest('x'.repeat(10_000), ['wave']), undefined);
});
