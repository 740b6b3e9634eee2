import * as z from 'zod/mini';
import { messageSchema } from './message.js';

type JsonSchema = Record<string, unknown>;

const absent = (...keys: string[]): JsonSchema => ({ properties: Object.fromEntries(keys.map((key) => [key, false])) });
const rule = (condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema => ({
  if: { properties: condition, required: Object.keys(condition) },
  then,
  ...(otherwise && { else: otherwise }),
});
const category = (name: string, minimum: number, maximum: number): JsonSchema =>
  rule({ score: { minimum, maximum } }, { properties: { category: { const: name } } });
const midnight = { pattern: 'T00:00:00(\\.0+)?Z$' };

/** What no single field can say, as `messageSchema` has it. */
const together: JsonSchema[] = [
  rule(
    { type: { const: 'response' } },
    { required: ['score'] },
    absent('score', 'category', 'comment', 'reasons', 'contact'),
  ),
  rule({ type: { const: 'asked' } }, { properties: { revision: { const: 0 } } }),
  category('detractor', 0, 6),
  category('passive', 7, 8),
  category('promoter', 9, 10),
  rule(
    { survey: { properties: { kind: { const: 'employee' } }, required: ['kind'] } },
    {
      properties: {
        person: false,
        context: false,
        contact: false,
        at: midnight,
        shown: { properties: { at: midnight } },
      },
    },
  ),
];

/** The message as JSON Schema, draft 2020-12, for receivers in other languages. Published as `askwell/message.schema.json`. */
export function messageJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(messageSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    title: 'askwell/1',
    description: 'One message about one ask. A receiver keeps the highest revision of an id.',
    ...schema,
    allOf: together,
  };
}
