import { throttleFor } from '../core/throttle.js';
import { fill } from './check.js';
import type { AskwellConfig, Manners, Throttle } from './config.js';
import { example } from './example.js';

type Given =
  | 'survey'
  | 'kind'
  | 'layout'
  | 'placement'
  | 'locale'
  | 'theme'
  | 'contact'
  | 'when'
  | 'sampling'
  | 'wave'
  | 'consent'
  | 'storage'
  | 'context'
  | 'debug';

/**
 * A right configuration with every default in its place. Objects in it have no prototype, so that what is absent stays absent
 * on a page that has polluted `Object.prototype`; copy them with `{ __proto__: null, ...one }` where that matters.
 */
export type ResolvedConfig = Omit<AskwellConfig, Given> &
  Required<Pick<AskwellConfig, Exclude<Given, 'sampling' | 'context'>>> & {
    throttle: Throttle;
    sampling: { rate: number; holdout: number; spread: boolean };
    manners: Manners;
    context: { url: 'path' | 'full' | 'none'; properties?: Record<string, unknown> };
  };

/**
 * The quick check: the configuration with its defaults, or undefined when any key, type or range of it is wrong, at any depth.
 * Which and why, says `explainConfig`. Never throws, whatever it is given. `undefined` is the configuration of defaults.
 */
export function resolveConfig(input?: unknown): ResolvedConfig | undefined {
  try {
    const config = fill(example, input);
    config.throttle = throttleFor(config.kind, config.throttle);
    config.storage ??= 'local';
    config.when ??= [];
    return config;
  } catch {
    return undefined;
  }
}
