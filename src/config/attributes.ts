import type { AskwellConfig } from './config.js';

/** `data-` names that tag managers, caches and consent tools put on any script tag. */
const FOREIGN = /^(c[fm]|cookie(?!-d)|no|ot|pagespeed|rocket|turbo|uc|usercentrics|wp)/;

/** Keys with members, and those whose members are single words. */
const OBJECT =
  /^(endpoint|reasons|thanks|link|detractor|passive|promoter|user|text|where|throttle|sampling|manners|context)-(.+)/;

/** Text even where it looks like a number. */
const TEXT = /^(survey|product|endpoint.*|locale|wave|cookie-domain|user-(id|proof)|text-.*|thanks-.*)$/;

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
  const [, head, rest] = OBJECT.exec(name) ?? [];
  const key = (head ?? name).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const before = members[key];
  // An address alone is short for an endpoint with that `url`.
  members[key] = rest ? put(typeof before === 'string' ? { url: before } : { ...before }, rest, value) : value;
  return members;
}

/**
 * The configuration in the attributes of a script tag: `data-throttle-after-answer-days="90"`, over the JSON of `data-config`.
 * Nothing is checked here: an attribute that is unknown becomes an unknown key, and a `data-config` that is not JSON becomes the
 * key `config`, so that the check refuses them by name.
 */
export function readAttributes(attributes: Iterable<{ name: string; value: string }> = []): AskwellConfig {
  let config: any = {};
  const own = Array.from(attributes, ({ name, value }) => [/^data-(.+)/.exec(name)?.[1] ?? '', value] as const);
  // The shorter first: `endpoint` before `endpoint-format`.
  for (const [name, value] of own.sort(([a], [b]) => +(b === 'config') - +(a === 'config') || a.length - b.length)) {
    if (name === 'config') {
      const whole = read(name, value);
      config = typeof whole === 'object' ? { ...whole } : { config: value };
    } else if (name && !FOREIGN.test(name)) put(config, name, read(name, value));
  }
  return config;
}
