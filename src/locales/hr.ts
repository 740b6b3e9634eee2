import type { Messages } from './messages.js';

/**
 * Croatian. Form of address: vi. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of DHL and SatisMeter. All else was drafted by the project.
 * No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'hr',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Kolika je vjerojatnost da biste {product} preporučili prijatelju ili kolegi?',
      us: 'Kolika je vjerojatnost da biste nas preporučili prijatelju ili kolegi?',
    },
    transactional: {
      named:
        'Na temelju vašeg nedavnog iskustva, kolika je vjerojatnost da biste {product} preporučili prijatelju ili kolegi?',
      us: 'Na temelju vašeg nedavnog iskustva, kolika je vjerojatnost da biste nas preporučili prijatelju ili kolegi?',
    },
    employee: {
      named: 'Kolika je vjerojatnost da biste {product} preporučili kao poslodavca?',
      us: 'Kolika je vjerojatnost da biste nas preporučili kao poslodavca?',
    },
  },
  low: 'Nimalo vjerojatno',
  high: 'Iznimno vjerojatno',
  followUp: 'Koji je glavni razlog vaše ocjene?',
  optional: 'neobavezno',
  reasons: 'O čemu je riječ?',
  contact: 'Smijemo li vam se javiti u vezi s tim?',
  email: 'Adresa e-pošte',
  emailInvalid: 'Unesite adresu e-pošte, na primjer name@example.com.',
  send: 'Pošalji',
  close: 'Zatvori',
  snooze: 'Pitaj me kasnije',
  optOut: 'Ne pitaj me više',
  thanks: 'Hvala na odgovoru.',
  notSent: 'Vaš odgovor još nije spremljen.',
  retry: 'Pokušaj ponovno',
  closed: 'Pitanje je zatvoreno.',
  undo: 'Poništi',
  region: 'Anketa',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
