import type { Messages } from './messages.js';

/**
 * Turkish. Form of address: siz. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'tr',
  dir: 'ltr',
  question: {
    relational: {
      named: '{product} markasını bir arkadaşınıza veya iş arkadaşınıza önerme olasılığınız nedir?',
      us: 'Bizi bir arkadaşınıza veya iş arkadaşınıza önerme olasılığınız nedir?',
    },
    transactional: {
      named:
        'Son deneyiminize göre, {product} markasını bir arkadaşınıza veya iş arkadaşınıza önerme olasılığınız nedir?',
      us: 'Son deneyiminize göre, bizi bir arkadaşınıza veya iş arkadaşınıza önerme olasılığınız nedir?',
    },
    employee: {
      named: '{product} şirketini çalışılacak bir yer olarak önerme olasılığınız nedir?',
      us: 'Bizi çalışılacak bir yer olarak önerme olasılığınız nedir?',
    },
  },
  low: 'Hiç olası değil',
  high: 'Son derece olası',
  followUp: 'Bu puanı vermenizin başlıca nedeni nedir?',
  optional: 'isteğe bağlı',
  reasons: 'Konu nedir?',
  contact: 'Bu konuda sizinle iletişime geçebilir miyiz?',
  email: 'E-posta adresi',
  emailInvalid: 'name@example.com gibi bir e-posta adresi girin.',
  send: 'Gönder',
  close: 'Kapat',
  snooze: 'Daha sonra sor',
  optOut: 'Bir daha sorma',
  thanks: 'Yanıtınız için teşekkür ederiz.',
  notSent: 'Yanıtınız henüz kaydedilemedi.',
  retry: 'Yeniden dene',
  closed: 'Soru kapatıldı.',
  undo: 'Geri al',
  region: 'Anket',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
