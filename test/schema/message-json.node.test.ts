import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { checkMessage, messageJsonSchema } from '../../src/schema/index.js';

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(messageJsonSchema());

const text = fc.constantFrom('x', 'é🙂', '', 'y'.repeat(501), 'z'.repeat(2001));
const at = fc.constantFrom(
  '2026-11-22T10:11:12.000Z',
  '2026-11-22T00:00:00.000Z',
  '2026-11-22T00:00:00Z',
  '2026-02-30T00:00:00Z',
  'now',
);
const number = fc.constantFrom<unknown>(0, 1, 6, 7, 8, 9, 10, 11, -1, 0.25, 1.5, '9', null);
const data = fc.constantFrom<unknown>({}, { plan: 'pro', note: null }, [], 'x', null);
const some = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members, { requiredKeys: [] });

/** Messages, mostly wrong in some way: right values are the commonest, every key may be absent. */
const doubtful = fc.record(
  {
    schema: fc.constantFrom('askwell/1', 'askwell/1', 'askwell/1', 'askwell/2'),
    type: fc.constantFrom('asked', 'response', 'response', 'dismissed', 'snoozed', 'opted-out', 'x'),
    id: fc.constantFrom('0192f6c0-7c1e-7b3a-9f00-0123456789ab', '0192F6C0-7C1E-7B3A-9F00-0123456789AB', '42'),
    revision: fc.constantFrom<unknown>(0, 1, 2, -1, 0.5),
    final: fc.constantFrom<unknown>(true, false, 'no'),
    at,
    survey: fc.record({
      id: text,
      kind: fc.constantFrom('relational', 'transactional', 'employee', 'x'),
      wave: text,
      trigger: text,
    }),
    score: number,
    category: fc.constantFrom('detractor', 'passive', 'promoter', 'x'),
    comment: fc.constantFrom('x', '', '🙂'.repeat(4000), 'x'.repeat(4001)),
    reasons: fc.array(text, { maxLength: 9 }),
    contact: some({ ok: fc.boolean(), email: fc.constantFrom('a@b', 'a', 'a b@c') }),
    shown: fc.record(
      { question: text, followUp: text, locale: text, dir: fc.constantFrom('ltr', 'rtl', 'x'), layout: text, at },
      {
        requiredKeys: ['question', 'locale', 'dir', 'layout', 'at'],
      },
    ),
    person: some({ id: text, anonymousId: text, proof: text, traits: data }),
    sampling: some({ probability: number }),
    timing: some({ toScoreMs: number, toFinalMs: number }),
    context: some({ path: text, url: text, properties: data }),
    lib: fc.record({ name: fc.constantFrom('askwell', 'x'), version: text }),
    mood: text,
  },
  { requiredKeys: ['schema', 'type', 'id', 'revision', 'final', 'at', 'survey', 'shown', 'sampling', 'lib'] },
);

const whole = {
  schema: 'askwell/1',
  type: 'response',
  id: '0192f6c0-7c1e-7b3a-9f00-0123456789ab',
  revision: 1,
  final: true,
  at: '2026-11-22T00:00:00.000Z',
  survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'ask' },
  score: 9,
  shown: { question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'corner', at: '2026-11-22T00:00:00.000Z' },
  sampling: { probability: 1 },
  lib: { name: 'askwell', version: '1.0.0' },
};
/** A right message with one to three members of a doubtful one, or without one of its own. */
const near = fc
  .tuple(
    doubtful,
    fc.uniqueArray(fc.nat(18), { minLength: 1, maxLength: 3 }),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(whole)) },
    ),
  )
  .map(([parts, chosen, gone]) => {
    const keys = Object.keys(parts);
    const taken = chosen.flatMap((n) => (n < keys.length ? [[keys[n], parts[keys[n] as never]]] : []));
    const { [gone]: _, ...rest } = whole as Record<string, unknown>;
    return { ...rest, ...Object.fromEntries(gone && chosen.length > 1 ? [] : taken) };
  });

test('the published JSON Schema takes what the collector takes, and nothing else', () => {
  const seen = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(fc.oneof(near, near, doubtful), (message) => {
      const result = checkMessage(message);
      const valid = validate(message);
      seen[result.ok ? 'right' : 'wrong']++;
      assert.equal(valid, result.ok, JSON.stringify(result.ok ? validate.errors : result.issues));
    }),
    { numRuns: 10_000 },
  );
  assert.ok(seen.right > 1000 && seen.wrong > 1000, JSON.stringify(seen));
});

test('the JSON Schema says its draft, its name and what each field means', () => {
  const schema = messageJsonSchema() as {
    $schema: string;
    title: string;
    properties: Record<string, { description?: string }>;
  };
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(schema.title, 'askwell/1');
  assert.match(schema.properties['revision']!.description!, /highest/);
  assert.doesNotThrow(() => JSON.stringify(schema));
});
