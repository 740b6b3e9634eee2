import type { Messages } from './messages.js';

/**
 * Slovak. Form of address: vy. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Ecommerce Bridge (ecommercebridge.sk), Firefox Relay
 * (Mozilla) and SatisMeter. All else was drafted by the project. No native speaker has reviewed this file yet:
 * corrections are welcome.
 */
export default {
  locale: 'sk',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Ako pravdepodobné je, že by ste {product} odporučili priateľovi alebo kolegovi?',
      us: 'Ako pravdepodobné je, že by ste nás odporučili priateľovi alebo kolegovi?',
    },
    transactional: {
      named:
        'Ako pravdepodobné je na základe vašej nedávnej skúsenosti, že by ste {product} odporučili priateľovi alebo kolegovi?',
      us: 'Ako pravdepodobné je na základe vašej nedávnej skúsenosti, že by ste nás odporučili priateľovi alebo kolegovi?',
    },
    employee: {
      named: 'Ako pravdepodobné je, že by ste {product} odporučili ako zamestnávateľa?',
      us: 'Ako pravdepodobné je, že by ste nás odporučili ako zamestnávateľa?',
    },
  },
  low: 'Vôbec nie je pravdepodobné',
  high: 'Veľmi pravdepodobné',
  followUp: 'Aký je hlavný dôvod vášho hodnotenia?',
  optional: 'nepovinné',
  reasons: 'Čoho sa to týka?',
  contact: 'Môžeme vás v tejto veci kontaktovať?',
  email: 'E-mailová adresa',
  emailInvalid: 'Zadajte e-mailovú adresu v tvare name@example.com.',
  send: 'Odoslať',
  close: 'Zavrieť',
  snooze: 'Opýtať sa neskôr',
  optOut: 'Už sa nepýtať',
  thanks: 'Ďakujeme za vašu odpoveď.',
  notSent: 'Vašu odpoveď sa zatiaľ nepodarilo uložiť.',
  retry: 'Skúsiť znova',
  closed: 'Otázka bola zatvorená.',
  undo: 'Vrátiť späť',
  region: 'Prieskum',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
