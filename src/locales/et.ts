import type { Messages } from './messages.js';

/**
 * Estonian. Form of address: teie. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of DHL and Trendline (trendline.ee). All else was drafted
 * by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'et',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Kui tõenäoline on, et soovitaksite ettevõtet {product} sõbrale või kolleegile?',
      us: 'Kui tõenäoline on, et soovitaksite meid sõbrale või kolleegile?',
    },
    transactional: {
      named:
        'Kui tõenäoline on teie hiljutise kogemuse põhjal, et soovitaksite ettevõtet {product} sõbrale või kolleegile?',
      us: 'Kui tõenäoline on teie hiljutise kogemuse põhjal, et soovitaksite meid sõbrale või kolleegile?',
    },
    employee: {
      named: 'Kui tõenäoline on, et soovitaksite ettevõtet {product} töökohana?',
      us: 'Kui tõenäoline on, et soovitaksite meid töökohana?',
    },
  },
  low: 'Üldse mitte tõenäoline',
  high: 'Väga tõenäoline',
  followUp: 'Mis on teie hinde peamine põhjus?',
  optional: 'valikuline',
  reasons: 'Mida see puudutab?',
  contact: 'Kas tohime teiega sel teemal ühendust võtta?',
  email: 'E-posti aadress',
  emailInvalid: 'Sisestage e-posti aadress, näiteks name@example.com.',
  send: 'Saada',
  close: 'Sulge',
  snooze: 'Küsi hiljem',
  optOut: 'Ära enam küsi',
  thanks: 'Täname vastuse eest.',
  notSent: 'Teie vastust ei õnnestunud veel salvestada.',
  retry: 'Proovi uuesti',
  closed: 'Küsimus on suletud.',
  undo: 'Võta tagasi',
  region: 'Küsitlus',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
