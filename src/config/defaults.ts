import { throttleFor } from '../core/throttle.js';
import type { QuickConfig } from './quick.js';
import type { ResolvedConfig } from './resolve.js';

/**
 * What a glance has passed, with the defaults that it had no use for. Where a reader of the configuration takes what is absent as
 * the default, it stays absent: this is for the script tag, where each of them is paid for.
 */
export const withDefaults = (config: QuickConfig): ResolvedConfig =>
  ({
    kind: 'relational',
    consent: 'granted',
    storage: 'local',
    layout: 'corner',
    wave: 'quarter',
    context: { url: 'path' },
    ...config,
    throttle: throttleFor(config.kind, config.throttle),
    sampling: { rate: 1, holdout: 0, spread: false, ...config.sampling },
  }) as ResolvedConfig;
