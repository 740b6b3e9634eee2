import type { AskwellConfig } from './config.js';
import { either, fill, type Rule } from './check.js';
import * as form from './patterns.js';

type Members = { [key: string]: Rule };

/** The same rule for each of the names. */
const each = (names: string, rule: Rule): Members => Object.fromEntries(names.split(' ').map((name) => [name, rule]));
const byCategory = (rule: Rule): Members => each('detractor passive promoter', rule);

const line =
  (test: (value: string) => boolean) =>
  (value: unknown): boolean =>
    !!fill('', value) && test(value as string);

const address = (value: unknown): boolean =>
  typeof value === 'string' &&
  form.isAddress(value) &&
  !(globalThis.location?.protocol === 'https:' && form.INSECURE.test(value));

const endpoint = (value: unknown): unknown => {
  const copy = fill(
    {
      url: address,
      format: either(form.FORMAT, form.isCode),
      messages: /^(all|responses)$/,
      headers: form.isHeaders,
      credentials: /^(omit|same-origin|include)$/,
      options: form.isData,
    },
    value,
  );
  return (copy.url || form.isCode(copy.format) || form.FORMAT.exec(copy.format)?.[2]) && copy;
};

const link = (value: unknown): unknown => {
  const copy = fill({ href: form.isLink, text: '' }, value);
  return copy.href && copy.text && copy;
};
const thanks = { text: '', link };

const amount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 10_000;
const share = (value: unknown): boolean => amount(value) && (value as number) <= 1;
const trigger = (value: unknown): unknown => {
  const copy = fill(
    { event: '', count: amount, seconds: amount, scroll: share, exit: (on: unknown) => on === true, idle: amount },
    value,
  );
  return /^(event|event,count|count,event|seconds|scroll|exit|idle)$/.test(`${Object.keys(copy)}`) && copy;
};

/** Every key of the configuration, with what its value must be and what it is by default. The schema says the same in zod. */
export const example = {
  survey: 'nps',
  kind: 'relational|transactional|employee',
  product: /^[^]{1,60}$/,
  endpoint: either(address, form.isCode, endpoint),
  user: { id: '', proof: '', createdAt: form.isInstant, lastAskedAt: form.isInstant, traits: form.isData },
  layout: 'corner|bar|modal|inline',
  placement: 'end|start',
  locale: 'auto',
  theme: 'auto|light|dark',
  text: {
    ...each(
      'low high followUp optional reasons contact email emailInvalid send close snooze optOut thanks notSent' +
        ' retry closed undo region scoreLabel',
      '',
    ),
    question: either('', each('relational transactional employee', either('', each('named us', '')))),
    followUpBy: byCategory(''),
  },
  reasons: either(['', 8], byCategory(['', 8])),
  contact: false,
  thanks: either(thanks, byCategory(thanks)),
  when: [trigger, 20],
  where: each('include exclude', [line(form.isPath), 100]),
  throttle: each(
    'firstAskAfterDays minVisits afterAnswerDays afterDismissDays afterSnoozeDays afterIgnoreDays maxIgnores betweenSurveysDays',
    amount,
  ),
  sampling: { rate: 1, holdout: 0, spread: false },
  wave: 'quarter',
  manners: {
    ...each('modal typing media error automation hidden', true),
    busy: line(form.isSelector),
    veto: form.isCode,
  },
  consent: 'granted|required',
  storage: either('local|cookie|memory', form.isStore),
  cookieDomain: line((value) => form.DOMAIN.test(value)),
  context: { url: 'path|full|none', properties: form.isData },
  debug: false,
} satisfies Record<keyof AskwellConfig, Rule>;
