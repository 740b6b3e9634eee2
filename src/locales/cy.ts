import type { Messages } from './messages.js';

/**
 * Welsh. Form of address: chi. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla). All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'cy',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Pa mor debygol ydych chi o argymell {product} i ffrind neu gydweithiwr?',
      us: 'Pa mor debygol ydych chi o’n hargymell i ffrind neu gydweithiwr?',
    },
    transactional: {
      named: 'Ar sail eich profiad diweddar, pa mor debygol ydych chi o argymell {product} i ffrind neu gydweithiwr?',
      us: 'Ar sail eich profiad diweddar, pa mor debygol ydych chi o’n hargymell i ffrind neu gydweithiwr?',
    },
    employee: {
      named: 'Pa mor debygol ydych chi o argymell {product} fel lle i weithio?',
      us: 'Pa mor debygol ydych chi o’n hargymell fel lle i weithio?',
    },
  },
  low: 'Ddim yn debygol o gwbl',
  high: 'Yn debygol iawn',
  followUp: 'Beth yw’r prif reswm dros eich sgôr?',
  optional: 'dewisol',
  reasons: 'Beth yw’r pwnc?',
  contact: 'A gawn ni gysylltu â chi ynglŷn â hyn?',
  email: 'Cyfeiriad e-bost',
  emailInvalid: 'Rhowch gyfeiriad e-bost fel name@example.com.',
  send: 'Anfon',
  close: 'Cau',
  snooze: 'Gofyn yn nes ymlaen',
  optOut: 'Peidio â gofyn eto',
  thanks: 'Diolch am eich ateb.',
  notSent: 'Nid yw eich ateb wedi’i gadw eto.',
  retry: 'Ceisio eto',
  closed: 'Mae’r cwestiwn wedi’i gau.',
  undo: 'Dadwneud',
  region: 'Arolwg',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
