import type { AskwellConfig } from './config.js';
import { resolveConfig, type ResolvedConfig } from './resolve.js';

/** The linter with a voice, in a file that nobody fetches without `debug`. */
export type Linter = Pick<typeof import('./say-findings.js'), 'sayFindings'>;

/** The quick check; with `debug` the linter says beside it, in the console, what it thinks of the configuration. */
export function resolveAloud(given: AskwellConfig, fetchLinter: () => Promise<Linter>): ResolvedConfig | undefined {
  const config = resolveConfig(given);
  // Without the linter the survey goes on; its advice is for who looks into the console.
  if (config?.debug)
    fetchLinter().then(
      ({ sayFindings }) => sayFindings(given),
      () => {},
    );
  return config;
}
