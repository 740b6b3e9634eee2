import * as z from 'zod/mini';
import type { AskwellConfig, Deliver, FormatFunction, HistoryStore } from '../config/config.js';
import * as form from '../config/patterns.js';
import { throttleFor } from '../core/throttle.js';

const told = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

/** A value of a test shared with the quick check; one that the test cannot read is wrong. */
const passing = <T>(test: (value: unknown) => boolean, expected: string) => z.custom<T>((value) => {
  try {
    return test(value);
  } catch {
    return false;
  }
}, { params: { expected } });

const text = (most = 500) => z.string().check(z.minLength(1), z.maxLength(most));
const amount = () => z.number().check(z.gte(0), z.lte(10_000));
const share = () => z.number().check(z.gte(0), z.lte(1));
const code = <T>() => passing<T>(form.isCode, 'a function');
const data = () => passing<Record<string, unknown>>(
  form.isData, 'an object of plain data, at most 4,000 characters as JSON, without the keys __proto__, constructor and prototype',
);
const instant = () => passing<string | number | Date>(form.isInstant, 'a date such as 2026-11-22, epoch milliseconds or a Date, from 1970 on');

/** Whether the page is one that browsers let call TLS only; the same fact that the quick check reads. */
const isSecurePage = () => globalThis.location?.protocol === 'https:';
const address = () => text(Infinity).check(
  z.regex(form.ADDRESS, {
    error: 'must be an http or https address, or a path of this site such as /api/responses, without a password, @, spaces or \\',
    abort: true,
  }),
  z.refine((value) => !(isSecurePage() && form.INSECURE.test(value)), {
    error: 'is mixed content: a page served by https may not send to http; use https',
  }),
);

const byCategory = <T extends z.core.$ZodType>(rule: T) => z.strictObject({
  detractor: z.optional(rule), passive: z.optional(rule), promoter: z.optional(rule),
});
const named = () => z.strictObject({ named: z.optional(text()), us: z.optional(text()) });

const FORMATS = [
  'auto', 'json', 'text', 'form', 'cloudevents', 'segment', 'posthog', 'mixpanel', 'amplitude', 'plausible', 'hubspot', 'supabase',
  'data-layer',
] as const;

const endpointObject = z.strictObject({
  url: told(z.optional(address()), 'Where answers go. Formats of vendors with one public address know it themselves.'),
  format: told(z.optional(z.union([z.enum(FORMATS), code<FormatFunction>()])), 'The shape of the request; `auto` by default.'),
  messages: told(
    z.optional(z.enum(['all', 'responses'])),
    '`responses` leaves out `asked`, `dismissed`, `snoozed` and `opted-out`. `all` by default; `responses` for `form` and `hubspot`.',
  ),
  headers: told(
    z.optional(passing<Record<string, string>>(form.isHeaders, 'an object of HTTP header names and values')),
    'Sent along. A header beyond the simple ones costs a preflight to another origin.',
  ),
  credentials: told(z.optional(z.enum(['omit', 'same-origin', 'include'])), 'Cookies are never sent unless this says so.'),
  options: told(z.optional(data()), 'What a vendor’s format needs besides the address: write key, token, project, form.'),
}).check((payload) => {
  const { url, format } = payload.value;
  if (payload.issues.length || url || typeof format === 'function' || form.FORMAT.exec(format ?? '')?.[2]) return;
  payload.issues.push({
    code: 'custom', path: ['url'], input: payload.value,
    message: `is missing; the format '${format ?? 'auto'}' needs an address`,
  });
});

const link = z.strictObject({
  href: text(Infinity).check(z.regex(form.LINK, { error: 'must be an https: or mailto: address, without spaces or \\' })),
  text: text(),
});
const thanks = z.strictObject({
  text: z.optional(text()), link: told(z.optional(link), '`{href, text}`; https or mailto.'),
});

const trigger = z.strictObject({
  event: told(z.optional(text()), 'The name given to `track`.'),
  count: told(z.optional(amount()), 'From which occurrence in this page on; 1 by default. Only with `event`.'),
  seconds: told(z.optional(amount()), 'On the page; only while it is visible.'),
  scroll: told(z.optional(share()), 'Share of the way to the end.'),
  exit: told(z.optional(z.literal(true)), 'The pointer leaves over the upper edge.'),
  idle: told(z.optional(amount()), 'Seconds without input.'),
}).check((payload) => {
  const { count, ...one } = payload.value;
  const names = Object.keys(one);
  if (payload.issues.length || (names.length === 1 && (one.event || count === undefined))) return;
  payload.issues.push({
    code: 'custom', path: names.length === 1 ? ['count'] : [], input: payload.value,
    message: names.length === 1 ? 'only an event has a count; leave it out'
      : `must have exactly one of event, seconds, scroll, exit and idle, not ${names.length ? names.join(' and ') : 'none'}`,
  });
});

