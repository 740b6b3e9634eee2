import type { AskwellConfig } from './config/config.js';
import type { Category } from './core/category.js';
import type { Kind } from './core/message.js';

/** Why a showing ended without a further answer. */
export type DismissReason = 'close' | 'escape' | 'snooze' | 'opt-out';

/** What a view tells the ask about what the person sees; it goes into `message.shown`. */
export interface Shown { question: string; followUp?: string; locale: string; dir: 'ltr' | 'rtl'; layout: string }

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
  /** The question is on screen. Starts `message.shown` and the denominator of the response rate. Calls after the first are ignored. */
  shown(what: Shown): void;
  /** Records a score (integer 0–10, else `RangeError`) and sends it. May be called again until the end. Returns its category. */
  score(value: number): Category;
  /** Chosen reason chips. Kept, and sent with the next revision. */
  reasons(list: string[]): void;
  /** The comment as it stands. Kept, and sent on `submit()` or when the page is left. */
  comment(text: string): void;
  contact(permission: { ok: boolean; email?: string }): void;
  /** Ends with the answer. Resolves when the answer is durable or acknowledged: say thanks then. Rejects without a score. */
  submit(): Promise<Kept>;
  /** Ends without a further answer; after a score the answer given so far stays, as a final `response`. False: the host cancelled the closing. */
  dismiss(reason?: 'close' | 'escape'): boolean;
  /** “Ask me later.” */
  snooze(): boolean;
  /** “Don't ask me again.” For good. */
  optOut(): boolean;
  /** Aborted when the ask ended elsewhere (another tab answered, `reset()`, the host removed it): take the view away. */
  readonly signal: AbortSignal;
}
