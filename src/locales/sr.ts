import type { Messages } from './messages.js';

/**
 * Serbian (Cyrillic script). Form of address: ви (Cyrillic; Latin script also common). Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla). All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'sr',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Колико је вероватно да бисте препоручили {product} пријатељу или колеги?',
      us: 'Колико је вероватно да бисте нас препоручили пријатељу или колеги?',
    },
    transactional: {
      named:
        'На основу вашег недавног искуства, колико је вероватно да бисте препоручили {product} пријатељу или колеги?',
      us: 'На основу вашег недавног искуства, колико је вероватно да бисте нас препоручили пријатељу или колеги?',
    },
    employee: {
      named: 'Колико је вероватно да бисте препоручили {product} као послодавца?',
      us: 'Колико је вероватно да бисте нас препоручили као послодавца?',
    },
  },
  low: 'Нимало вероватно',
  high: 'Изузетно вероватно',
  followUp: 'Који је главни разлог ваше оцене?',
  optional: 'необавезно',
  reasons: 'О чему је реч?',
  contact: 'Смемо ли да вас контактирамо у вези с тим?',
  email: 'Адреса е-поште',
  emailInvalid: 'Унесите адресу е-поште, на пример name@example.com.',
  send: 'Пошаљи',
  close: 'Затвори',
  snooze: 'Питај ме касније',
  optOut: 'Не питај ме више',
  thanks: 'Хвала на одговору.',
  notSent: 'Ваш одговор још није сачуван.',
  retry: 'Покушај поново',
  closed: 'Питање је затворено.',
  undo: 'Опозови',
  region: 'Анкета',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
