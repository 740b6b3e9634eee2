import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkMessage } from '../../src/schema/index.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { composeMessage } from '../../src/core/compose.js';

const whole = {
  schema: 'askwell/1',
  type: 'response',
  id: '0192f6c0-7c1e-7b3a-9f00-0123456789ab',
  revision: 2,
  final: true,
  at: '2026-11-22T10:11:12.000Z',
  survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'invoice_paid' },
  score: 0,
  category: 'detractor',
  comment: 'Too dear.',
  reasons: ['price'],
  contact: { ok: true, email: 'ann@example.com' },
  shown: {
    question: 'How likely is it that you would recommend us?',
    followUp: 'What is the primary reason for your score?',
    locale: 'en',
    dir: 'ltr',
    layout: 'corner',
    at: '2026-11-22T10:11:02.900Z',
  },
  person: { id: 'u_42', anonymousId: 'a1', traits: { plan: 'pro', seats: [1, 2], note: null } },
  sampling: { probability: 0.25 },
  timing: { toScoreMs: 4200, toFinalMs: 9100 },
  context: { path: '/billing', properties: {} },
  lib: { name: 'askwell', version: '1.0.0' },
};
const { score, category, comment, reasons, contact, ...unanswered } = whole;
const { person, context, contact: _, ...anonymous } = whole;
const employee = {
  ...anonymous,
  survey: { ...whole.survey, kind: 'employee' },
  at: '2026-11-22T00:00:00.000Z',
  shown: { ...whole.shown, at: '2026-11-22T00:00:00Z' },
};

/** The paths of everything that is wrong; empty for a message that is right. */
const paths = (value: unknown): string[] => {
  const result = checkMessage(value);
  if (result.ok) return [];
  for (const { message } of result.issues) assert.ok(message.length > 8, 'every fault is told in words');
  return result.issues.map((issue) => issue.path);
};

const right: [string, unknown][] = [
  ['the whole example', whole],
  ['a score of 0 without a comment', { ...unanswered, score: 0 }],
  ['asked, revision 0', { ...unanswered, type: 'asked', revision: 0, final: false }],
  ['dismissed', { ...unanswered, type: 'dismissed' }],
  ['snoozed', { ...unanswered, type: 'snoozed' }],
  ['opted-out', { ...unanswered, type: 'opted-out' }],
  ['an employee survey cut to the day', employee],
  ['a UUID of version 4', { ...whole, id: '9b2f4a52-13c4-4f0e-8f6d-2f5f0c6c2a11' }],
  ['a comment of 4,000 emoji', { ...whole, comment: '🙂'.repeat(4000) }],
  ['a probability of 0, asked by hand', { ...whole, sampling: { probability: 0 } }],
];
for (const [what, value] of right) test(`a message is right: ${what}`, () => assert.deepEqual(paths(value), []));

const wrong: [string, unknown, string[]][] = [
  ['not an object', 'askwell', ['']],
  ['a list', [whole], ['']],
  ['nothing', undefined, ['']],
  ['another schema', { ...whole, schema: 'askwell/2' }, ['schema']],
  ['an unknown type', { ...whole, type: 'answer' }, ['type']],
  ['an id that is no UUID', { ...whole, id: '42' }, ['id']],
  ['a negative revision', { ...whole, revision: -1 }, ['revision']],
  ['half a revision', { ...whole, revision: 1.5 }, ['revision']],
  ['a local time', { ...whole, at: '2026-11-22T10:11:12' }, ['at']],
  ['30 February', { ...whole, at: '2026-02-30T10:11:12Z' }, ['at']],
  ['an unknown kind', { ...whole, survey: { ...whole.survey, kind: 'customer' } }, ['survey.kind']],
  ['a score as text', { ...whole, score: '9' }, ['score']],
  ['a score of 11', { ...whole, score: 11 }, ['score']],
  ['a score between two', { ...whole, score: 3.5 }, ['score']],
  ['a score of null', { ...whole, score: null }, ['score']],
  ['a category that contradicts the score', { ...whole, score: 7, category: 'promoter' }, ['category']],
  ['a response without a score', { ...unanswered }, ['score']],
  ['an empty comment', { ...whole, comment: '' }, ['comment']],
  ['a comment of null', { ...whole, comment: null }, ['comment']],
  ['a comment of 4,001 characters', { ...whole, comment: 'x'.repeat(4001) }, ['comment']],
  ['nine reasons', { ...whole, reasons: Array(9).fill('price') }, ['reasons']],
  ['an empty reason', { ...whole, reasons: ['price', ''] }, ['reasons[1]']],
  ['contact without a yes or no', { ...whole, contact: { email: 'a@b' } }, ['contact.ok']],
  ['an address without @', { ...whole, contact: { ok: true, email: 'ann' } }, ['contact.email']],
  ['no word on what was shown', { ...whole, shown: undefined }, ['shown']],
  ['a direction that is none', { ...whole, shown: { ...whole.shown, dir: 'up' } }, ['shown.dir']],
  ['a name of 501 characters', { ...whole, person: { id: 'x'.repeat(501) } }, ['person.id']],
  ['a probability above 1', { ...whole, sampling: { probability: 1.1 } }, ['sampling.probability']],
  ['a negative duration', { ...whole, timing: { toScoreMs: -1 } }, ['timing.toScoreMs']],
  ['properties in a list', { ...whole, context: { properties: [] } }, ['context.properties']],
  ['asked with a later revision', { ...unanswered, type: 'asked', revision: 1 }, ['revision']],
  ['asked with a score', { ...unanswered, type: 'asked', revision: 0, score: 3 }, ['score']],
  ['dismissed with a comment', { ...unanswered, type: 'dismissed', comment: 'no' }, ['comment']],
  ['an employee with a name', { ...employee, person }, ['person']],
  ['an employee with a page', { ...employee, context }, ['context']],
  ['an employee who is called back', { ...employee, contact }, ['contact']],
  ['an employee at a minute', { ...employee, at: whole.at }, ['at']],
  ['an employee who saw it at a minute', { ...employee, shown: whole.shown }, ['shown.at']],
  ['two faults', { ...whole, score: 11, survey: { ...whole.survey, id: '' } }, ['survey.id', 'score']],
  ['a key that reaches a prototype', JSON.parse('{"__proto__": {"score": 10}}'), ['__proto__']],
  [
    'the same inside free data',
    { ...whole, context: { properties: JSON.parse('{"a": {"constructor": 1}}') } },
    ['context.properties.a.constructor'],
  ],
];
for (const [what, value, expected] of wrong) {
  test(`a message is refused: ${what}`, () => assert.deepEqual(paths(value).sort(), [...expected].sort()));
}

