import * as z from 'zod/mini';
import { categorize } from '../core/category.js';
import type { Message } from '../core/message.js';
import { plain, type Issue } from '../config/plain.js';
import { inWords } from './words.js';

const describe = <T extends z.core.$ZodType>(schema: T, description: string, json: object = {}): T => {
  z.globalRegistry.add(schema, { description, ...json });
  return schema;
};
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const instant = () => z.iso.datetime({ error: 'must be an instant in UTC such as 2026-11-22T10:11:12.000Z' });
const data = () => z.record(z.string(), z.unknown());

/** As long as the configuration lets a name be, so that no right configuration makes a message that is refused. */
const NAME_MOST = 500;
const COMMENT_MOST = 4000;
/** Counted in code points, as a person counts: an emoji outside the basic plane is one. */
const comment = z.string().check(
  z.minLength(1),
  z.refine((value) => value.length <= COMMENT_MOST || Array.from(value).length <= COMMENT_MOST, {
    error: `must have at most ${COMMENT_MOST} characters`,
  }),
);

const shape = z.object({
  schema: describe(z.literal('askwell/1'), 'Name and version of this format.'),
  type: describe(z.enum(['asked', 'response', 'dismissed', 'snoozed', 'opted-out']), 'What happened.'),
  id: describe(
    z.guid({ error: 'must be a UUID such as 0192f6c0-7c1e-7b3a-9f00-0123456789ab' }),
    'One for everything about one ask. UUIDv7 from askwell itself; a UUID of any version is taken.',
  ),
  revision: describe(z.int().check(z.gte(0)), '0 for asked, then growing by one. A receiver keeps the highest.'),
  final: describe(z.boolean(), 'Nothing further about this ask is expected.'),
  at: describe(instant(), 'When it was sent. For an employee survey cut to the day.'),
  survey: z.object({
    id: text(NAME_MOST),
    kind: z.enum(['relational', 'transactional', 'employee']),
    wave: text(NAME_MOST),
    trigger: describe(text(NAME_MOST), 'What made it ask.'),
  }),
  score: describe(z.optional(z.int().check(z.gte(0), z.lte(10))), '0 is a score.'),
  category: describe(
    z.optional(z.enum(['detractor', 'passive', 'promoter'])),
    'Follows from the score: to 6, to 8, to 10.',
  ),
  comment: describe(z.optional(comment), 'At most 4,000 code points.', { maxLength: COMMENT_MOST }),
  reasons: z.optional(z.array(text(NAME_MOST)).check(z.minLength(1), z.maxLength(8))),
  contact: z.optional(
    z.object({
      ok: z.boolean(),
      email: z.optional(text(254).check(z.regex(/^[^\s@]+@[^\s@]+$/, { error: 'must be an e-mail address' }))),
    }),
  ),
  shown: describe(
    z.object({
      question: text(2000),
      followUp: z.optional(text(2000)),
      locale: text(100),
      dir: z.enum(['ltr', 'rtl']),
      layout: text(20),
      at: instant(),
    }),
    'What the person saw, to the letter.',
  ),
  person: describe(
    z.optional(
      z.object({
        id: z.optional(text(NAME_MOST)),
        anonymousId: z.optional(text(64)),
        proof: describe(z.optional(text(NAME_MOST)), 'Hex HMAC-SHA-256 of the id.'),
        traits: z.optional(data()),
      }),
    ),
    'Never in an employee survey.',
  ),
  sampling: z.object({
    probability: describe(
      z.number().check(z.gte(0), z.lte(1)),
      'With which this person was drawn; 0 when asked by hand.',
    ),
  }),
  timing: z.optional(
    z.object({
      toScoreMs: z.optional(z.int().check(z.gte(0))),
      toFinalMs: z.optional(z.int().check(z.gte(0))),
    }),
  ),
  context: describe(
    z.optional(
      z.object({
        path: z.optional(text(4000)),
        url: z.optional(text(4000)),
        properties: z.optional(data()),
      }),
    ),
    'Never in an employee survey.',
  ),
  lib: z.object({ name: z.literal('askwell'), version: text(50) }),
});

type Parsed = z.infer<typeof shape>;

const ANSWERS = ['score', 'category', 'comment', 'reasons', 'contact'] as const;
const IDENTITY = ['person', 'context', 'contact'] as const;
const MIDNIGHT = /T00:00:00(\.0+)?Z$/;

/** What is absent is absent, even where `Object.prototype` has been polluted. */
const has = (message: Parsed, key: keyof Parsed): boolean => Object.hasOwn(message, key) && message[key] !== undefined;

/** What no single field can say. */
function together(message: Parsed): Issue[] {
  const issues: Issue[] = [];
  const say = (path: string, text: string) => issues.push({ path, message: text });
  if (message.type === 'response') {
    if (!has(message, 'score')) say('score', 'is missing; a response needs a whole number from 0 to 10');
    else if (has(message, 'category') && message.category !== categorize(message.score!)) {
      say(
        'category',
        `must be '${categorize(message.score!)}' for the score ${message.score}, not '${message.category}'; or leave it out`,
      );
    }
  } else {
    for (const key of ANSWERS)
      if (has(message, key)) say(key, `only a response carries it, not type '${message.type}'`);
  }
  if (message.type === 'asked' && message.revision !== 0)
    say('revision', `must be 0 for type 'asked', not ${message.revision}`);
  if (message.survey.kind === 'employee') {
    for (const key of IDENTITY) if (has(message, key)) say(key, 'an employee survey is anonymous; leave it out');
    for (const [path, at] of [
      ['at', message.at],
      ['shown.at', message.shown.at],
    ] as const) {
      if (!MIDNIGHT.test(at)) say(path, 'an employee survey tells the day and no more; write T00:00:00.000Z');
    }
  }
  return issues;
}

/**
 * The message of `askwell/1` as a zod schema. Keys that it does not know are dropped, so that a receiver takes what a later
 * minor version adds; `null` and `''` are refused, and so is a message whose fields contradict each other.
 */
export const messageSchema = shape.check((payload) => {
  if (payload.issues.length) return;
  for (const { path, message } of together(payload.value)) {
    payload.issues.push({ code: 'custom', path: path.split('.'), message, input: payload.value });
  }
});

/**
 * Is this a message? Never throws.
 *
 * @returns the message without unknown keys, or every fault with its path (`survey.kind`, `reasons[2]`) and the mend in words.
 */
export function checkMessage(value: unknown): { ok: true; message: Message } | { ok: false; issues: Issue[] } {
  const { value: copy, issues } = plain(value);
  if (issues.length) return { ok: false, issues };
  const result = messageSchema.safeParse(copy);
  return result.success
    ? { ok: true, message: result.data }
    : { ok: false, issues: inWords(result.error.issues, copy) };
}
