import type { Messages } from './messages.js';

/**
 * Icelandic. Form of address: þú. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'is',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hversu líklegt er að þú mælir með {product} við vin eða samstarfsfélaga?',
      us: 'Hversu líklegt er að þú mælir með okkur við vin eða samstarfsfélaga?',
    },
    transactional: {
      named: 'Hversu líklegt er, miðað við nýlega reynslu þína, að þú mælir með {product} við vin eða samstarfsfélaga?',
      us: 'Hversu líklegt er, miðað við nýlega reynslu þína, að þú mælir með okkur við vin eða samstarfsfélaga?',
    },
    employee: {
      named: 'Hversu líklegt er að þú mælir með {product} sem vinnustað?',
      us: 'Hversu líklegt er að þú mælir með okkur sem vinnustað?',
    },
  },
  low: 'Alls ekki líklegt',
  high: 'Mjög líklegt',
  followUp: 'Hver er helsta ástæðan fyrir einkunninni?',
  optional: 'valfrjálst',
  reasons: 'Um hvað snýst þetta?',
  contact: 'Megum við hafa samband við þig vegna þessa?',
  email: 'Netfang',
  emailInvalid: 'Sláðu inn netfang eins og name@example.com.',
  send: 'Senda',
  close: 'Loka',
  snooze: 'Spyrja síðar',
  optOut: 'Ekki spyrja aftur',
  thanks: 'Takk fyrir svarið.',
  notSent: 'Ekki hefur enn tekist að vista svarið.',
  retry: 'Reyna aftur',
  closed: 'Spurningunni var lokað.',
  undo: 'Afturkalla',
  region: 'Könnun',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
