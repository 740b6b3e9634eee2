import type { Messages } from './messages.js';

/**
 * Czech. Form of address: vy. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of DHL, Firefox Relay (Mozilla), SatisMeter and Wiredash.
 * All else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'cs',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Jak pravděpodobné je, že byste {product} doporučili příteli nebo kolegovi?',
      us: 'Jak pravděpodobné je, že byste nás doporučili příteli nebo kolegovi?',
    },
    transactional: {
      named:
        'Jak pravděpodobné je na základě vaší nedávné zkušenosti, že byste {product} doporučili příteli nebo kolegovi?',
      us: 'Jak pravděpodobné je na základě vaší nedávné zkušenosti, že byste nás doporučili příteli nebo kolegovi?',
    },
    employee: {
      named: 'Jak pravděpodobné je, že byste {product} doporučili jako zaměstnavatele?',
      us: 'Jak pravděpodobné je, že byste nás doporučili jako zaměstnavatele?',
    },
  },
  low: 'Vůbec není pravděpodobné',
  high: 'Velmi pravděpodobné',
  followUp: 'Jaký je hlavní důvod vašeho hodnocení?',
  optional: 'nepovinné',
  reasons: 'Čeho se to týká?',
  contact: 'Můžeme vás v této věci kontaktovat?',
  email: 'E-mailová adresa',
  emailInvalid: 'Zadejte e-mailovou adresu ve tvaru name@example.com.',
  send: 'Odeslat',
  close: 'Zavřít',
  snooze: 'Zeptat se později',
  optOut: 'Už se neptat',
  thanks: 'Děkujeme za vaši odpověď.',
  notSent: 'Vaši odpověď se zatím nepodařilo uložit.',
  retry: 'Zkusit znovu',
  closed: 'Otázka byla zavřena.',
  undo: 'Vrátit zpět',
  region: 'Průzkum',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
