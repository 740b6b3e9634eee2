import type { Messages } from './messages.js';

/**
 * Thai. Form of address: คุณ. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of bsgroupth.com. All else was drafted by the project. No
 * native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'th',
  dir: 'ltr',
  question: {
    relational: {
      named: 'คุณมีแนวโน้มที่จะแนะนำ {product} ให้เพื่อนหรือเพื่อนร่วมงานมากน้อยเพียงใด',
      us: 'คุณมีแนวโน้มที่จะแนะนำเราให้เพื่อนหรือเพื่อนร่วมงานมากน้อยเพียงใด',
    },
    transactional: {
      named: 'จากประสบการณ์ล่าสุดของคุณ คุณมีแนวโน้มที่จะแนะนำ {product} ให้เพื่อนหรือเพื่อนร่วมงานมากน้อยเพียงใด',
      us: 'จากประสบการณ์ล่าสุดของคุณ คุณมีแนวโน้มที่จะแนะนำเราให้เพื่อนหรือเพื่อนร่วมงานมากน้อยเพียงใด',
    },
    employee: {
      named: 'คุณมีแนวโน้มที่จะแนะนำ {product} ในฐานะที่ทำงานมากน้อยเพียงใด',
      us: 'คุณมีแนวโน้มที่จะแนะนำเราในฐานะที่ทำงานมากน้อยเพียงใด',
    },
  },
  low: 'ไม่มีแนวโน้มเลย',
  high: 'มีแนวโน้มมากที่สุด',
  followUp: 'เหตุผลหลักที่คุณให้คะแนนนี้คืออะไร',
  optional: 'ไม่บังคับ',
  reasons: 'เกี่ยวกับเรื่องใด',
  contact: 'เราขอติดต่อคุณเกี่ยวกับเรื่องนี้ได้หรือไม่',
  email: 'ที่อยู่อีเมล',
  emailInvalid: 'ป้อนที่อยู่อีเมล เช่น name@example.com',
  send: 'ส่ง',
  close: 'ปิด',
  snooze: 'ถามภายหลัง',
  optOut: 'ไม่ต้องถามอีก',
  thanks: 'ขอบคุณสำหรับคำตอบของคุณ',
  notSent: 'ยังไม่สามารถบันทึกคำตอบของคุณได้',
  retry: 'ลองอีกครั้ง',
  closed: 'ปิดคำถามแล้ว',
  undo: 'เลิกทำ',
  region: 'แบบสำรวจ',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
