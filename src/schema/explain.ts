import { configSchema, KEPT } from './config.js';
import { jsonFault } from './json-fault.js';
import { keysOf } from './paths.js';
import { plain, type Issue } from '../config/plain.js';
import { inWords } from './words.js';

const paths = keysOf(configSchema).map(({ path }) => path);

/** A text that was meant to be JSON, as attributes have it. */
function brokenJson(path: string, value: unknown): string {
  const fault = typeof value === 'string' && /^\s*[[{]/.test(value) && jsonFault(value);
  return fault ? `${path}: is not JSON: mend line ${fault.line}, column ${fault.column}` : '';
}

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<any>((inner, key) => inner?.[key], value);

/** Every fault of a configuration, each with its path and the mend in words. Empty for a right one. Never throws. */
export function configIssues(input: unknown): Issue[] {
  const { value = {}, issues } = plain(input, (path) => KEPT.test(path));
  if (issues.length) return issues;
  try {
    const result = configSchema.safeParse(value);
    return result.success ? [] : inWords(result.error.issues, value, paths);
  } catch {
    // A page can alter what every object inherits so that nothing more can be written on any.
    return [{ path: '', message: 'cannot be explained, because Object.prototype has been altered on this page' }];
  }
}

/**
 * What is wrong with a configuration, one line for each fault: `throttle.afterAnwserDays: no such key; did you mean
 * afterAnswerDays?` Empty for a right one. Never throws.
 */
export function explainConfig(input: unknown): string[] {
  const { value } = plain(input);
  return configIssues(input).map(({ path, message }) => {
    const text = valueAt(value, path);
    // Attributes that are not JSON arrive as the text that they are.
    if (path === 'config' && typeof text === 'string') {
      return brokenJson('data-config', text) || 'data-config: must be an object in JSON';
    }
    return brokenJson(path, text) || (path ? `${path}: ${message}` : `The configuration ${message}`);
  });
}
