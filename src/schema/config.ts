import * as z from 'zod/mini';
import type { AskwellConfig, HistoryStore, User } from '../config/config.js';
import { DOMAIN, isStore } from '../config/patterns.js';
import { endpoint } from './config-endpoint.js';
import { manners, sampling, throttle, when, where } from './config-moments.js';
import { reasons, text, thanks } from './config-words.js';
import { always, data, instant, maybe, passing, text as line, usually } from './values.js';

const user = maybe(
  z.strictObject({
    id: maybe(line(), 'Your id of the person. Only a hash of it is stored in the browser.'),
    proof: maybe(line(), 'Hex HMAC-SHA-256 of `id`, made by your backend, for a collector with an identity secret.'),
    createdAt: maybe(instant(), 'When the person’s account was made. ISO 8601, epoch milliseconds or a Date.'),
    lastAskedAt: maybe(instant(), 'When you last asked this person on any device.'),
    traits: maybe(data(), 'Sent with the answer, e.g. the plan. Plain data, at most 4,000 characters as JSON.'),
  } satisfies Record<keyof User, unknown>),
  'Who is signed in; anonymous without it.',
);

const storage = usually(
  z.union([z.enum(['local', 'cookie', 'memory']), passing<HistoryStore>(isStore, 'an object with read and merge')]),
  'local',
  'Where the history is kept. `{read(key), merge(key, history)}` is your own, e.g. across devices; both may be async.',
);

const context = always(
  z.strictObject({
    url: usually(
      z.enum(['path', 'full', 'none']),
      'path',
      'What is sent of the address. Query and hash only with `full`.',
    ),
    properties: maybe(data(), 'Sent with every answer. Plain data, at most 4,000 characters as JSON.'),
  }),
  'What is sent besides the answer.',
);

/**
 * The configuration as a zod schema: types, defaults and documentation of every key. `docs/configuration.md` is made from it,
 * and the quick check in the page agrees with it on every value.
 */
export const configSchema = z.strictObject({
  survey: usually(line(), 'nps', 'Id of this survey; history and wave hang on it.'),
  kind: usually(
    z.enum(['relational', 'transactional', 'employee']),
    'relational',
    'Picks the wording, and for `employee` the privacy rules: no person, no context, no contact, the day instead of the instant.',
  ),
  product: maybe(line(60), 'What is recommended. Without it the question says “us”.'),
  endpoint,
  user,
  layout: usually(z.enum(['corner', 'bar', 'modal', 'inline']), 'corner', 'How the question stands on the page.'),
  placement: usually(z.enum(['end', 'start']), 'end', 'On which side, in reading direction.'),
  locale: usually(line(), 'auto', 'BCP 47 tag. `auto`: `lang` of the element, then of the page, then the browser’s.'),
  theme: usually(z.enum(['auto', 'light', 'dark']), 'auto', 'Colours; `auto` follows the page and the system.'),
  text,
  reasons,
  contact: usually(z.boolean(), false, 'Offers “may we contact you about this?”, unticked, with an address.'),
  thanks,
  when,
  where,
  throttle,
  sampling,
  wave: usually(line(), 'quarter', '`quarter`, `half`, `year`, or a name of your own for this round.'),
  manners,
  consent: usually(
    z.enum(['granted', 'required']),
    'granted',
    "`required`: nothing is stored and nobody is asked until `consent('granted')` is called.",
  ),
  storage,
  cookieDomain: maybe(
    line().check(z.regex(DOMAIN, { error: 'must be a domain such as shop.example' })),
    "Shares the cookie between subdomains; with `storage: 'cookie'`.",
  ),
  context,
  debug: usually(z.boolean(), false, 'Says every decision in the console, and what the linter finds.'),
} satisfies Record<keyof AskwellConfig, unknown>);

/** Paths of values that keep their identity or are read by a test of their own. */
export const KEPT = /^(storage|user\.(createdAt|lastAskedAt|traits)|context\.properties|endpoint\.(headers|options))$/;
