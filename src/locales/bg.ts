import type { Messages } from './messages.js';

/**
 * Bulgarian. Form of address: вие. Confidence: low.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, with no public wording to compare with. All else was drafted by the project. No native
 * speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'bg',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Каква е вероятността да препоръчате {product} на приятел или колега?',
      us: 'Каква е вероятността да ни препоръчате на приятел или колега?',
    },
    transactional: {
      named: 'Въз основа на скорошния ви опит, каква е вероятността да препоръчате {product} на приятел или колега?',
      us: 'Въз основа на скорошния ви опит, каква е вероятността да ни препоръчате на приятел или колега?',
    },
    employee: {
      named: 'Каква е вероятността да препоръчате {product} като работодател?',
      us: 'Каква е вероятността да ни препоръчате като работодател?',
    },
  },
  low: 'Изобщо не е вероятно',
  high: 'Изключително вероятно',
  followUp: 'Каква е основната причина за вашата оценка?',
  optional: 'по желание',
  reasons: 'За какво се отнася?',
  contact: 'Може ли да се свържем с вас по този повод?',
  email: 'Имейл адрес',
  emailInvalid: 'Въведете имейл адрес като name@example.com.',
  send: 'Изпращане',
  close: 'Затваряне',
  snooze: 'Попитайте ме по-късно',
  optOut: 'Не ме питайте повече',
  thanks: 'Благодарим ви за отговора.',
  notSent: 'Отговорът ви все още не е запазен.',
  retry: 'Нов опит',
  closed: 'Въпросът е затворен.',
  undo: 'Отмяна',
  region: 'Анкета',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
