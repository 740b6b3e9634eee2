import type { Messages } from './messages.js';

/**
 * Romanian. Form of address: dumneavoastră. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks and Firefox Relay (Mozilla). All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ro',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Cât de probabil este să recomandați {product} unui prieten sau coleg?',
      us: 'Cât de probabil este să ne recomandați unui prieten sau coleg?',
    },
    transactional: {
      named:
        'Având în vedere experiența dumneavoastră recentă, cât de probabil este să recomandați {product} unui prieten sau coleg?',
      us: 'Având în vedere experiența dumneavoastră recentă, cât de probabil este să ne recomandați unui prieten sau coleg?',
    },
    employee: {
      named: 'Cât de probabil este să recomandați {product} ca loc de muncă?',
      us: 'Cât de probabil este să ne recomandați ca loc de muncă?',
    },
  },
  low: 'Deloc probabil',
  high: 'Extrem de probabil',
  followUp: 'Care este motivul principal al evaluării dumneavoastră?',
  optional: 'opțional',
  reasons: 'Despre ce este vorba?',
  contact: 'Vă putem contacta în această privință?',
  email: 'Adresă de e-mail',
  emailInvalid: 'Introduceți o adresă de e-mail precum name@example.com.',
  send: 'Trimiteți',
  close: 'Închideți',
  snooze: 'Întrebați-mă mai târziu',
  optOut: 'Nu mă mai întrebați',
  thanks: 'Vă mulțumim pentru răspuns.',
  notSent: 'Răspunsul dumneavoastră nu a putut fi salvat încă.',
  retry: 'Încercați din nou',
  closed: 'Întrebarea a fost închisă.',
  undo: 'Anulați',
  region: 'Sondaj',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
