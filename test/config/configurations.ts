import fc from 'fast-check';

/* Right and wrong configurations for property tests: right values, values at the edge, and anything at all, key by key. */

const short = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom('nps', 'a', 'é🙂', '<b>', 'x'.repeat(500)),
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.double({ min: 0, max: 10_000, noNaN: true }),
  fc.constantFrom(0, -0, 1, 10_000, 1e-7),
);
const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5));
const path = fc.constantFrom('/', '/shop/*', '*', '/a/:id', '/ü');
const code = fc.constant(() => true);
const data = fc
  .oneof(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4, noNullPrototype: true }), fc.constant({}))
  .filter(
    (value) =>
      !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)) && JSON.stringify(value).length <= 4000,
  );
const address = fc.oneof(
  fc.webUrl().filter((url) => !url.includes('@')),
  fc.constantFrom(
    '/api',
    'api/v1',
    './x?y=1#z',
    '//cdn.example/x',
    '?a',
    'https://x:8080/y',
    'HTTPS://X',
    'http://[::1]:3/x',
  ),
);
const opt = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members, { requiredKeys: [] });
const chips = fc.array(short, { maxLength: 8 });
const by = (each: fc.Arbitrary<unknown>) => opt({ detractor: each, passive: each, promoter: each });
const named = fc.oneof(short, opt({ named: short, us: short }));
const link = fc.record({
  href: fc.constantFrom('https://x.example/y', 'mailto:a@b.example', 'HTTPS://x'),
  text: short,
});
const thanks = opt({ text: short, link });
const instant = fc.oneof(
  fc.constantFrom('2026-11-22', '2026-11-22T10:00:00Z', '1999-01', 0, 1_700_000_000_000, 8.64e15),
  fc.date({ min: new Date(0), noInvalidDate: true }),
);
const FORMATS = [
  'auto',
  'json',
  'text',
  'form',
  'cloudevents',
  'segment',
  'posthog',
  'mixpanel',
  'amplitude',
  'plausible',
  'hubspot',
  'supabase',
  'data-layer',
];
const WORDS =
  'low high followUp optional reasons contact email emailInvalid send close snooze optOut thanks notSent retry closed undo' +
  ' region scoreLabel';

/** Every key with right values. */
export const members: Record<string, fc.Arbitrary<unknown>> = {
  survey: short,
  kind: fc.constantFrom('relational', 'transactional', 'employee'),
  product: fc.string({ minLength: 1, maxLength: 60 }),
  endpoint: fc.oneof(
    address,
    code,
    fc.record(
      {
        url: address,
        format: fc.oneof(fc.constantFrom(...FORMATS), code),
        messages: fc.constantFrom('all', 'responses'),
        headers: fc.dictionary(fc.stringMatching(/^[A-Za-z][\w-]{0,9}$/), fc.stringMatching(/^[ -~]{0,9}$/), {
          maxKeys: 2,
        }),
        credentials: fc.constantFrom('omit', 'same-origin', 'include'),
        options: data,
      },
      { requiredKeys: ['url'] },
    ),
    fc.record({ format: fc.constantFrom('segment', 'data-layer', 'hubspot') }),
  ),
  user: opt({ id: short, proof: short, createdAt: instant, lastAskedAt: instant, traits: data }),
  layout: fc.constantFrom('corner', 'bar', 'modal', 'inline'),
  placement: fc.constantFrom('end', 'start'),
  locale: fc.constantFrom('auto', 'de', 'sr-Latn-RS'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  text: opt({
    ...Object.fromEntries(WORDS.split(' ').map((word) => [word, short])),
    question: fc.oneof(short, opt({ relational: named, transactional: named, employee: named })),
    followUpBy: by(short),
  }),
  reasons: fc.oneof(chips, by(chips)),
  contact: fc.boolean(),
  thanks: fc.oneof(thanks, by(thanks)),
  when: fc.array(
    fc.oneof(
      fc.record({ event: short, count: amount }, { requiredKeys: ['event'] }),
      ...['seconds', 'idle'].map((name) => fc.record({ [name]: amount })),
      fc.record({ scroll: share }),
      fc.constant({ exit: true }),
    ),
    { maxLength: 20 },
  ),
  where: opt({ include: fc.array(path, { maxLength: 100 }), exclude: fc.array(path) }),
  throttle: opt(
    Object.fromEntries(
      [
        'firstAskAfterDays',
        'minVisits',
        'afterAnswerDays',
        'afterDismissDays',
        'afterSnoozeDays',
        'afterIgnoreDays',
        'maxIgnores',
        'betweenSurveysDays',
      ].map((key) => [key, amount]),
    ),
  ),
  sampling: opt({ rate: share, holdout: share, spread: fc.boolean() }),
  wave: short,
  manners: opt({
    ...Object.fromEntries('modal typing media error automation hidden'.split(' ').map((key) => [key, fc.boolean()])),
    busy: fc.constantFrom('.busy', '#a > b', '[open]'),
    veto: code,
  }),
  consent: fc.constantFrom('granted', 'required'),
  storage: fc.oneof(
    fc.constantFrom('local', 'cookie', 'memory'),
    fc.constant({ read: () => undefined, merge: () => undefined }),
  ),
  cookieDomain: fc.constantFrom('shop.example', '.shop.example', 'localhost'),
  context: opt({ url: fc.constantFrom('path', 'full', 'none'), properties: data }),
  debug: fc.boolean(),
};

/** Configurations of a few keys in which every key and value is right. */
export const right: fc.Arbitrary<Record<string, unknown>> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(members)), { maxLength: 5 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, members[key]!]))));

