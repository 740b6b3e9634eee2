import type { Messages } from './messages.js';

/**
 * Greek. Form of address: εσείς. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla) and SatisMeter. All else was
 * drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'el',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Πόσο πιθανό είναι να συστήσετε σε έναν φίλο ή συνάδελφο: {product};',
      us: 'Πόσο πιθανό είναι να μας συστήσετε σε έναν φίλο ή συνάδελφο;',
    },
    transactional: {
      named: 'Με βάση την πρόσφατη εμπειρία σας, πόσο πιθανό είναι να συστήσετε σε έναν φίλο ή συνάδελφο: {product};',
      us: 'Με βάση την πρόσφατη εμπειρία σας, πόσο πιθανό είναι να μας συστήσετε σε έναν φίλο ή συνάδελφο;',
    },
    employee: {
      named: 'Πόσο πιθανό είναι να συστήσετε ως εργοδότη: {product};',
      us: 'Πόσο πιθανό είναι να μας συστήσετε ως εργοδότη;',
    },
  },
  low: 'Καθόλου πιθανό',
  high: 'Εξαιρετικά πιθανό',
  followUp: 'Ποιος είναι ο κύριος λόγος για τη βαθμολογία σας;',
  optional: 'προαιρετικό',
  reasons: 'Τι αφορά;',
  contact: 'Μπορούμε να επικοινωνήσουμε μαζί σας σχετικά με αυτό;',
  email: 'Διεύθυνση email',
  emailInvalid: 'Εισαγάγετε μια διεύθυνση email όπως name@example.com.',
  send: 'Αποστολή',
  close: 'Κλείσιμο',
  snooze: 'Ρωτήστε με αργότερα',
  optOut: 'Μη με ρωτήσετε ξανά',
  thanks: 'Ευχαριστούμε για την απάντησή σας.',
  notSent: 'Η απάντησή σας δεν έχει αποθηκευτεί ακόμη.',
  retry: 'Δοκιμάστε ξανά',
  closed: 'Η ερώτηση έκλεισε.',
  undo: 'Αναίρεση',
  region: 'Έρευνα',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
