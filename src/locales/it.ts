import type { Messages } from './messages.js';

/**
 * Italian. Form of address: Lei. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla), SatisMeter and Wiredash. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'it',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Con quale probabilità consiglierebbe {product} a un amico o a un collega?',
      us: 'Con quale probabilità ci consiglierebbe a un amico o a un collega?',
    },
    transactional: {
      named:
        'In base alla Sua esperienza recente, con quale probabilità consiglierebbe {product} a un amico o a un collega?',
      us: 'In base alla Sua esperienza recente, con quale probabilità ci consiglierebbe a un amico o a un collega?',
    },
    employee: {
      named: 'Con quale probabilità consiglierebbe {product} come luogo di lavoro?',
      us: 'Con quale probabilità ci consiglierebbe come luogo di lavoro?',
    },
  },
  low: 'Per niente probabile',
  high: 'Estremamente probabile',
  followUp: 'Qual è il motivo principale del Suo punteggio?',
  optional: 'facoltativo',
  reasons: 'Di che cosa si tratta?',
  contact: 'Possiamo contattarLa a questo proposito?',
  email: 'Indirizzo e-mail',
  emailInvalid: 'Inserisca un indirizzo e-mail come name@example.com.',
  send: 'Invia',
  close: 'Chiudi',
  snooze: 'Chiedi più tardi',
  optOut: 'Non chiedere più',
  thanks: 'Grazie per la Sua risposta.',
  notSent: 'Non è stato ancora possibile salvare la Sua risposta.',
  retry: 'Riprova',
  closed: 'Domanda chiusa.',
  undo: 'Annulla',
  region: 'Sondaggio',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
