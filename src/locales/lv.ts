import type { Messages } from './messages.js';

/**
 * Latvian. Form of address: Jūs. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'lv',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Cik liela ir iespējamība, ka Jūs ieteiktu {product} draugam vai kolēģim?',
      us: 'Cik liela ir iespējamība, ka Jūs ieteiktu mūs draugam vai kolēģim?',
    },
    transactional: {
      named:
        'Ņemot vērā Jūsu neseno pieredzi, cik liela ir iespējamība, ka Jūs ieteiktu {product} draugam vai kolēģim?',
      us: 'Ņemot vērā Jūsu neseno pieredzi, cik liela ir iespējamība, ka Jūs ieteiktu mūs draugam vai kolēģim?',
    },
    employee: {
      named: 'Cik liela ir iespējamība, ka Jūs ieteiktu {product} kā darbavietu?',
      us: 'Cik liela ir iespējamība, ka Jūs ieteiktu mūs kā darbavietu?',
    },
  },
  low: 'Nemaz nav ticams',
  high: 'Ļoti ticams',
  followUp: 'Kāds ir galvenais Jūsu vērtējuma iemesls?',
  optional: 'neobligāti',
  reasons: 'Uz ko tas attiecas?',
  contact: 'Vai drīkstam ar Jums par to sazināties?',
  email: 'E-pasta adrese',
  emailInvalid: 'Ievadiet e-pasta adresi, piemēram, name@example.com.',
  send: 'Nosūtīt',
  close: 'Aizvērt',
  snooze: 'Jautāt vēlāk',
  optOut: 'Vairs nejautāt',
  thanks: 'Paldies par atbildi.',
  notSent: 'Jūsu atbildi vēl neizdevās saglabāt.',
  retry: 'Mēģināt vēlreiz',
  closed: 'Jautājums ir aizvērts.',
  undo: 'Atsaukt',
  region: 'Aptauja',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
