import type { AskerPorts } from './asker.js';
import type { AskwellConfig } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Decision } from '../core/decision.js';
import type { Emit } from './events.js';
import type { Office } from './office.js';
import type { Presence } from './presence.js';

/** One right configuration at work on one page. What changes who is here, or what they allow, is called one after the other. */
export interface Session {
  /** What is known of the person has been read. */
  began?: Promise<void>;
  track(event: string): void;
  identify(who: Pick<Presence, 'user' | 'isKnown'>): void;
  /** Who was asked is gone, and shall not be answered for. */
  leave(): void;
  /** From now on nothing is stored and nobody asked; `consent('denied')` erases, then, what was stored. */
  withdraw(): void;
  /** Carries out the last word of the presence; nothing if there was a later one than this. */
  consent(state: 'granted' | 'denied'): Promise<void>;
  ask(): Promise<Decision>;
  explain(): Promise<Decision>;
  office(): Promise<Office>;
  erase(): Promise<void>;
  /** An ask is open. */
  readonly busy: boolean;
  stop(): void;
}

/** What a session works with. */
export interface SessionPorts {
  config: ResolvedConfig;
  /** As it was given. */
  wanted: AskwellConfig;
  presence: Presence;
  ports: AskerPorts;
  emit: Emit;
  /** An ask has ended. */
  onIdle(): void;
}
