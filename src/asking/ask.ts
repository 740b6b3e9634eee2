import type { AskwellConfig } from '../config/config.js';
import { categorize, type Category } from '../core/category.js';
import { composeMessage, type Answer, type AskFacts } from '../core/compose.js';
import type { AskState } from '../core/history.js';
import type { Kind, Message, MessageType } from '../core/message.js';
import type { Emit } from './events.js';
import { quiet } from '../core/quiet.js';

/** Why an ask is aborted of which nothing shall be said any more, not even what was said before. */
export const WITHDRAWN = 'withdrawn';

/** Why a showing ended without a further answer. */
export type DismissReason = 'close' | 'escape' | 'snooze' | 'opt-out';

/** What a view tells the ask about what the person sees; it goes into `message.shown`. */
export interface Shown {
  question: string;
  followUp?: string;
  locale: string;
  dir: 'ltr' | 'rtl';
  layout: string;
}

/** How safe an answer is: in durable storage, acknowledged by the endpoint, or only in this page's memory. */
export type Kept = 'durable' | 'acknowledged' | 'memory';

/**
 * One showing of one question to one person. A view (ours or a host's own) calls these; it never sees history, storage or network.
 * Every method is safe to call at any time: after the end it does nothing.
 */
export interface Ask {
  readonly id: string;
  readonly kind: Kind;
  /** Preselects; sends nothing. From `prefill` or from the address. */
  readonly prefill?: number;
  /** The configuration in force. The view reads wording, layout, theme, reasons, contact and thanks from it. */
  readonly config: AskwellConfig;
  readonly preview: boolean;
  /**
   * The question is on screen. Starts `message.shown` and the denominator of the response rate. Calls after the first are ignored.
   * A host's own interface may leave out what it did not change from the standard English question.
   */
  shown(what?: Partial<Shown>): void;
  /** Records a score (integer 0–10, else `RangeError`) and sends it. May be called again until the end. Returns its category. */
  score(value: number): Category;
  /** Chosen reason chips. They leave with the next revision. */
  reasons(list: string[]): void;
  /** The comment as it stands. It leaves only with `submit()`: words that were typed and not sent stay with the person. */
  comment(text: string): void;
  /** `ok` is true when it is left out: who gives an address may be written to. What is no address is left out of the answer. */
  contact(permission: { ok?: boolean; email?: string }): void;
  /**
   * Ends with the answer. Resolves when the answer is durable or acknowledged: say thanks then. With `memory` it is neither
   * yet: say so, and call `submit()` again to try once more. Rejects without a score.
   */
  submit(): Promise<Kept>;
  /** Ends without a further answer; after a score the answer given so far stays, as a final `response`. False: the host cancelled the closing. */
  dismiss(reason?: 'close' | 'escape'): boolean;
  /** Takes back an accidental `dismiss()`. False when there is nothing to take back. */
  reopen(): boolean;
  /** “Ask me later.” */
  snooze(): boolean;
  /** “Don't ask me again.” For good. */
  optOut(): boolean;
  /** Aborted when the ask ended elsewhere (another tab answered, `reset()`, the host removed it): take the view away. */
  readonly signal: AbortSignal;
}

/** What one showing needs from outside; `now` is epoch milliseconds. */
export interface AskPorts {
  config: AskwellConfig;
  facts: AskFacts;
  prefill?: number;
  preview: boolean;
  now(): number;
  emit: Emit;
  /** Hands one message to the outbox. */
  post(message: Message): Promise<Kept>;
  /** Writes how far the ask came into the history. */
  mark(state: AskState): unknown;
  /** The ask has ended, one way or another. */
  done(): void;
  signal: AbortSignal;
}

/**
 * One showing as a small state machine: reserved → shown → scored → finished | dismissed | snoozed | opted-out.
 * After the end every call does nothing, so a view may be careless about double clicks.
 */
export function createAsk({ config, facts, prefill, preview, now, emit, post, mark, done, signal }: AskPorts): Ask {
  const answer: Answer = {};
  const { id } = facts;
  let revision = 0;
  let ended = false;
  let submitted: Message | undefined;
  let closed = false;
  const finish = (): void => {
    ended = true;
    done();
  };
  signal.addEventListener('abort', quiet(finish), { once: true });

  const send = (type: MessageType, final: boolean, said = answer): [Message, Promise<Kept>] => {
    const message = composeMessage(facts, said, type, revision++, final, now());
    return [message, preview ? Promise.resolve('memory') : post(message)];
  };

  /** Ends without a further answer. A score already given stays, as a final response, and still counts as answered. */
  const end = (reason: DismissReason, type: MessageType, state: AskState): boolean => {
    if (ended) return true;
    if (!emit('askwell-dismiss', { id, reason })) return false;
    finish();
    const scored = answer.score !== undefined;
    if (answer.shownAt !== undefined) {
      // What was typed but not sent stays out: closing is not consent to send it.
      const [message, kept] = send(scored ? 'response' : type, true, {
        ...answer,
        comment: undefined,
        contact: undefined,
      });
      kept.catch(() => {});
      if (scored) emit('askwell-response', { message });
    }
    if (!scored || state === 'opted-out') mark(state);
    return true;
  };

  return {
    id,
    kind: facts.survey.kind,
    config,
    preview,
    signal,
    ...(prefill !== undefined && { prefill }),
    shown(what) {
      if (ended || answer.shownAt !== undefined) return;
      answer.shown = what as Shown;
      answer.shownAt = now();
      mark('shown');
      send('asked', false)[1].catch(() => {});
      emit('askwell-shown', { id });
    },
    score(value) {
      const category = categorize(value);
      if (ended || answer.score === value) return category;
      answer.score = value;
      answer.scoredAt = now();
      mark('answered');
      send('response', false)[1].catch(() => {});
      emit('askwell-score', { id, score: value, category });
      return category;
    },
    reasons(list) {
      answer.reasons = list.filter(Boolean).slice(0, 8);
    },
    comment(text) {
      answer.comment = [...text.trim()].slice(0, 4000).join('').trim();
    },
    contact({ ok = true, email = '' }) {
      const address = /^[^\s@]{1,64}@[^\s@]{1,189}$/.exec(email.trim())?.[0];
      answer.contact = { ok, ...(address && { email: address }) };
    },
    async submit() {
      if (submitted) return preview ? 'memory' : post(submitted);
      if (ended) return 'memory';
      if (answer.score === undefined)
        throw new RangeError('An answer needs a score: call score(0…10) before submit().');
      finish();
      const [message, kept] = send('response', true);
      submitted = message;
      emit('askwell-response', { message });
      return kept;
    },
    dismiss: (reason = 'close') => (closed = end(reason, 'dismissed', 'dismissed')),
    reopen() {
      if (!closed || signal.aborted) return false;
      closed = ended = false;
      return true;
    },
    snooze: () => end('snooze', 'snoozed', 'snoozed'),
    optOut: () => end('opt-out', 'opted-out', 'opted-out'),
  };
}
