import type { Generated } from 'kysely';
import type { Kind, MessageType } from '../core/message.js';

/**
 * One row for each ask, whatever was heard of it so far. Narrow typed columns instead of the message as JSON: reports read
 * few of them, and erasing a person is an update of known names.
 */
export interface AsksTable {
  /** The id that all messages of one ask carry; also the key by which the table spreads over machines. */
  id: string;
  revision: number;
  type: MessageType;
  final: boolean;
  /** When the person did it, by their clock. Employee surveys: the day. */
  at: Date;
  survey: string;
  kind: Kind;
  wave: string;
  trigger: string;
  score: number | null;
  comment: string | null;
  reasons: string[] | null;
  contact_ok: boolean | null;
  contact_email: string | null;
  question: string;
  follow_up: string | null;
  locale: string;
  dir: string;
  layout: string;
  shown_at: Date;
  person_id: string | null;
  anonymous_id: string | null;
  traits: Record<string, unknown> | null;
  probability: number;
  to_score_ms: number | null;
  to_final_ms: number | null;
  path: string | null;
  url: string | null;
  properties: Record<string, unknown> | null;
  version: string;
  /** A message other than `response` was heard, so this ask belongs to the denominator of the response rate. */
  asked: boolean;
  /** `message` by the wire, `import` from a file. */
  source: 'message' | 'import';
  received_at: Generated<Date>;
  /** When anything in the row last changed: the cursor of the warehouse feed. */
  changed_at: Generated<Date>;
}

/** What ingest writes: every column but those that the database fills. */
export type AskRow = Omit<AsksTable, 'received_at' | 'changed_at'>;

/** Name and SQL type of every column that ingest writes, in the order of the table. */
export const ASK_COLUMNS = [
  ['id', 'uuid'], ['revision', 'integer'], ['type', 'text'], ['final', 'boolean'], ['at', 'timestamptz'],
  ['survey', 'text'], ['kind', 'text'], ['wave', 'text'], ['trigger', 'text'],
  ['score', 'smallint'], ['comment', 'text'], ['reasons', 'jsonb'], ['contact_ok', 'boolean'], ['contact_email', 'text'],
  ['question', 'text'], ['follow_up', 'text'], ['locale', 'text'], ['dir', 'text'], ['layout', 'text'],
  ['shown_at', 'timestamptz'], ['person_id', 'text'], ['anonymous_id', 'text'], ['traits', 'jsonb'],
  ['probability', 'float8'], ['to_score_ms', 'integer'], ['to_final_ms', 'integer'],
  ['path', 'text'], ['url', 'text'], ['properties', 'jsonb'], ['version', 'text'], ['asked', 'boolean'], ['source', 'text'],
] as const satisfies readonly (readonly [keyof AskRow, string])[];

/** All tables. None refers to another, so each can be spread by its own key. */
export interface Tables {
  asks: AsksTable;
}
