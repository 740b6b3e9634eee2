import type { Messages } from './messages.js';

/**
 * Chinese (simplified). Form of address: 您. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'zh-Hans',
  dir: 'ltr',
  question: {
    relational: {
      named: '您有多大可能向朋友或同事推荐{product}？',
      us: '您有多大可能向朋友或同事推荐我们？',
    },
    transactional: {
      named: '根据您最近的体验，您有多大可能向朋友或同事推荐{product}？',
      us: '根据您最近的体验，您有多大可能向朋友或同事推荐我们？',
    },
    employee: {
      named: '您有多大可能推荐他人来{product}工作？',
      us: '您有多大可能推荐他人来我们公司工作？',
    },
  },
  low: '完全不可能',
  high: '极有可能',
  followUp: '您给出这个评分的主要原因是什么？',
  optional: '选填',
  reasons: '与哪些方面有关？',
  contact: '我们可以就此与您联系吗？',
  email: '电子邮箱地址',
  emailInvalid: '请输入电子邮箱地址，例如 name@example.com。',
  send: '发送',
  close: '关闭',
  snooze: '稍后再问',
  optOut: '不再询问',
  thanks: '感谢您的回答。',
  notSent: '暂时无法保存您的回答。',
  retry: '重试',
  closed: '问题已关闭。',
  undo: '撤销',
  region: '问卷调查',
  scoreLabel: '{score}，{label}',
} satisfies Messages;
