import type { Messages } from './messages.js';

/**
 * Arabic. Form of address: singular you (masculine default). Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter and Wiredash. All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ar',
  dir: 'rtl',
  question: {
    relational: {
      named: 'ما مدى احتمال أن توصي صديقًا أو زميلًا بـ{product}؟',
      us: 'ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟',
    },
    transactional: {
      named: 'بناءً على تجربتك الأخيرة، ما مدى احتمال أن توصي صديقًا أو زميلًا بـ{product}؟',
      us: 'بناءً على تجربتك الأخيرة، ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟',
    },
    employee: {
      named: 'ما مدى احتمال أن توصي بالعمل لدى {product}؟',
      us: 'ما مدى احتمال أن توصي بالعمل لدينا؟',
    },
  },
  low: 'غير محتمل إطلاقًا',
  high: 'محتمل للغاية',
  followUp: 'ما السبب الرئيسي لتقييمك؟',
  optional: 'اختياري',
  reasons: 'بماذا يتعلق الأمر؟',
  contact: 'هل يمكننا التواصل معك بهذا الشأن؟',
  email: 'البريد الإلكتروني',
  emailInvalid: 'أدخل عنوان بريد إلكتروني مثل name@example.com.',
  send: 'إرسال',
  close: 'إغلاق',
  snooze: 'اسألني لاحقًا',
  optOut: 'لا تسألني مرة أخرى',
  thanks: 'شكرًا على إجابتك.',
  notSent: 'تعذّر حفظ إجابتك حتى الآن.',
  retry: 'إعادة المحاولة',
  closed: 'أُغلق السؤال.',
  undo: 'تراجع',
  region: 'استبيان',
  scoreLabel: '{score}، {label}',
} satisfies Messages;
