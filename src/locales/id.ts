import type { Messages } from './messages.js';

/**
 * Indonesian. Form of address: Anda. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla) and SatisMeter. All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'id',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Seberapa besar kemungkinan Anda merekomendasikan {product} kepada teman atau rekan kerja?',
      us: 'Seberapa besar kemungkinan Anda merekomendasikan kami kepada teman atau rekan kerja?',
    },
    transactional: {
      named:
        'Berdasarkan pengalaman Anda baru-baru ini, seberapa besar kemungkinan Anda merekomendasikan {product} kepada teman atau rekan kerja?',
      us: 'Berdasarkan pengalaman Anda baru-baru ini, seberapa besar kemungkinan Anda merekomendasikan kami kepada teman atau rekan kerja?',
    },
    employee: {
      named: 'Seberapa besar kemungkinan Anda merekomendasikan {product} sebagai tempat bekerja?',
      us: 'Seberapa besar kemungkinan Anda merekomendasikan kami sebagai tempat bekerja?',
    },
  },
  low: 'Sama sekali tidak mungkin',
  high: 'Sangat mungkin',
  followUp: 'Apa alasan utama dari nilai Anda?',
  optional: 'opsional',
  reasons: 'Mengenai hal apa?',
  contact: 'Bolehkah kami menghubungi Anda mengenai hal ini?',
  email: 'Alamat email',
  emailInvalid: 'Masukkan alamat email seperti name@example.com.',
  send: 'Kirim',
  close: 'Tutup',
  snooze: 'Tanyakan nanti',
  optOut: 'Jangan tanyakan lagi',
  thanks: 'Terima kasih atas jawaban Anda.',
  notSent: 'Jawaban Anda belum dapat disimpan.',
  retry: 'Coba lagi',
  closed: 'Pertanyaan ditutup.',
  undo: 'Urungkan',
  region: 'Survei',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
