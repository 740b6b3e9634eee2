import type { Messages } from './messages.js';

/**
 * Russian. Form of address: вы. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ru',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Насколько вероятно, что вы порекомендуете {product} другу или коллеге?',
      us: 'Насколько вероятно, что вы порекомендуете нас другу или коллеге?',
    },
    transactional: {
      named: 'Исходя из вашего недавнего опыта, насколько вероятно, что вы порекомендуете {product} другу или коллеге?',
      us: 'Исходя из вашего недавнего опыта, насколько вероятно, что вы порекомендуете нас другу или коллеге?',
    },
    employee: {
      named: 'Насколько вероятно, что вы порекомендуете {product} как место работы?',
      us: 'Насколько вероятно, что вы порекомендуете нас как место работы?',
    },
  },
  low: 'Совсем не вероятно',
  high: 'Чрезвычайно вероятно',
  followUp: 'Назовите основную причину вашей оценки.',
  optional: 'необязательно',
  reasons: 'С чем это связано?',
  contact: 'Можно ли связаться с вами по этому поводу?',
  email: 'Адрес электронной почты',
  emailInvalid: 'Введите адрес электронной почты, например name@example.com.',
  send: 'Отправить',
  close: 'Закрыть',
  snooze: 'Спросить позже',
  optOut: 'Больше не спрашивать',
  thanks: 'Благодарим за ответ.',
  notSent: 'Ваш ответ пока не удалось сохранить.',
  retry: 'Повторить',
  closed: 'Вопрос закрыт.',
  undo: 'Отменить',
  region: 'Опрос',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