const words = (description: string) => told(z.optional(text()), description);
const relational = throttleFor('relational');
const transactional = throttleFor('transactional');
/** A number of days or times with its default, which may differ by kind. */
const rest = (key: keyof typeof relational, description: string) => told(
  z.optional(amount()),
  `${description} Default ${relational[key]}`
    + `${transactional[key] === relational[key] ? '' : `; ${transactional[key]} for \`transactional\``}.`,
);
const manner = (description: string) => told(z._default(z.boolean(), true), description);

/**
 * The configuration as a zod schema: types, defaults and documentation of every key. `docs/configuration.md` is made from it,
 * and the quick check in the page agrees with it on every value.
 */
export const configSchema = z.strictObject({
  survey: told(z._default(text(), 'nps'), 'Id of this survey; history and wave hang on it.'),
  kind: told(
    z._default(z.enum(['relational', 'transactional', 'employee']), 'relational'),
    'Picks the wording, and for `employee` the privacy rules: no person, no context, no contact, the day instead of the instant.',
  ),
  product: told(z.optional(text(60)), 'What is recommended. Without it the question says “us”.'),
  endpoint: told(
    z.optional(z.union([address(), endpointObject, code<Deliver>()])),
    'Where answers go: an address, an object, or a function `(message) => Promise`. Without it there are only events.',
  ),
  user: told(z.optional(z.strictObject({
    id: told(z.optional(text()), 'Your id of the person. Only a hash of it is stored in the browser.'),
    proof: told(z.optional(text()), 'Hex HMAC-SHA-256 of `id`, made by your backend, for a collector with an identity secret.'),
    createdAt: told(z.optional(instant()), 'When the person’s account was made. ISO 8601, epoch milliseconds or a Date.'),
    lastAskedAt: told(z.optional(instant()), 'When you last asked this person on any device.'),
    traits: told(z.optional(data()), 'Sent with the answer, e.g. the plan. Plain data, at most 4,000 characters as JSON.'),
  })), 'Who is signed in; anonymous without it.'),
  layout: told(z._default(z.enum(['corner', 'bar', 'modal', 'inline']), 'corner'), 'How the question stands on the page.'),
  placement: told(z._default(z.enum(['end', 'start']), 'end'), 'On which side, in reading direction.'),
  locale: told(
    z._default(text(), 'auto'),
    'BCP 47 tag. `auto`: `lang` of the element, then of the page, then the browser’s.',
  ),
  theme: told(z._default(z.enum(['auto', 'light', 'dark']), 'auto'), 'Colours; `auto` follows the page and the system.'),
  text: told(z.optional(z.strictObject({
    question: told(
      z.optional(z.union([text(), z.strictObject({
        relational: z.optional(z.union([text(), named()])),
        transactional: z.optional(z.union([text(), named()])),
        employee: z.optional(z.union([text(), named()])),
      })])),
      'One sentence, or one by kind, or by kind the pair `named` (with `{product}`) and `us`.',
    ),
    low: words('Label of 0.'),
    high: words('Label of 10.'),
    followUp: words('The follow-up for everybody.'),
    followUpBy: told(z.optional(byCategory(text())), 'Follow-ups by category.'),
    optional: words('Beside a field that may stay empty.'),
    reasons: words('Heading of the reasons.'),
    contact: words('Asks whether you may write back.'),
    email: words('Label of the address.'),
    emailInvalid: words('Said of an address that is none.'),
    send: words('Button.'),
    close: words('Button.'),
    snooze: words('Button.'),
    optOut: words('Button.'),
    thanks: words('Said when the answer is kept.'),
    notSent: words('Said while the answer is neither kept nor sent.'),
    retry: words('Button.'),
    closed: words('Said after closing, beside the way back.'),
    undo: words('Button.'),
    region: words('Name of the whole for assistive technology.'),
    scoreLabel: words('`{score}, {label}`; begins with the number.'),
  })), 'Your own words in place of the language’s. Held to neutrality by the linter.'),
  reasons: told(
    z.optional(z.union([z.array(text()).check(z.maxLength(8)), byCategory(z.array(text()).check(z.maxLength(8)))])),
    'Up to 8 chips above the comment, the same for all or by category.',
  ),
  contact: told(z._default(z.boolean(), false), 'Offers “may we contact you about this?”, unticked, with an address.'),
  thanks: told(
    z.optional(z.union([thanks, byCategory(thanks)])),
    '`{text, link: {href, text}}`, the same for all or by category. Different offers by category draw a warning.',
  ),
  when: told(
    z._default(z.array(trigger).check(z.maxLength(20)), []),
    'Triggers, any one of which fires. `[{seconds: 20}]` for the script tag; `[]`, at once, for the element.',
  ),
  where: told(z.optional(z.strictObject({
    include: told(z.optional(z.array(text()).check(z.maxLength(100))), 'Paths that may ask; all when left out or empty.'),
    exclude: told(z.optional(z.array(text()).check(z.maxLength(100))), 'Paths that may not.'),
  })), 'Paths with `*` and `:name`, as in `URLPattern`.'),
  throttle: told(z.optional(z.strictObject({
    firstAskAfterDays: rest('firstAskAfterDays', 'Days since first seen, or since `user.createdAt`.'),
    minVisits: rest('minVisits', 'Visits, 30 minutes apart.'),
    afterAnswerDays: rest('afterAnswerDays', 'Days after an answer; a score counts as one, with or without a comment.'),
    afterDismissDays: rest('afterDismissDays', 'Days after the question was closed.'),
    afterSnoozeDays: rest('afterSnoozeDays', 'Days after “ask me later”.'),
    afterIgnoreDays: rest('afterIgnoreDays', 'Days after the question was shown and never touched.'),
    maxIgnores: rest('maxIgnores', 'So often ignored counts as closed.'),
    betweenSurveysDays: rest('betweenSurveysDays', 'Days since an ask of a different survey of this origin.'),
  })), 'How seldom one person is asked.'),
  sampling: told(z.prefault(z.strictObject({
    rate: told(z._default(share(), 1), 'Share of people who are asked in a wave; raising it only adds people.'),
    holdout: told(z._default(share(), 0), 'Share of people who are never asked.'),
    spread: told(z._default(z.boolean(), false), 'Gives each person one due day in the wave.'),
  }), {}), 'Whom to ask.'),
  wave: told(z._default(text(), 'quarter'), '`quarter`, `half`, `year`, or a name of your own for this round.'),
  manners: told(z.prefault(z.strictObject({
    modal: manner('Waits while a modal dialog is open.'),
    typing: manner('Waits while somebody types.'),
    media: manner('Waits while sound or film plays.'),
    error: manner('Waits for half a minute after an error on the page.'),
    automation: manner('Never asks a browser that is driven by a program.'),
    hidden: manner('Waits while the page is hidden.'),
    busy: told(z.optional(text()), 'CSS selector: waits while anything matches.'),
    veto: told(z.optional(code<() => boolean>()), 'Waits while it returns true.'),
  }), {}), 'When not to disturb.'),
  consent: told(
    z._default(z.enum(['granted', 'required']), 'granted'),
    '`required`: nothing is stored and nobody is asked until `consent(\'granted\')` is called.',
  ),
  storage: told(
    z._default(z.union([z.enum(['local', 'cookie', 'memory']), passing<HistoryStore>(form.isStore, 'an object with read and merge')]), 'local'),
    'Where the history is kept. `{read(key), merge(key, history)}` is your own, e.g. across devices; both may be async.',
  ),
  cookieDomain: told(z.optional(text()), 'Shares the cookie between subdomains; with `storage: \'cookie\'`.'),
  context: told(z.prefault(z.strictObject({
    url: told(z._default(z.enum(['path', 'full', 'none']), 'path'), 'What is sent of the address. Query and hash only with `full`.'),
    properties: told(z.optional(data()), 'Sent with every answer. Plain data, at most 4,000 characters as JSON.'),
  }), {}), 'What is sent besides the answer.'),
  debug: told(z._default(z.boolean(), false), 'Says every decision in the console, and what the linter finds.'),
} satisfies Record<keyof AskwellConfig, unknown>);

/** Paths of values that keep their identity or are read by a test of their own. */
export const KEPT = /^(storage|user\.(createdAt|lastAskedAt|traits)|context\.properties|endpoint\.(headers|options))$/;