test('a fault says what stands there and what would be right', () => {
  const result = checkMessage({ ...whole, survey: { ...whole.survey, kind: 'relatoinal' }, score: null });
  assert.deepEqual(!result.ok && result.issues, [
    {
      path: 'survey.kind',
      message: "must be 'relational', 'transactional' or 'employee', not 'relatoinal'; did you mean 'relational'?",
    },
    { path: 'score', message: 'must be a number, not null; leave the key out instead' },
  ]);
});

test('a key that a later version adds is dropped, at any depth, and the rest is taken', () => {
  const result = checkMessage({ ...whole, mood: 'fine', survey: { ...whole.survey, channel: 'web' } });
  assert.ok(result.ok);
  assert.equal(JSON.stringify(result.message), JSON.stringify(JSON.parse(JSON.stringify(whole))));
});

test('the host’s own data passes as it is, null and all', () => {
  const result = checkMessage(whole);
  assert.deepEqual(result.ok && { ...result.message.person?.traits }, whole.person.traits);
});

test('a polluted Object.prototype adds nothing to a message', () => {
  // oxlint-disable-next-line no-extend-native -- what a hostile page does.
  Object.defineProperty(Object.prototype, 'score', { value: 10, configurable: true, enumerable: false });
  try {
    assert.deepEqual(paths(unanswered), ['score']);
  } finally {
    delete (Object.prototype as { score?: number }).score;
  }
});

test('what cannot be read is a fault and not an exception', () => {
  const cyclic: Record<string, unknown> = { ...whole };
  cyclic['context'] = { properties: { cyclic } };
  const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const moody = {
    ...whole,
    get comment(): string {
      throw new Error('no');
    },
  };
  assert.deepEqual(paths(cyclic), ['context.properties.cyclic']);
  assert.match(paths({ ...whole, context: { properties: { deep } } })[0]!, /^context\.properties\.deep/);
  assert.deepEqual(paths(hostile), ['']);
  assert.deepEqual(paths(moody), ['comment']);
});

test('the longest names that a configuration may have are right in a message', () => {
  const name = 'x'.repeat(500);
  const config = resolveConfig({
    survey: name,
    wave: name,
    when: [{ event: name }],
    reasons: Array(8).fill(name),
    product: 'y'.repeat(60),
    user: { id: name, proof: name },
    text: { question: name, followUp: name },
  });
  assert.ok(config);
  assert.deepEqual(
    paths({
      ...whole,
      survey: { id: name, kind: 'relational', wave: name, trigger: name },
      reasons: config.reasons,
      person: { id: name, proof: name },
      shown: { ...whole.shown, question: name.replace('x', 'y'.repeat(60)), followUp: name },
    }),
    [],
  );
});

test('everything that askwell itself composes is right', () => {
  const shown = { question: 'How likely?', locale: 'en', dir: 'ltr' as const, layout: 'corner' };
  for (const kind of ['relational', 'transactional', 'employee'] as const) {
    for (const type of ['asked', 'response', 'dismissed', 'snoozed', 'opted-out'] as const) {
      const message = composeMessage(
        {
          id: whole.id,
          survey: { id: 'nps', kind, wave: '2026-Q4', trigger: 'ask' },
          person: { id: 'u' },
          context: { path: '/' },
          probability: 1,
          version: '1.0.0',
        },
        {
          shown,
          shownAt: 1_700_000_000_000,
          score: 9,
          scoredAt: 1_700_000_001_000,
          comment: 'Good.',
          contact: { ok: false },
        },
        type,
        type === 'asked' ? 0 : 1,
        false,
        1_700_000_002_000,
      );
      assert.deepEqual(paths(JSON.parse(JSON.stringify(message))), [], `${kind} ${type}`);
    }
  }
});
