import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readAttributes } from '../../src/config/attributes.js';
import { unfoldNames } from '../../src/config/inner-names.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { explainConfig } from '../../src/schema/explain.js';

/** As a browser makes `dataset` of them; test/config/check.test.ts reads a real one. */
const read = (attributes: Record<string, string>) => ({
  ...unfoldNames(
    readAttributes(
      Object.fromEntries(
        Object.entries(attributes)
          .filter(([name]) => name.startsWith('data-'))
          .map(([name, value]) => [
            name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
            value,
          ]),
      ),
    ),
  ),
});

const cases: [what: string, attributes: Record<string, string>, config: unknown][] = [
  ['dashes are capitals', { 'data-cookie-domain': 'a.example' }, { cookieDomain: 'a.example' }],
  ['dots are dashes', { 'data-throttle-after-answer-days': '90' }, { throttle: { afterAnswerDays: 90 } }],
  [
    'several of one object',
    { 'data-sampling-rate': '.5', 'data-sampling-spread': 'true' },
    { sampling: { rate: 0.5, spread: true } },
  ],
  [
    'what no table knows goes word by word',
    { 'data-thanks-promoter-text': 'Hi' },
    { thanks: { promoter: { text: 'Hi' } } },
  ],
  [
    'texts by kind and by category, too',
    { 'data-text-question': 'Q', 'data-text-follow-up-by-detractor': 'Why?' },
    { text: { question: 'Q', followUpBy: { detractor: 'Why?' } } },
  ],
  ['a question for one kind', { 'data-text-question-employee': 'Q' }, { text: { question: { employee: 'Q' } } }],
  [
    'what the host names itself, too',
    {
      'data-user-traits-plan': 'pro',
      'data-user-traits-seats': '5',
      'data-context-properties-page-type': 'help',
      'data-endpoint-options-portal-id': '0042',
    },
    {
      user: { traits: { plan: 'pro', seats: 5 } },
      context: { properties: { pageType: 'help' } },
      endpoint: { options: { portalId: '0042' } },
    },
  ],
  [
    'in what is the host’s own, a number is one only as JavaScript would write it',
    {
      'data-user-traits-zip': '01234',
      'data-user-traits-release': '1.10',
      'data-user-traits-balance': '-0.5',
      'data-user-traits-none': '0',
      'data-user-traits-beta': 'true',
      'data-user-traits-staff': '',
      'data-user-traits-tags': '["a", "b"]',
      'data-context-properties-batch': '1e5',
      'data-context-properties-dark': 'false',
    },
    {
      user: {
        traits: { zip: '01234', release: '1.10', balance: -0.5, none: 0, beta: true, staff: true, tags: ['a', 'b'] },
      },
      context: { properties: { batch: '1e5', dark: false } },
    },
  ],
  [
    'as JSON and one by one',
    { 'data-user-traits': '{"plan": "pro", "zip": "1"}', 'data-user-traits-zip': '01234', 'data-user-id': '007' },
    { user: { id: '007', traits: { plan: 'pro', zip: '01234' } } },
  ],
  [
    'in several steps',
    { 'data-thanks-passive-link-href': 'https://a.example', 'data-thanks-passive-link-text': 'More' },
    { thanks: { passive: { link: { href: 'https://a.example', text: 'More' } } } },
  ],
  ['an endpoint is an address', { 'data-endpoint': '/api' }, { endpoint: '/api' }],
  ['or has parts', { 'data-endpoint-url': '/api' }, { endpoint: { url: '/api' } }],
  [
    'or both, in any order',
    { 'data-endpoint-format': 'json', 'data-endpoint': '/api' },
    { endpoint: { url: '/api', format: 'json' } },
  ],
  [
    'text stays text',
    { 'data-product': '42', 'data-survey': 'true', 'data-user-id': '0012', 'data-wave': 'null' },
    { product: '42', survey: 'true', user: { id: '0012' }, wave: 'null' },
  ],
  [
    'numbers',
    { 'data-throttle-min-visits': '0', 'data-sampling-rate': '1e-2' },
    { throttle: { minVisits: 0 }, sampling: { rate: 0.01 } },
  ],
  ['a boolean without a value is on', { 'data-debug': '', 'data-contact': 'false' }, { debug: true, contact: false }],
  [
    'lists and objects are JSON',
    { 'data-when': '[{"seconds": 5}]', 'data-reasons': '["price"]', 'data-user-traits': '{"plan": "pro"}' },
    { when: [{ seconds: 5 }], reasons: ['price'], user: { traits: { plan: 'pro' } } },
  ],
  [
    'on lines of their own, too',
    { 'data-when': '\n  [\n    {"seconds": 5}\n  ]\n', 'data-config': '\n  {"wave": "year"}' },
    { when: [{ seconds: 5 }], wave: 'year' },
  ],
  [
    'attributes win over data-config',
    { 'data-wave': 'half', 'data-config': '{"wave": "year", "theme": "dark"}' },
    { wave: 'half', theme: 'dark' },
  ],
  [
    'key by key',
    { 'data-throttle-min-visits': '1', 'data-config': '{"throttle": {"maxIgnores": 2}}' },
    { throttle: { minVisits: 1, maxIgnores: 2 } },
  ],
  [
    'what others write on a script tag is left alone',
    {
      src: 'x.js',
      async: '',
      'data-cfasync': 'false',
      'data-cookieconsent': 'ignore',
      'data-wp-strategy': 'async',
      'data-no-minify': '1',
    },
    {},
  ],
  ['an unknown attribute is an unknown key', { 'data-endpiont': '/x' }, { endpiont: '/x' }],
  ['also with a known beginning', { 'data-throttle-after-anwser-days': '9' }, { throttle: { afterAnwserDays: 9 } }],
  ['what is not JSON stays text', { 'data-when': '[{', 'data-contact': 'yes' }, { when: '[{', contact: 'yes' }],
];
for (const [what, attributes, config] of cases)
  test(`in attributes ${what}`, () => assert.deepEqual(read(attributes), config));

