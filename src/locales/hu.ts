import type { Messages } from './messages.js';

/**
 * Hungarian. Form of address: ön. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla), SatisMeter and
 * Wiredash. All else was drafted by the project. No native speaker has reviewed this file yet: corrections are
 * welcome.
 */
export default {
  locale: 'hu',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Mennyire valószínű, hogy ajánlaná egy barátjának vagy kollégájának a következőt: {product}?',
      us: 'Mennyire valószínű, hogy ajánlana minket egy barátjának vagy kollégájának?',
    },
    transactional: {
      named:
        'Legutóbbi tapasztalata alapján mennyire valószínű, hogy ajánlaná egy barátjának vagy kollégájának a következőt: {product}?',
      us: 'Legutóbbi tapasztalata alapján mennyire valószínű, hogy ajánlana minket egy barátjának vagy kollégájának?',
    },
    employee: {
      named: 'Mennyire valószínű, hogy ajánlaná munkahelyként a következőt: {product}?',
      us: 'Mennyire valószínű, hogy ajánlana minket munkahelyként?',
    },
  },
  low: 'Egyáltalán nem valószínű',
  high: 'Rendkívül valószínű',
  followUp: 'Mi az értékelésének legfőbb oka?',
  optional: 'nem kötelező',
  reasons: 'Miről van szó?',
  contact: 'Megkereshetjük Önt ezzel kapcsolatban?',
  email: 'E-mail-cím',
  emailInvalid: 'Adjon meg egy e-mail-címet, például: name@example.com.',
  send: 'Küldés',
  close: 'Bezárás',
  snooze: 'Kérdezzenek később',
  optOut: 'Ne kérdezzenek többet',
  thanks: 'Köszönjük a válaszát.',
  notSent: 'A válaszát még nem sikerült menteni.',
  retry: 'Újrapróbálás',
  closed: 'Kérdés bezárva.',
  undo: 'Visszavonás',
  region: 'Felmérés',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
