import type { AskwellConfig } from '../config/config.js';
import { resolveConfig } from '../config/resolve.js';
import { configIssues } from './explain.js';
import type { Issue } from '../config/plain.js';

/**
 * Is this a configuration? Never throws.
 *
 * @returns the configuration with its defaults, or every fault with its path and the mend in words.
 */
export function checkConfig(value: unknown): { ok: true; config: AskwellConfig } | { ok: false; issues: Issue[] } {
  const issues = configIssues(value);
  const config = issues.length ? undefined : resolveConfig(value);
  return config ? { ok: true, config } : { ok: false, issues };
}
