import type { Messages } from './messages.js';

/**
 * Hebrew. Form of address: plural (gender-neutral). Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of esg.co.il and a Hebrew survey on GitHub. All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'he',
  dir: 'rtl',
  question: {
    relational: {
      named: 'מה הסיכוי שתמליצו על {product} לחבר או לעמית?',
      us: 'מה הסיכוי שתמליצו עלינו לחבר או לעמית?',
    },
    transactional: {
      named: 'על סמך החוויה האחרונה שלכם, מה הסיכוי שתמליצו על {product} לחבר או לעמית?',
      us: 'על סמך החוויה האחרונה שלכם, מה הסיכוי שתמליצו עלינו לחבר או לעמית?',
    },
    employee: {
      named: 'מה הסיכוי שתמליצו על {product} כמקום עבודה?',
      us: 'מה הסיכוי שתמליצו עלינו כמקום עבודה?',
    },
  },
  low: 'לא סביר כלל',
  high: 'סביר מאוד',
  followUp: 'מהי הסיבה העיקרית לציון שנתתם?',
  optional: 'לא חובה',
  reasons: 'במה מדובר?',
  contact: 'האם נוכל ליצור איתכם קשר בנושא זה?',
  email: 'כתובת אימייל',
  emailInvalid: 'הזינו כתובת אימייל כמו name@example.com.',
  send: 'שליחה',
  close: 'סגירה',
  snooze: 'שאלו אותי מאוחר יותר',
  optOut: 'אל תשאלו אותי שוב',
  thanks: 'תודה על התשובה.',
  notSent: 'התשובה שלכם עדיין לא נשמרה.',
  retry: 'ניסיון חוזר',
  closed: 'השאלה נסגרה.',
  undo: 'ביטול הפעולה',
  region: 'סקר',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
