import type { Messages } from './messages.js';

/**
 * Persian. Form of address: شما. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of SatisMeter and Wiredash. All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'fa',
  dir: 'rtl',
  question: {
    relational: {
      named: 'چقدر احتمال دارد {product} را به یک دوست یا همکار توصیه کنید؟',
      us: 'چقدر احتمال دارد ما را به یک دوست یا همکار توصیه کنید؟',
    },
    transactional: {
      named: 'با توجه به تجربهٔ اخیرتان، چقدر احتمال دارد {product} را به یک دوست یا همکار توصیه کنید؟',
      us: 'با توجه به تجربهٔ اخیرتان، چقدر احتمال دارد ما را به یک دوست یا همکار توصیه کنید؟',
    },
    employee: {
      named: 'چقدر احتمال دارد {product} را به‌عنوان محل کار توصیه کنید؟',
      us: 'چقدر احتمال دارد ما را به‌عنوان محل کار توصیه کنید؟',
    },
  },
  low: 'اصلاً محتمل نیست',
  high: 'بسیار محتمل است',
  followUp: 'دلیل اصلی امتیاز شما چیست؟',
  optional: 'اختیاری',
  reasons: 'موضوع چیست؟',
  contact: 'آیا می‌توانیم در این باره با شما تماس بگیریم؟',
  email: 'نشانی ایمیل',
  emailInvalid: 'یک نشانی ایمیل مانند name@example.com وارد کنید.',
  send: 'ارسال',
  close: 'بستن',
  snooze: 'بعداً بپرسید',
  optOut: 'دیگر نپرسید',
  thanks: 'از پاسخ شما سپاسگزاریم.',
  notSent: 'پاسخ شما هنوز ذخیره نشده است.',
  retry: 'تلاش دوباره',
  closed: 'پرسش بسته شد.',
  undo: 'بازگرداندن',
  region: 'نظرسنجی',
  scoreLabel: '{score}، {label}',
} satisfies Messages;
