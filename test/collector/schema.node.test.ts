import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { cleanJson, UnsafeKey } from '../../src/collector/clean.js';
import { compiledMessage } from '../../src/schema/compiled.js';
import { messageSchema } from '../../src/schema/index.js';
import { fuzzedBody, random } from '../load/fuzz.js';

const BODIES = 8_000;

describe('the schema as a generated function', () => {
  it('takes what the schema takes, refuses what it refuses, and gives the same', () => {
    // Throws where it could only fall back on the schema itself, and nothing would be compared here.
    z.compile(messageSchema, { strict: true });
    const draw = random(7);
    const seen = { taken: 0, refused: 0 };
    for (let n = 0; n < BODIES; n++) {
      const text = Buffer.from(fuzzedBody(n, draw)).toString();
      const [slow, fast] = [messageSchema, compiledMessage].map((schema) => outcome(schema, text));
      assert.deepEqual(fast, slow, text);
      if (slow === undefined) continue;
      seen[slow.success ? 'taken' : 'refused']++;
    }
    assert.ok(seen.taken > BODIES / 10 && seen.refused > BODIES / 10, JSON.stringify(seen));
  });
});

/** What becomes of a body; undefined when it is no JSON or holds a key that is refused before. */
function outcome(schema: typeof messageSchema, text: string): { success: boolean; data?: string } | undefined {
  try {
    const { success, data } = schema.safeParse(cleanJson(JSON.parse(text)));
    // As text, in which the order of keys counts too.
    return { success, data: JSON.stringify(data) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnsafeKey) return undefined;
    throw error;
  }
}
