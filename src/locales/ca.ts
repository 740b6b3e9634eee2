import type { Messages } from './messages.js';

/**
 * Catalan. Form of address: vós/vostè. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ca',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Quina probabilitat hi ha que recomaneu {product} a un amic o company de feina?',
      us: 'Quina probabilitat hi ha que ens recomaneu a un amic o company de feina?',
    },
    transactional: {
      named:
        'Segons la vostra experiència recent, quina probabilitat hi ha que recomaneu {product} a un amic o company de feina?',
      us: 'Segons la vostra experiència recent, quina probabilitat hi ha que ens recomaneu a un amic o company de feina?',
    },
    employee: {
      named: 'Quina probabilitat hi ha que recomaneu {product} com a lloc de treball?',
      us: 'Quina probabilitat hi ha que ens recomaneu com a lloc de treball?',
    },
  },
  low: 'Gens probable',
  high: 'Extremadament probable',
  followUp: 'Quin és el motiu principal de la vostra puntuació?',
  optional: 'opcional',
  reasons: 'De què es tracta?',
  contact: 'Us podem contactar sobre aquesta qüestió?',
  email: 'Adreça electrònica',
  emailInvalid: 'Introduïu una adreça electrònica com ara name@example.com.',
  send: 'Envia',
  close: 'Tanca',
  snooze: 'Pregunta-m’ho més tard',
  optOut: 'No m’ho preguntis més',
  thanks: 'Gràcies per la vostra resposta.',
  notSent: 'Encara no s’ha pogut desar la vostra resposta.',
  retry: 'Torna-ho a provar',
  closed: 'La pregunta s’ha tancat.',
  undo: 'Desfés',
  region: 'Enquesta',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