const NAMES = [
  ...Object.keys(members),
  ...WORDS.split(' '),
  'url',
  'format',
  'headers',
  'event',
  'count',
  'seconds',
  'scroll',
  'exit',
  'href',
  'rate',
  'afterAnswerDays',
  'commentHint',
  'detractor',
  'endpiont',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
];

/** What may stand anywhere: near misses of every type, and anything. */
export const stray: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    10_000.1,
    '30',
    true,
    false,
    3n,
    Symbol('s'),
    [],
    {},
    [null],
    [undefined],
    [[]],
    Array.from({ length: 8 }, () => 'x'),
    Array.from({ length: 9 }, () => 'x'),
    Array.from({ length: 21 }, () => ({ seconds: 5 })),
    Array.from({ length: 101 }, () => '/x'),
    '\ud800',
    'https://[',
    '//',
    'a;b',
    '><',
    'x'.repeat(61),
    'x'.repeat(501),
    'javascript:alert(1)',
    ' https://x',
    'ftp://x',
    'https://u:p@x',
    'a:b',
    '/\\x',
    new Date(NaN),
    new Date(0),
    new Map(),
    /x/,
    () => 1,
    Object.create(null),
    { length: 3 },
    new Proxy({}, {}),
    Array(3),
    { toJSON: () => 1 },
    { event: 'x', seconds: 1 },
    { seconds: undefined },
    { exit: false },
    { url: '/x', format: 'nope' },
    { 'bad header': '1' },
    { read: 1, merge: 2 },
    'auto|light|dark',
    'auto|light',
    -0,
    '1e3',
    'data-layer',
    'segment',
  ),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withBoxedValues: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    key: fc.constantFrom(...NAMES),
  }),
  fc.json().map((text): unknown => JSON.parse(text)),
  ...Object.values(members),
);

type Path = (string | number)[];
const places = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, Array.isArray(value) ? +key : key])),
      ]
    : [path];

function replaced(value: any, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = rest.length ? replaced(copy[key], rest, by) : by;
  return Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
}

/** A right configuration in which one value is replaced, or one key added, by what may well be wrong; or no such thing at all. */
export const doubtful = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(right, fc.nat(), stray, fc.option(fc.constantFrom(...NAMES))).map(([config, n, value, key]) => {
      const all = places(config);
      const path = all[n % all.length]!;
      return replaced(config, key === null ? path : [...path, key], value);
    }),
  },
  { weight: 1, arbitrary: stray },
  { weight: 2, arbitrary: right },
);
