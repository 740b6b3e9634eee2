import type { AskwellConfig } from './config.js';

/** `data-` names that tag managers, caches and consent tools put on any script tag. */
const FOREIGN = /^(c[fm]|cookie(?!D)|no|ot|pages|rock|turbo|uc|userc|wp)/;

/** Keys with members. Where those have members again, their names are left as they are (`unfoldNames` follows them). */
const OBJECT = /^(endpoint|reasons|thanks|user|text|where|throttle|sampling|manners|context)([A-Z])(.*)/;

/** Keys whose values are numbers or switches; all others are text, also where that looks like a number. */
const NO_TEXT = /^(throttle|sampling|manners|contact|debug|user[CL])/;

/** Numbers, booleans, lists and objects are JSON; what cannot be read stays text, for the check to name. */
const read = (name: string, text: string): unknown => {
  try {
    // `data-debug` by itself switches it on.
    return NO_TEXT.test(name) || /^\s*[[{]/.test(text) ? !text || +text || JSON.parse(text) : text;
  } catch {
    return text;
  }
};

/**
 * The configuration in the attributes of a script tag: `data-throttle-after-answer-days="90"`, over the JSON of `data-config`.
 * `data` is the tag's `dataset`, which has made capitals of the dashes. Nothing is checked here: an attribute that is unknown
 * becomes an unknown key, and a `data-config` that is not JSON becomes the key `config`, so that the check refuses them by name.
 */
export function readAttributes(data?: Record<string, string | undefined>): AskwellConfig {
  // Without prototypes, in which a page may have put what is ours to ask for.
  const { config = '{}', ...own }: any = { __proto__: null, ...data };
  const whole = read('config', config);
  const members: any = { __proto__: null, ...(typeof whole === 'object' ? whole : { config }) };
  // `endpoint` before `endpoint-format`.
  // oxlint-disable-next-line typescript/require-array-sort-compare -- all are strings.
  for (const name of Object.keys(own).sort()) {
    const [, key = name, initial, rest] = OBJECT.exec(name) ?? [];
    const before = members[key];
    const value = read(name, own[name]);
    if (!FOREIGN.test(name))
      members[key] = initial
        ? // An address alone is short for an endpoint with that `url`.
          { ...(typeof before === 'string' ? { url: before } : before), [initial.toLowerCase() + rest]: value }
        : value;
  }
  return members;
}
