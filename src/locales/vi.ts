import type { Messages } from './messages.js';

/**
 * Vietnamese. Form of address: bạn (quý khách in formal use). Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of aemorph.com and a Vietnamese web page (address not
 * kept). All else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'vi',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Khả năng bạn sẽ giới thiệu {product} cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
      us: 'Khả năng bạn sẽ giới thiệu chúng tôi cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
    },
    transactional: {
      named:
        'Dựa trên trải nghiệm gần đây của bạn, khả năng bạn sẽ giới thiệu {product} cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
      us: 'Dựa trên trải nghiệm gần đây của bạn, khả năng bạn sẽ giới thiệu chúng tôi cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
    },
    employee: {
      named: 'Khả năng bạn sẽ giới thiệu {product} như một nơi làm việc là bao nhiêu?',
      us: 'Khả năng bạn sẽ giới thiệu chúng tôi như một nơi làm việc là bao nhiêu?',
    },
  },
  low: 'Hoàn toàn không có khả năng',
  high: 'Rất có khả năng',
  followUp: 'Lý do chính cho điểm số của bạn là gì?',
  optional: 'không bắt buộc',
  reasons: 'Về vấn đề gì?',
  contact: 'Chúng tôi có thể liên hệ với bạn về việc này không?',
  email: 'Địa chỉ email',
  emailInvalid: 'Nhập địa chỉ email, ví dụ name@example.com.',
  send: 'Gửi',
  close: 'Đóng',
  snooze: 'Hỏi lại sau',
  optOut: 'Không hỏi lại nữa',
  thanks: 'Cảm ơn bạn đã trả lời.',
  notSent: 'Chưa thể lưu câu trả lời của bạn.',
  retry: 'Thử lại',
  closed: 'Đã đóng câu hỏi.',
  undo: 'Hoàn tác',
  region: 'Khảo sát',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
