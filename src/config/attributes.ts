import type { AskwellConfig } from './config.js';

/** `data-` names that tag managers, caches and consent tools put on any script tag. */
const FOREIGN = /^(c[fm]|cookie(?!D)|no|ot|pagespeed|rocket|turbo|uc|usercentrics|wp)/;

/** Keys with members, and those whose members are single words. */
const OBJECT =
  /^(endpoint|reasons|thanks|link|detractor|passive|promoter|user|text|question|followUpBy|where|throttle|sampling|manners|context)([A-Z])(.*)/;

/** Text even where it looks like a number. */
const TEXT = /^(survey|product|endpoint.*|locale|wave|cookieDomain|user(Id|Proof)|text.*|thanks.*)$/;

/** Numbers, booleans, lists and objects are JSON; what cannot be read stays text, for the check to name. */
const read = (name: string, text: string): unknown => {
  const isText = TEXT.test(name) && !/^[[{]/.test(text);
  // `data-debug` by itself switches it on.
  if (isText || !text) return isText ? text : true;
  try {
    return +text || JSON.parse(text);
  } catch {
    return text;
  }
};

/** Puts the value where the words lead. */
function put(members: any, name: string, value: unknown): unknown {
  const [, key = name, initial, rest] = OBJECT.exec(name) ?? [];
  const before = members[key];
  // An address alone is short for an endpoint with that `url`.
  members[key] = initial
    ? put(typeof before === 'string' ? { url: before } : { ...before }, initial.toLowerCase() + rest, value)
    : value;
  return members;
}

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
  // The shorter first: `endpoint` before `endpoint-format`.
  for (const name of Object.keys(own).sort((a, b) => a.length - b.length))
    if (!FOREIGN.test(name)) put(members, name, read(name, own[name]));
  return members;
}
