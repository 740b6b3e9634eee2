import { throttleFor } from '../core/throttle.js';
import type { AskwellConfig } from './config.js';
import { fit } from './lint/fit.js';
import { starvedBy, starving, tooOften } from './lint/frequency.js';
import { identity } from './lint/identity.js';
import { offers } from './lint/offers.js';
import { unreachable } from './lint/reach.js';
import { textOf, type Finding, type LintRule, type Subject } from './lint/rule.js';
import { secrets } from './lint/secrets.js';
import { wording } from './lint/wording.js';
import { plain } from './plain.js';

export type { Finding } from './lint/rule.js';

const RULES: readonly LintRule[] = [wording, offers, tooOften, starving, unreachable, secrets, identity, fit];

/** No text of a right configuration is longer; the patterns need not be quick on any other. */
const LONGEST = 500;

/** Everything under a path that is text, with its path. */
function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value.slice(0, LONGEST) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
}

function subjectOf(input: unknown): Subject {
  const { value } = plain(input, (path) => path === 'storage');
  const config = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as Record<
    string,
    any
  >;
  const given = Object.entries(config['throttle'] ?? {}).filter(([, days]) => typeof days === 'number');
  const texts = ['product', 'text', 'reasons', 'thanks']
    .flatMap((key) => textsIn(config[key], key))
    .filter(({ path }) => !path.endsWith('.href'));
  return {
    config,
    kind: textOf(config['kind']),
    throttle: throttleFor(config['kind'], Object.fromEntries(given)),
    texts,
  };
}

/**
 * Is the survey neutral, can it ask anybody, and does it keep its secrets? Every finding names its source. It looks at meaning,
 * not at form: for wrong keys and types see `explainConfig`. Never throws.
 *
 * @param config one configuration, or those of all surveys of one origin, which are then held against each other as well; then
 *   paths begin with the place in the list, `[1].throttle`.
 */
export function lint(config: AskwellConfig | readonly AskwellConfig[]): Finding[] {
  if (!Array.isArray(config)) {
    const subject = subjectOf(config);
    return RULES.flatMap((rule) => rule(subject));
  }
  const each = config.flatMap((one, index) =>
    lint(one).map((finding) => ({ ...finding, path: `[${index}].${finding.path}` })),
  );
  return [...each, ...starvedBy(config.map(subjectOf))];
}
