import * as z from 'zod/mini';
import { isLink } from '../config/patterns.js';
import type { Messages } from '../locales/messages.js';
import { byCategory, holds, maybe, text as line } from './values.js';

const words = (description: string) => maybe(line(), description);
const pair = z.strictObject({ named: z.optional(line()), us: z.optional(line()) });
const sentence = z.union([line(), pair]);

export const text = maybe(
  z.strictObject({
    question: maybe(
      z.union([
        line(),
        z.strictObject({
          relational: z.optional(sentence),
          transactional: z.optional(sentence),
          employee: z.optional(sentence),
        }),
      ]),
      'One sentence, or one by kind, or by kind the pair `named` (with `{product}`) and `us`.',
    ),
    low: words('Label of 0.'),
    high: words('Label of 10.'),
    followUp: words('The follow-up for everybody.'),
    followUpBy: maybe(byCategory(line()), 'Follow-ups by category.'),
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
  } satisfies Record<Exclude<keyof Messages, 'locale' | 'dir'>, unknown>),
  'Your own words in place of the language’s. Held to neutrality by the linter.',
);

const chips = z.array(line()).check(z.maxLength(8));
export const reasons = maybe(
  z.union([chips, byCategory(chips)]),
  'Up to 8 chips above the comment, the same for all or by category.',
);

const link = z.strictObject({
  href: line(Infinity).check(
    z.refine(holds(isLink), { error: 'must be an https: or mailto: address, without spaces or \\' }),
  ),
  text: line(),
});
const farewell = z.strictObject({ text: z.optional(line()), link: maybe(link, 'To an https: or mailto: address.') });
export const thanks = maybe(
  z.union([farewell, byCategory(farewell)]),
  '`{text, link: {href, text}}`, the same for all or by category. Different offers by category draw a warning.',
);
