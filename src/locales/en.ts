import type { Messages } from './messages.js';

/**
 * English, the model for the other languages.
 * The question after F. Reichheld (Harvard Business Review, December 2003), the labels of the ends as Qualtrics gives them,
 * the question to employees after Bain & Company. Confidence: high.
 */
export default {
  locale: 'en',
  dir: 'ltr',
  question: {
    relational: {
      named: 'How likely is it that you would recommend {product} to a friend or colleague?',
      us: 'How likely is it that you would recommend us to a friend or colleague?',
    },
    transactional: {
      named:
        'Based on your recent experience, how likely is it that you would recommend {product} to a friend or colleague?',
      us: 'Based on your recent experience, how likely is it that you would recommend us to a friend or colleague?',
    },
    employee: {
      named: 'How likely is it that you would recommend {product} as a place to work?',
      us: 'How likely is it that you would recommend this company as a place to work?',
    },
  },
  low: 'Not at all likely',
  high: 'Extremely likely',
  followUp: 'What is the primary reason for your score?',
  optional: 'optional',
  reasons: 'What is it about?',
  contact: 'May we contact you about this?',
  email: 'E-mail address',
  emailInvalid: 'Enter an e-mail address like name@example.com.',
  send: 'Send',
  close: 'Close',
  snooze: 'Ask me later',
  optOut: "Don't ask me again",
  thanks: 'Thank you for your answer.',
  notSent: 'Your answer could not be saved yet.',
  retry: 'Try again',
  closed: 'Question closed.',
  undo: 'Undo',
  region: 'Survey',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
