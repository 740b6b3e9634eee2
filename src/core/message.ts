import type { Category } from './category.js';

/** What a survey asks about; picks the wording and, for `employee`, the privacy rules. */
export type Kind = 'relational' | 'transactional' | 'employee';

/** What one message says happened. `asked` is revision 0; each later message of the same ask has a higher revision. */
export type MessageType = 'asked' | 'response' | 'dismissed' | 'snoozed' | 'opted-out';

/**
 * One message on the wire, schema `askwell/1`. Everything about one ask carries one `id`; a receiver keeps the highest
 * `revision`. What is absent is left out: never `null`, never `''`. Instants are ISO 8601 in UTC, durations milliseconds.
 */
export interface Message {
  schema: 'askwell/1';
  type: MessageType;
  /** UUIDv7, made when the ask was claimed. */
  id: string;
  /** 0 for `asked`, then growing by one. */
  revision: number;
  /** Nothing further about this ask is expected. */
  final: boolean;
  at: string;
  survey: { id: string; kind: Kind; wave: string; trigger: string };
  /** Integer 0 to 10; 0 is a score. Present on every `response`. */
  score?: number;
  category?: Category;
  comment?: string;
  reasons?: string[];
  contact?: { ok: boolean; email?: string };
  /** What the person saw, to the letter, so that a change of wording or layout can be told from a change of opinion. */
  shown: { question: string; followUp?: string; locale: string; dir: 'ltr' | 'rtl'; layout: string; at: string };
  person?: { id?: string; anonymousId?: string; proof?: string; traits?: Record<string, unknown> };
  sampling: { probability: number };
  timing?: { toScoreMs?: number; toFinalMs?: number };
  context?: { path?: string; url?: string; properties?: Record<string, unknown> };
  lib: { name: 'askwell'; version: string };
}
