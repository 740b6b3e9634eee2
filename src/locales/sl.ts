import type { Messages } from './messages.js';

/**
 * Slovenian. Form of address: vi. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'sl',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Kako verjetno je, da bi {product} priporočili prijatelju ali sodelavcu?',
      us: 'Kako verjetno je, da bi nas priporočili prijatelju ali sodelavcu?',
    },
    transactional: {
      named: 'Kako verjetno je glede na vašo nedavno izkušnjo, da bi {product} priporočili prijatelju ali sodelavcu?',
      us: 'Kako verjetno je glede na vašo nedavno izkušnjo, da bi nas priporočili prijatelju ali sodelavcu?',
    },
    employee: {
      named: 'Kako verjetno je, da bi {product} priporočili kot delodajalca?',
      us: 'Kako verjetno je, da bi nas priporočili kot delodajalca?',
    },
  },
  low: 'Sploh ni verjetno',
  high: 'Zelo verjetno',
  followUp: 'Kaj je glavni razlog za vašo oceno?',
  optional: 'neobvezno',
  reasons: 'Za kaj gre?',
  contact: 'Ali lahko v zvezi s tem stopimo v stik z vami?',
  email: 'E-poštni naslov',
  emailInvalid: 'Vnesite e-poštni naslov, na primer name@example.com.',
  send: 'Pošlji',
  close: 'Zapri',
  snooze: 'Vprašaj pozneje',
  optOut: 'Ne sprašuj več',
  thanks: 'Hvala za odgovor.',
  notSent: 'Vašega odgovora še ni bilo mogoče shraniti.',
  retry: 'Poskusi znova',
  closed: 'Vprašanje je zaprto.',
  undo: 'Razveljavi',
  region: 'Anketa',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
