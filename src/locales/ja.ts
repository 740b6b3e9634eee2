import type { Messages } from './messages.js';

/**
 * Japanese. Form of address: です・ます. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks and SatisMeter. All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ja',
  dir: 'ltr',
  question: {
    relational: {
      named: '{product}を友人や同僚に薦める可能性はどのくらいありますか？',
      us: '当社を友人や同僚に薦める可能性はどのくらいありますか？',
    },
    transactional: {
      named: '最近のご利用を踏まえて、{product}を友人や同僚に薦める可能性はどのくらいありますか？',
      us: '最近のご利用を踏まえて、当社を友人や同僚に薦める可能性はどのくらいありますか？',
    },
    employee: {
      named: '{product}を働く場として友人や知人に薦める可能性はどのくらいありますか？',
      us: '当社を働く場として友人や知人に薦める可能性はどのくらいありますか？',
    },
  },
  low: '全く可能性がない',
  high: '可能性が非常に高い',
  followUp: 'その点数をつけた主な理由をお聞かせください。',
  optional: '任意',
  reasons: '何についてですか？',
  contact: 'この件についてご連絡してもよろしいですか？',
  email: 'メールアドレス',
  emailInvalid: 'name@example.comのような形式でメールアドレスを入力してください。',
  send: '送信',
  close: '閉じる',
  snooze: '後で回答する',
  optOut: '今後は質問しない',
  thanks: 'ご回答ありがとうございます。',
  notSent: '回答をまだ保存できていません。',
  retry: '再試行',
  closed: '質問を閉じました。',
  undo: '元に戻す',
  region: 'アンケート',
  scoreLabel: '{score}、{label}',
} satisfies Messages;
