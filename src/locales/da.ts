import type { Messages } from './messages.js';

/**
 * Danish. Form of address: du. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of DHL, SatisMeter and Wiredash. All else was drafted by
 * the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'da',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hvor sandsynligt er det, at du vil anbefale {product} til en ven eller kollega?',
      us: 'Hvor sandsynligt er det, at du vil anbefale os til en ven eller kollega?',
    },
    transactional: {
      named:
        'Hvor sandsynligt er det ud fra din seneste oplevelse, at du vil anbefale {product} til en ven eller kollega?',
      us: 'Hvor sandsynligt er det ud fra din seneste oplevelse, at du vil anbefale os til en ven eller kollega?',
    },
    employee: {
      named: 'Hvor sandsynligt er det, at du vil anbefale {product} som arbejdsplads?',
      us: 'Hvor sandsynligt er det, at du vil anbefale os som arbejdsplads?',
    },
  },
  low: 'Slet ikke sandsynligt',
  high: 'Yderst sandsynligt',
  followUp: 'Hvad er den vigtigste grund til din score?',
  optional: 'valgfrit',
  reasons: 'Hvad handler det om?',
  contact: 'Må vi kontakte dig om dette?',
  email: 'E-mailadresse',
  emailInvalid: 'Angiv en e-mailadresse som name@example.com.',
  send: 'Send',
  close: 'Luk',
  snooze: 'Spørg mig senere',
  optOut: 'Spørg mig ikke igen',
  thanks: 'Tak for dit svar.',
  notSent: 'Dit svar er ikke gemt endnu.',
  retry: 'Prøv igen',
  closed: 'Spørgsmålet er lukket.',
  undo: 'Fortryd',
  region: 'Spørgeundersøgelse',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
