import type { Messages } from './messages.js';

/**
 * Serbian (Latin script). Form of address: vi. Confidence: medium.
 * The text of `sr`, letter for letter in Latin script: see there for where it comes from. No native speaker has
 * reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'sr-Latn',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Koliko je verovatno da biste preporučili {product} prijatelju ili kolegi?',
      us: 'Koliko je verovatno da biste nas preporučili prijatelju ili kolegi?',
    },
    transactional: {
      named:
        'Na osnovu vašeg nedavnog iskustva, koliko je verovatno da biste preporučili {product} prijatelju ili kolegi?',
      us: 'Na osnovu vašeg nedavnog iskustva, koliko je verovatno da biste nas preporučili prijatelju ili kolegi?',
    },
    employee: {
      named: 'Koliko je verovatno da biste preporučili {product} kao poslodavca?',
      us: 'Koliko je verovatno da biste nas preporučili kao poslodavca?',
    },
  },
  low: 'Nimalo verovatno',
  high: 'Izuzetno verovatno',
  followUp: 'Koji je glavni razlog vaše ocene?',
  optional: 'neobavezno',
  reasons: 'O čemu je reč?',
  contact: 'Smemo li da vas kontaktiramo u vezi s tim?',
  email: 'Adresa e-pošte',
  emailInvalid: 'Unesite adresu e-pošte, na primer name@example.com.',
  send: 'Pošalji',
  close: 'Zatvori',
  snooze: 'Pitaj me kasnije',
  optOut: 'Ne pitaj me više',
  thanks: 'Hvala na odgovoru.',
  notSent: 'Vaš odgovor još nije sačuvan.',
  retry: 'Pokušaj ponovo',
  closed: 'Pitanje je zatvoreno.',
  undo: 'Opozovi',
  region: 'Anketa',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
