import type { Category } from '../core/category.js';
import type { Decision } from '../core/decision.js';
import type { Message } from '../core/message.js';
import type { Ask, DismissReason } from './ask.js';

/** What each event carries. The same fields stand on the event itself and, for frameworks that look there, in `detail`. */
export interface AskwellEventFields {
  /** A decision was taken: every gate, whether or not somebody is asked. */
  'askwell-decision': Decision;
  /** Before the question is shown; `preventDefault()` gives the ask back as if it had never been. */
  'askwell-ask': { ask: Ask };
  /** The question became visible. */
  'askwell-shown': { id: string };
  /** A score was given or changed. */
  'askwell-score': { id: string; score: number; category: Category };
  /** The answer is complete. */
  'askwell-response': { message: Message };
  /** About to end without a further answer; `preventDefault()` keeps it open. */
  'askwell-dismiss': { id: string; reason: DismissReason };
  /** What became of one message on its way. */
  'askwell-delivery': {
    id: string;
    revision: number;
    /** `failed`: a dead letter, or given up for want of room; `retryFailed()` sends dead letters again. */
    status: 'delivered' | 'waiting' | 'failed';
    /** The HTTP status, `no reply`, or `no room`. Absent when delivered. */
    reason?: string;
  };
  /** The configuration is wrong, and nobody is asked; or the endpoint is. Each with the place and the mend. */
  'askwell-error': { errors: string[] };
}

export type AskwellEventName = keyof AskwellEventFields;

/** An event of askwell. Bubbles and is composed, so that one listener on `document` hears every survey of a page. */
export class AskwellEvent<Name extends AskwellEventName = AskwellEventName> extends Event {
  // Declared only: a real field would be lowered for the script tag, and the helpers for that cost more than the class.
  declare readonly detail: AskwellEventFields[Name];

  constructor(type: Name, detail: AskwellEventFields[Name]) {
    super(type, { bubbles: true, composed: true, cancelable: /(ask|dismiss)$/.test(type) });
    this.detail = detail;
    Object.assign(this, detail);
  }
}

/** For `addEventListener`: the type of each event by its name. */
export type AskwellEventMap = { [Name in AskwellEventName]: AskwellEvent<Name> & AskwellEventFields[Name] };

/** Sends one event out; false when a listener cancelled it. */
export type Emit = <Name extends AskwellEventName>(type: Name, detail: AskwellEventFields[Name]) => boolean;

declare global {
  interface GlobalEventHandlersEventMap extends AskwellEventMap {}
}
