import type { Messages } from './messages.js';

/**
 * Lithuanian. Form of address: jūs. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'lt',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Kokia tikimybė, kad rekomenduotumėte {product} draugui ar kolegai?',
      us: 'Kokia tikimybė, kad rekomenduotumėte mus draugui ar kolegai?',
    },
    transactional: {
      named: 'Atsižvelgiant į jūsų neseną patirtį, kokia tikimybė, kad rekomenduotumėte {product} draugui ar kolegai?',
      us: 'Atsižvelgiant į jūsų neseną patirtį, kokia tikimybė, kad rekomenduotumėte mus draugui ar kolegai?',
    },
    employee: {
      named: 'Kokia tikimybė, kad rekomenduotumėte {product} kaip darbovietę?',
      us: 'Kokia tikimybė, kad rekomenduotumėte mus kaip darbovietę?',
    },
  },
  low: 'Visiškai netikėtina',
  high: 'Labai tikėtina',
  followUp: 'Kokia pagrindinė jūsų įvertinimo priežastis?',
  optional: 'neprivaloma',
  reasons: 'Su kuo tai susiję?',
  contact: 'Ar galime dėl to su jumis susisiekti?',
  email: 'El. pašto adresas',
  emailInvalid: 'Įveskite el. pašto adresą, pavyzdžiui, name@example.com.',
  send: 'Siųsti',
  close: 'Uždaryti',
  snooze: 'Klausti vėliau',
  optOut: 'Daugiau neklausti',
  thanks: 'Dėkojame už atsakymą.',
  notSent: 'Jūsų atsakymo dar nepavyko išsaugoti.',
  retry: 'Bandyti dar kartą',
  closed: 'Klausimas uždarytas.',
  undo: 'Anuliuoti',
  region: 'Apklausa',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
