import type { Messages } from './messages.js';

/**
 * Finnish. Form of address: sinä. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla) and SatisMeter. All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'fi',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Kuinka todennäköisesti suosittelisit palvelua {product} ystävällesi tai työkaverillesi?',
      us: 'Kuinka todennäköisesti suosittelisit meitä ystävällesi tai työkaverillesi?',
    },
    transactional: {
      named:
        'Kuinka todennäköisesti suosittelisit palvelua {product} ystävällesi tai työkaverillesi viimeaikaisen kokemuksesi perusteella?',
      us: 'Kuinka todennäköisesti suosittelisit meitä ystävällesi tai työkaverillesi viimeaikaisen kokemuksesi perusteella?',
    },
    employee: {
      named: 'Kuinka todennäköisesti suosittelisit yritystä {product} työpaikkana?',
      us: 'Kuinka todennäköisesti suosittelisit meitä työpaikkana?',
    },
  },
  low: 'En lainkaan todennäköisesti',
  high: 'Erittäin todennäköisesti',
  followUp: 'Mikä on tärkein syy antamaasi pistemäärään?',
  optional: 'valinnainen',
  reasons: 'Mistä on kyse?',
  contact: 'Saammeko ottaa sinuun yhteyttä tässä asiassa?',
  email: 'Sähköpostiosoite',
  emailInvalid: 'Anna sähköpostiosoite muodossa name@example.com.',
  send: 'Lähetä',
  close: 'Sulje',
  snooze: 'Kysy myöhemmin',
  optOut: 'Älä kysy uudelleen',
  thanks: 'Kiitos vastauksestasi.',
  notSent: 'Vastaustasi ei voitu vielä tallentaa.',
  retry: 'Yritä uudelleen',
  closed: 'Kysymys on suljettu.',
  undo: 'Kumoa',
  region: 'Kysely',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
