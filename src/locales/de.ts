import type { Messages } from './messages.js';

/**
 * German. Form of address: Sie (formal). Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla), SatisMeter and
 * Wiredash. All else was drafted by the project. No native speaker has reviewed this file yet: corrections are
 * welcome.
 */
export default {
  locale: 'de',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Wie wahrscheinlich ist es, dass Sie {product} einem Freund oder Kollegen weiterempfehlen?',
      us: 'Wie wahrscheinlich ist es, dass Sie uns einem Freund oder Kollegen weiterempfehlen?',
    },
    transactional: {
      named:
        'Ausgehend von Ihrer jüngsten Erfahrung: Wie wahrscheinlich ist es, dass Sie {product} einem Freund oder Kollegen weiterempfehlen?',
      us: 'Ausgehend von Ihrer jüngsten Erfahrung: Wie wahrscheinlich ist es, dass Sie uns einem Freund oder Kollegen weiterempfehlen?',
    },
    employee: {
      named: 'Wie wahrscheinlich ist es, dass Sie {product} als Arbeitgeber weiterempfehlen?',
      us: 'Wie wahrscheinlich ist es, dass Sie uns als Arbeitgeber weiterempfehlen?',
    },
  },
  low: 'Überhaupt nicht wahrscheinlich',
  high: 'Äußerst wahrscheinlich',
  followUp: 'Was ist der Hauptgrund für Ihre Bewertung?',
  optional: 'optional',
  reasons: 'Worum geht es?',
  contact: 'Dürfen wir Sie dazu kontaktieren?',
  email: 'E-Mail-Adresse',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  send: 'Senden',
  close: 'Schließen',
  snooze: 'Später fragen',
  optOut: 'Nicht mehr fragen',
  thanks: 'Danke für Ihre Antwort.',
  notSent: 'Ihre Antwort konnte noch nicht gespeichert werden.',
  retry: 'Erneut versuchen',
  closed: 'Frage geschlossen.',
  undo: 'Rückgängig',
  region: 'Umfrage',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
