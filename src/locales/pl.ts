import type { Messages } from './messages.js';

/**
 * Polish. Form of address: ty (gender-neutral verb form). Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'pl',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Jak prawdopodobne jest, że polecisz {product} znajomemu lub współpracownikowi?',
      us: 'Jak prawdopodobne jest, że polecisz nas znajomemu lub współpracownikowi?',
    },
    transactional: {
      named:
        'Biorąc pod uwagę Twoje niedawne doświadczenie, jak prawdopodobne jest, że polecisz {product} znajomemu lub współpracownikowi?',
      us: 'Biorąc pod uwagę Twoje niedawne doświadczenie, jak prawdopodobne jest, że polecisz nas znajomemu lub współpracownikowi?',
    },
    employee: {
      named: 'Jak prawdopodobne jest, że polecisz {product} jako miejsce pracy?',
      us: 'Jak prawdopodobne jest, że polecisz nas jako miejsce pracy?',
    },
  },
  low: 'Zupełnie nieprawdopodobne',
  high: 'Bardzo prawdopodobne',
  followUp: 'Jaki jest główny powód Twojej oceny?',
  optional: 'opcjonalnie',
  reasons: 'Czego to dotyczy?',
  contact: 'Czy możemy się z Tobą skontaktować w tej sprawie?',
  email: 'Adres e-mail',
  emailInvalid: 'Wpisz adres e-mail, np. name@example.com.',
  send: 'Wyślij',
  close: 'Zamknij',
  snooze: 'Zapytaj później',
  optOut: 'Nie pytaj więcej',
  thanks: 'Dziękujemy za odpowiedź.',
  notSent: 'Nie udało się jeszcze zapisać Twojej odpowiedzi.',
  retry: 'Spróbuj ponownie',
  closed: 'Pytanie zostało zamknięte.',
  undo: 'Cofnij',
  region: 'Ankieta',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
