import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../src/core/id.js';
import type { Message } from '../../src/core/message.js';

export const AT = '2026-11-22T10:11:12.000Z';

export function newId(): string {
  return uuidv7(Date.parse(AT), randomBytes(16));
}

/** A valid message; what is given replaces what stands here. */
export function message(change: Partial<Message> = {}): Message {
  const type = change.type ?? 'response';
  return {
    schema: 'askwell/1',
    type,
    id: newId(),
    revision: type === 'asked' ? 0 : 1,
    final: true,
    at: AT,
    survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'invoice_paid' },
    ...(type === 'response' && { score: 9 }),
    shown: { question: 'How likely are you to recommend us?', locale: 'en', dir: 'ltr', layout: 'corner', at: AT },
    sampling: { probability: 1 },
    lib: { name: 'askwell', version: '1.0.0' },
    ...change,
  };
}

/** A message of an employee survey, which tells neither who nor when exactly. */
export function employeeMessage(change: Partial<Message> = {}): Message {
  const day = '2026-11-22T00:00:00.000Z';
  const plain = message({ ...change, at: change.at ?? day });
  return {
    ...plain,
    survey: { id: 'enps', kind: 'employee', wave: '2026-Q4', trigger: 'inline', ...change.survey },
    shown: { ...plain.shown, at: plain.at },
  };
}
