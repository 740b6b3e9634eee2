import type { Messages } from './messages.js';

/**
 * Dutch. Form of address: u. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of DHL, Formbricks, Firefox Relay (Mozilla) and SatisMeter.
 * All else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'nl',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hoe waarschijnlijk is het dat u {product} zou aanbevelen aan een vriend of collega?',
      us: 'Hoe waarschijnlijk is het dat u ons zou aanbevelen aan een vriend of collega?',
    },
    transactional: {
      named:
        'Hoe waarschijnlijk is het op basis van uw recente ervaring dat u {product} zou aanbevelen aan een vriend of collega?',
      us: 'Hoe waarschijnlijk is het op basis van uw recente ervaring dat u ons zou aanbevelen aan een vriend of collega?',
    },
    employee: {
      named: 'Hoe waarschijnlijk is het dat u {product} als werkgever zou aanbevelen?',
      us: 'Hoe waarschijnlijk is het dat u ons als werkgever zou aanbevelen?',
    },
  },
  low: 'Helemaal niet waarschijnlijk',
  high: 'Uiterst waarschijnlijk',
  followUp: 'Wat is de belangrijkste reden voor uw score?',
  optional: 'optioneel',
  reasons: 'Waar gaat het over?',
  contact: 'Mogen we hierover contact met u opnemen?',
  email: 'E-mailadres',
  emailInvalid: 'Vul een e-mailadres in, bijvoorbeeld name@example.com.',
  send: 'Versturen',
  close: 'Sluiten',
  snooze: 'Later vragen',
  optOut: 'Niet meer vragen',
  thanks: 'Bedankt voor uw antwoord.',
  notSent: 'Uw antwoord kon nog niet worden opgeslagen.',
  retry: 'Opnieuw proberen',
  closed: 'Vraag gesloten.',
  undo: 'Ongedaan maken',
  region: 'Enquête',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
