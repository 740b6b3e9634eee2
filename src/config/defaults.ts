import type { QuickConfig } from './quick.js';
import type { ResolvedConfig } from './resolve.js';

/**
 * What a glance has passed, with the defaults that it had no use for. Where a reader of the configuration takes what is absent as
 * the default, it stays absent: this is for the script tag, where each of them is paid for.
 */
export const withDefaults = (config: QuickConfig): ResolvedConfig =>
  ({ layout: 'corner', context: { url: 'path' }, ...config }) as ResolvedConfig;