const refusals: [attributes: Record<string, string>, line: RegExp][] = [
  [{ 'data-endpiont': '/x' }, /^endpiont: no such key; did you mean endpoint\?$/],
  [
    { 'data-throttle-after-anwser-days': '9' },
    /^throttle\.afterAnwserDays: no such key; did you mean afterAnswerDays\?$/,
  ],
  [
    { 'data-throtle-after-answer-days': '9' },
    /^throtleAfterAnswerDays: no such key; did you mean throttle\.afterAnswerDays\?$/,
  ],
  [{ 'data-after-answer-days': '9' }, /^afterAnswerDays: no such key; did you mean throttle\.afterAnswerDays\?$/],
  [{ 'data-throttle-after-answer-days': 'soon' }, /^throttle\.afterAnswerDays: must be a number, not 'soon'$/],
  [{ 'data-contact': 'yes' }, /^contact: must be true or false, not 'yes'$/],
  [{ 'data-config': '{"survey": "a",\n  "wave": }' }, /^data-config: is not JSON: mend line 2, column 11$/],
  [{ 'data-config': 'nps' }, /^data-config: must be an object in JSON$/],
  [{ 'data-config': 'null', 'data-endpoint': '/x' }, /^data-config: must be an object in JSON$/],
  [{ 'data-when': '[{"seconds": 5]' }, /^when: is not JSON: mend line 1, column 15$/],
  [{ 'data-config': '{"__proto__": {"endpoint": "https://evil.example"}}' }, /^__proto__: this key is refused/],
  [{ 'data-__proto__-endpoint': 'https://evil.example' }, /^__proto__Endpoint: no such key/],
  [{ 'data-constructor': '{"prototype": {"endpoint": "/x"}}' }, /^constructor\.prototype: this key is refused/],
  [{ 'data-endpoint': 'javascript:alert(1)' }, /^endpoint: must be an http or https address/],
];
for (const [attributes, line] of refusals) {
  test(`${JSON.stringify(attributes)} is refused by name`, () => {
    const config = read(attributes);
    assert.equal(resolveConfig(config), undefined);
    assert.match(explainConfig(config)[0]!, line);
    assert.equal(({} as { endpoint?: string }).endpoint, undefined);
  });
}

test('a script without attributes, or none at all, gives the configuration of defaults', () => {
  assert.deepEqual(read({}), {});
  assert.deepEqual({ ...readAttributes(undefined) }, {});
});
