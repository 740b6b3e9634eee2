import type { AskwellConfig } from './config.js';
import { example } from './example.js';

/** `data-` names that tag managers, caches and consent tools put on any script tag. */
const FOREIGN = /^(c[fm]|cookie(?!-d)|no|ot|pagespeed|rocket|turbo|uc|usercentrics|wp)/;

/** `after-answer-days` → `afterAnswerDays` */
const camel = (words: string[]): string =>
  words.join('-').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Numbers, booleans, lists and objects are JSON; what cannot be read stays text, for the check to name. */
const read = (rule: any, text: string): unknown => {
  if (rule === !!rule && !text) return true;
  try {
    return typeof rule === 'string' || rule?.test ? text : +text || JSON.parse(text);
  } catch {
    return text;
  }
};

/** Puts the value where the words lead: the longest known key first, or the next word where the keys are not known. */
function put(members: any, rule: any, words: string[], text: string): unknown {
  let n = typeof rule === 'object' ? words.length : 1;
  while (n > 1 && !Object.hasOwn(rule, camel(words.slice(0, n)))) n--;
  if (n < 2 && typeof rule === 'object' && !Object.hasOwn(rule, words[0]!)) n = words.length;
  const key = camel(words.slice(0, n));
  const inner = rule?.[key];
  const before = members[key];
  members[key] =
    n < words.length
      ? // An address alone is short for an endpoint with that `url`.
        put(typeof before === 'string' ? { url: before } : { ...before }, inner, words.slice(n), text)
      : read(inner, text);
  return members;
}

/**
 * The configuration in the attributes of a script tag: `data-throttle-after-answer-days="90"`, over the JSON of `data-config`.
 * Nothing is checked here: an attribute that is unknown becomes an unknown key, and a `data-config` that is not JSON becomes the
 * key `config`, so that the check refuses them by name.
 */
export function readAttributes(attributes: Iterable<{ name: string; value: string }> = []): AskwellConfig {
  let config: any = {};
  const own = [...attributes].map(({ name, value }) => [/^data-(.+)/.exec(name)?.[1] ?? '', value] as const);
  // The shorter first: `endpoint` before `endpoint-format`.
  for (const [name, value] of own.sort(([a], [b]) => +(b === 'config') - +(a === 'config') || a.length - b.length)) {
    if (name === 'config') {
      const whole = read(0, value);
      config = typeof whole === 'object' ? { ...whole } : { config: value };
    } else if (name && !FOREIGN.test(name)) put(config, example, name.split('-'), value);
  }
  return config;
}
