import type { Messages } from './messages.js';

/**
 * Ukrainian. Form of address: ви. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla) and SatisMeter. All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'uk',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Наскільки ймовірно, що ви порекомендуєте {product} другові чи колезі?',
      us: 'Наскільки ймовірно, що ви порекомендуєте нас другові чи колезі?',
    },
    transactional: {
      named: 'З огляду на ваш нещодавній досвід, наскільки ймовірно, що ви порекомендуєте {product} другові чи колезі?',
      us: 'З огляду на ваш нещодавній досвід, наскільки ймовірно, що ви порекомендуєте нас другові чи колезі?',
    },
    employee: {
      named: 'Наскільки ймовірно, що ви порекомендуєте {product} як місце роботи?',
      us: 'Наскільки ймовірно, що ви порекомендуєте нас як місце роботи?',
    },
  },
  low: 'Зовсім не ймовірно',
  high: 'Надзвичайно ймовірно',
  followUp: 'Яка головна причина вашої оцінки?',
  optional: 'необов’язково',
  reasons: 'Чого це стосується?',
  contact: 'Чи можна зв’язатися з вами щодо цього?',
  email: 'Адреса електронної пошти',
  emailInvalid: 'Введіть адресу електронної пошти, наприклад name@example.com.',
  send: 'Надіслати',
  close: 'Закрити',
  snooze: 'Запитати пізніше',
  optOut: 'Більше не запитувати',
  thanks: 'Дякуємо за відповідь.',
  notSent: 'Вашу відповідь поки що не вдалося зберегти.',
  retry: 'Спробувати ще раз',
  closed: 'Запитання закрито.',
  undo: 'Скасувати',
  region: 'Опитування',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
