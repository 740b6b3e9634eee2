import type { Message } from '../core/message.js';
import { compiledMessage } from '../schema/compiled.js';
import { checkMessage } from '../schema/message.js';
import { cleanJson, UnsafeKey } from './clean.js';
import { readBytes, READ_MS } from './read-bytes.js';
import { Refusal } from './refusal.js';
import { outline } from './scan.js';

/** Bytes of one message. */
export const MESSAGE_BYTES = 16_384;
export const BATCH = 100;
/** Nesting of a whole batch: a message's own levels, and some for traits and properties. */
const DEPTH = 12;
/** Largest value of a Postgres `integer`. */
const INTEGER = 2_147_483_647;

/**
 * The messages in a request. All or none: one wrong message refuses the batch, so that a sender mends it and sends the same
 * batch again without asking which part went through.
 *
 * @throws Refusal 400 with the path of what is wrong, 408, 413 or 415.
 */
export async function readMessages(request: Request): Promise<Message[]> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type && type !== 'application/json' && type !== 'text/plain') {
    throw new Refusal(415, 'Send JSON as application/json or text/plain.');
  }
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding !== 'identity') throw new Refusal(415, 'Send the body uncompressed.');
  const bytes = await readBytes(request, (MESSAGE_BYTES + 2) * BATCH, READ_MS);
  const { depth, largest, count } = outline(bytes);
  if (largest > MESSAGE_BYTES) throw new Refusal(413, `A message has at most ${MESSAGE_BYTES} bytes.`);
  if (count > BATCH) throw new Refusal(413, `A batch has at most ${BATCH} messages.`);
  if (depth > DEPTH) throw new Refusal(400, `is nested more than ${DEPTH} deep; flatten it`, '');
  const value = parse(bytes);
  if (!Array.isArray(value)) return [validate(value, '')];
  if (!value.length) throw new Refusal(400, 'is an empty list; send at least one message', '');
  return value.map((item, index) => validate(item, `[${index}]`));
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'is not JSON in UTF-8', '');
  }
}

function validate(value: unknown, at: string): Message {
  const message = checked(value);
  if (!message) throw fault(value, at);
  if (message.revision > INTEGER)
    throw new Refusal(400, `must be at most ${INTEGER}`, at ? `${at}.revision` : 'revision');
  return message;
}

/** The message, or nothing: the words for what is wrong cost more and are only made when they are needed. */
function checked(value: unknown): Message | undefined {
  try {
    return compiledMessage.safeParse(cleanJson(value)).data;
  } catch (error) {
    if (error instanceof UnsafeKey) return undefined;
    throw error;
  }
}

function fault(value: unknown, at: string): Refusal {
  const result = checkMessage(value);
  const { path, message } = result.ok ? { path: '', message: 'is no message' } : result.issues[0]!;
  return new Refusal(400, withoutValue(message), at && path ? `${at}.${path}` : at || path);
}

/** What was sent does not come back in an error: it may be somebody's words, and the reply may be logged. */
function withoutValue(message: string): string {
  return message.split(/, not |: /, 1)[0]!;
}
