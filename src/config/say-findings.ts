import type { AskwellConfig } from './config.js';
import { lint } from './lint.js';

/** The last configuration of each survey of this page: they are held against each other as well. */
const surveys = new Map<string, AskwellConfig>();
/** An element renders its configuration again and again; what was said once is known. */
const said = new Set<string>();

/** Says in the console what the linter finds, an error as an error and a warning as a warning, each once in a page view. */
export function sayFindings(config: AskwellConfig): void {
  surveys.set(config?.survey ?? 'nps', config);
  const names = [...surveys.keys()];
  for (const { level, code, path, message, source } of lint([...surveys.values()])) {
    const [, k, key] = /^\[(\d+)]\.(.*)$/.exec(path)!;
    const line = `[askwell] ${names[Number(k)]}: ${key} ${message} (${code}). Source: ${source}`;
    if (said.has(line)) continue;
    said.add(line);
    console[level === 'error' ? 'error' : 'warn'](line);
  }
}
