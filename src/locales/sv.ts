import type { Messages } from './messages.js';

/**
 * Swedish. Form of address: du. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'sv',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hur troligt är det att du skulle rekommendera {product} till en vän eller kollega?',
      us: 'Hur troligt är det att du skulle rekommendera oss till en vän eller kollega?',
    },
    transactional: {
      named:
        'Hur troligt är det utifrån din senaste upplevelse att du skulle rekommendera {product} till en vän eller kollega?',
      us: 'Hur troligt är det utifrån din senaste upplevelse att du skulle rekommendera oss till en vän eller kollega?',
    },
    employee: {
      named: 'Hur troligt är det att du skulle rekommendera {product} som arbetsplats?',
      us: 'Hur troligt är det att du skulle rekommendera oss som arbetsplats?',
    },
  },
  low: 'Inte alls troligt',
  high: 'Extremt troligt',
  followUp: 'Vilket är det främsta skälet till ditt betyg?',
  optional: 'valfritt',
  reasons: 'Vad gäller det?',
  contact: 'Får vi kontakta dig om detta?',
  email: 'E-postadress',
  emailInvalid: 'Ange en e-postadress, till exempel name@example.com.',
  send: 'Skicka',
  close: 'Stäng',
  snooze: 'Fråga mig senare',
  optOut: 'Fråga mig inte igen',
  thanks: 'Tack för ditt svar.',
  notSent: 'Ditt svar har inte kunnat sparas ännu.',
  retry: 'Försök igen',
  closed: 'Frågan är stängd.',
  undo: 'Ångra',
  region: 'Enkät',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
