import type { Messages } from './messages.js';

/**
 * Chinese (traditional). Form of address: 您. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'zh-Hant',
  dir: 'ltr',
  question: {
    relational: {
      named: '您有多大可能向朋友或同事推薦{product}？',
      us: '您有多大可能向朋友或同事推薦我們？',
    },
    transactional: {
      named: '根據您最近的體驗，您有多大可能向朋友或同事推薦{product}？',
      us: '根據您最近的體驗，您有多大可能向朋友或同事推薦我們？',
    },
    employee: {
      named: '您有多大可能推薦他人到{product}工作？',
      us: '您有多大可能推薦他人到我們公司工作？',
    },
  },
  low: '完全不可能',
  high: '極有可能',
  followUp: '您給這個分數的主要原因是什麼？',
  optional: '選填',
  reasons: '與哪些方面有關？',
  contact: '我們可以就此與您聯絡嗎？',
  email: '電子郵件地址',
  emailInvalid: '請輸入電子郵件地址，例如 name@example.com。',
  send: '傳送',
  close: '關閉',
  snooze: '稍後再問',
  optOut: '不再詢問',
  thanks: '感謝您的回答。',
  notSent: '暫時無法儲存您的回答。',
  retry: '重試',
  closed: '問題已關閉。',
  undo: '復原',
  region: '問卷調查',
  scoreLabel: '{score}，{label}',
} satisfies Messages;
