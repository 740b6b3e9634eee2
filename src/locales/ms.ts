import type { Messages } from './messages.js';

/**
 * Malay. Form of address: anda. Confidence: low.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, with no public wording to compare with. All else was drafted by the project. No native
 * speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'ms',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Sejauh manakah kemungkinan anda akan mengesyorkan {product} kepada rakan atau rakan sekerja?',
      us: 'Sejauh manakah kemungkinan anda akan mengesyorkan kami kepada rakan atau rakan sekerja?',
    },
    transactional: {
      named:
        'Berdasarkan pengalaman anda baru-baru ini, sejauh manakah kemungkinan anda akan mengesyorkan {product} kepada rakan atau rakan sekerja?',
      us: 'Berdasarkan pengalaman anda baru-baru ini, sejauh manakah kemungkinan anda akan mengesyorkan kami kepada rakan atau rakan sekerja?',
    },
    employee: {
      named: 'Sejauh manakah kemungkinan anda akan mengesyorkan {product} sebagai tempat kerja?',
      us: 'Sejauh manakah kemungkinan anda akan mengesyorkan kami sebagai tempat kerja?',
    },
  },
  low: 'Langsung tidak mungkin',
  high: 'Amat mungkin',
  followUp: 'Apakah sebab utama bagi skor anda?',
  optional: 'pilihan',
  reasons: 'Mengenai perkara apa?',
  contact: 'Bolehkah kami menghubungi anda tentang perkara ini?',
  email: 'Alamat e-mel',
  emailInvalid: 'Masukkan alamat e-mel seperti name@example.com.',
  send: 'Hantar',
  close: 'Tutup',
  snooze: 'Tanya kemudian',
  optOut: 'Jangan tanya lagi',
  thanks: 'Terima kasih atas jawapan anda.',
  notSent: 'Jawapan anda belum dapat disimpan.',
  retry: 'Cuba lagi',
  closed: 'Soalan ditutup.',
  undo: 'Buat asal',
  region: 'Soal selidik',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
