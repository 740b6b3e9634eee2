import type { Messages } from './messages.js';

/**
 * Korean. Form of address: 합니다체. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of brunch.co.kr and Opensurvey. All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ko',
  dir: 'ltr',
  question: {
    relational: {
      named: '{product}을(를) 친구나 동료에게 추천할 가능성은 얼마나 됩니까?',
      us: '저희를 친구나 동료에게 추천할 가능성은 얼마나 됩니까?',
    },
    transactional: {
      named: '최근 이용 경험을 바탕으로 할 때, {product}을(를) 친구나 동료에게 추천할 가능성은 얼마나 됩니까?',
      us: '최근 이용 경험을 바탕으로 할 때, 저희를 친구나 동료에게 추천할 가능성은 얼마나 됩니까?',
    },
    employee: {
      named: '{product}을(를) 직장으로 추천할 가능성은 얼마나 됩니까?',
      us: '저희 회사를 직장으로 추천할 가능성은 얼마나 됩니까?',
    },
  },
  low: '전혀 가능성이 없음',
  high: '가능성이 매우 높음',
  followUp: '그 점수를 주신 가장 큰 이유는 무엇입니까?',
  optional: '선택 사항',
  reasons: '무엇에 관한 것입니까?',
  contact: '이와 관련하여 연락드려도 되겠습니까?',
  email: '이메일 주소',
  emailInvalid: 'name@example.com과 같은 이메일 주소를 입력하십시오.',
  send: '보내기',
  close: '닫기',
  snooze: '나중에 묻기',
  optOut: '다시 묻지 않기',
  thanks: '답변해 주셔서 감사합니다.',
  notSent: '답변을 아직 저장하지 못했습니다.',
  retry: '다시 시도',
  closed: '질문을 닫았습니다.',
  undo: '실행 취소',
  region: '설문 조사',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
