import type { Ask, Kept, Shown } from '../../src/asking/ask.js';
import type { AskwellConfig } from '../../src/config/config.js';
import type { Category } from '../../src/core/category.js';

/** An ask that writes down every call, in the form `score(9)`. */
export interface RecordedAsk extends Ask {
  readonly calls: string[];
  /** What the view said that the person sees. */
  seen?: Shown;
  /** Ends the ask from outside. */
  abort(): void;
}

/** How the recorder answers: `kept` what becomes of the answer, `stays` that a host cancels every closing. */
export interface Script {
  prefill?: number;
  preview?: boolean;
  kept?: () => Promise<Kept>;
  stays?: boolean;
  kind?: Ask['kind'];
}

export function recordAsk(config: AskwellConfig = {}, script: Script = {}): RecordedAsk {
  const {
    prefill,
    preview = false,
    kept = async () => 'durable',
    stays = false,
    kind = config.kind ?? 'relational',
  } = script;
  const controller = new AbortController();
  const calls: string[] = [];
  const note = <T>(name: string, value: unknown, result: T): T => {
    calls.push(`${name}(${value === undefined ? '' : JSON.stringify(value)})`);
    return result;
  };
  return {
    id: 'ask-1',
    kind,
    config,
    preview,
    calls,
    signal: controller.signal,
    ...(prefill !== undefined && { prefill }),
    shown(what) {
      note('shown', undefined, undefined);
      this.seen = what as Shown;
    },
    score: (value) => note<Category>('score', value, value > 8 ? 'promoter' : value > 6 ? 'passive' : 'detractor'),
    reasons: (list) => note('reasons', list, undefined),
    comment: (text) => note('comment', text, undefined),
    contact: (permission) => note('contact', permission, undefined),
    submit: () => note('submit', undefined, kept()),
    dismiss: (reason = 'close') => note('dismiss', reason, !stays),
    reopen: () => note('reopen', undefined, true),
    snooze: () => note('snooze', undefined, !stays),
    optOut: () => note('optOut', undefined, !stays),
    abort: () => controller.abort(),
  };
}
