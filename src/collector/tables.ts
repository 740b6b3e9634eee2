import type { Generated } from 'kysely';
import type { Kind, MessageType } from '../core/message.js';
import type { Way } from './ways.js';

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
  /** Employee surveys only: the last day of the group of answers with which this one became visible. */
  released: Date | null;
  /** Employee surveys only: the comment became visible, with at least nine others. */
  words_released: Date | null;
  /** When identity and words were taken out of this row; nothing is put in again. */
  erased_at: Date | null;
  received_at: Generated<Date>;
  /** When anything in the row last changed: the cursor of the warehouse feed. */
  changed_at: Generated<Date>;
}

type Written = Omit<AsksTable, 'released' | 'words_released' | 'erased_at' | 'received_at' | 'changed_at'>;

/** What ingest writes: every column but those that the database fills. What is undefined costs no bytes on the way. */
export type AskRow = { [K in keyof Written]: null extends Written[K] ? Written[K] | undefined : Written[K] };

/** Name and SQL type of every column that ingest writes, in the order of the table. */
export const ASK_COLUMNS = [
  ['id', 'uuid'],
  ['revision', 'integer'],
  ['type', 'text'],
  ['final', 'boolean'],
  ['at', 'timestamptz'],
  ['survey', 'text'],
  ['kind', 'text'],
  ['wave', 'text'],
  ['trigger', 'text'],
  ['score', 'smallint'],
  ['comment', 'text'],
  ['reasons', 'jsonb'],
  ['contact_ok', 'boolean'],
  ['contact_email', 'text'],
  ['question', 'text'],
  ['follow_up', 'text'],
  ['locale', 'text'],
  ['dir', 'text'],
  ['layout', 'text'],
  ['shown_at', 'timestamptz'],
  ['person_id', 'text'],
  ['anonymous_id', 'text'],
  ['traits', 'jsonb'],
  ['probability', 'float8'],
  ['to_score_ms', 'integer'],
  ['to_final_ms', 'integer'],
  ['path', 'text'],
  ['url', 'text'],
  ['properties', 'jsonb'],
  ['version', 'text'],
  ['asked', 'boolean'],
  ['source', 'text'],
] as const satisfies readonly (readonly [keyof AskRow, string])[];

export type LoopState = 'new' | 'contacted' | 'resolved' | 'declined';

/** A promise to call somebody back; one for each ask at most. */
export interface LoopTable {
  /** The id of the ask. */
  id: string;
  state: LoopState;
  owner: string | null;
  due_at: Date;
  reason: string | null;
  created_at: Date;
  contacted_at: Date | null;
  closed_at: Date | null;
}

/** News of a loop item on its way out, one row for each channel. */
export interface NoticesTable {
  id: string;
  channel: 'webhook' | 'mail';
  attempts: number;
  /** When it is tried next, or until when somebody is trying it now; null when nothing more will be tried. */
  next_at: Date | null;
  done_at: Date | null;
  /** Why the last try failed, without data of the answer. */
  failure: string | null;
}

/** What was done to stored answers, and when; never to whom. */
export interface AuditTable {
  id: string;
  at: Generated<Date>;
  action: 'erase' | 'retention' | 'export' | 'import' | 'person-export';
  /** Rows that were touched. */
  rows: number;
  /** Hash of the person's id, so that an erasure can be proven without keeping the id. */
  subject: string | null;
}

/** Persons who were erased: an answer of before that comes late must not bring them back. */
export interface ErasedTable {
  /** HMAC of the person's id under this database's own key. */
  id: string;
  at: Date;
}

/** Few values of this database; a row is also what a job locks when only one process may do it at a time. */
export interface SettingsTable {
  name: 'subject-key' | 'release' | 'retention';
  value: string;
}

/** Ways in which customers were asked; see `Way`. */
export interface WaysTable extends Way {
  /** Hash of the others but `first`. */
  id: string;
}

/** All tables. None refers to another, so each is spread by its own key. */
export interface Tables {
  asks: AsksTable;
  loop_items: LoopTable;
  notices: NoticesTable;
  audit: AuditTable;
  erased: ErasedTable;
  settings: SettingsTable;
  ways: WaysTable;
}
