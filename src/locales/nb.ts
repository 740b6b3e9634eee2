import type { Messages } from './messages.js';

/**
 * Norwegian (bokmål). Form of address: du. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter and Wiredash. All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'nb',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hvor sannsynlig er det at du vil anbefale {product} til en venn eller kollega?',
      us: 'Hvor sannsynlig er det at du vil anbefale oss til en venn eller kollega?',
    },
    transactional: {
      named:
        'Hvor sannsynlig er det ut fra din siste opplevelse at du vil anbefale {product} til en venn eller kollega?',
      us: 'Hvor sannsynlig er det ut fra din siste opplevelse at du vil anbefale oss til en venn eller kollega?',
    },
    employee: {
      named: 'Hvor sannsynlig er det at du vil anbefale {product} som arbeidsplass?',
      us: 'Hvor sannsynlig er det at du vil anbefale oss som arbeidsplass?',
    },
  },
  low: 'Ikke sannsynlig i det hele tatt',
  high: 'Svært sannsynlig',
  followUp: 'Hva er hovedgrunnen til poengsummen du ga?',
  optional: 'valgfritt',
  reasons: 'Hva gjelder det?',
  contact: 'Kan vi kontakte deg om dette?',
  email: 'E-postadresse',
  emailInvalid: 'Skriv inn en e-postadresse, for eksempel name@example.com.',
  send: 'Send',
  close: 'Lukk',
  snooze: 'Spør meg senere',
  optOut: 'Ikke spør meg igjen',
  thanks: 'Takk for svaret.',
  notSent: 'Svaret ditt er ikke lagret ennå.',
  retry: 'Prøv igjen',
  closed: 'Spørsmålet er lukket.',
  undo: 'Angre',
  region: 'Spørreundersøkelse',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
