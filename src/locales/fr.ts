import type { Messages } from './messages.js';

/**
 * French. Form of address: vous. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla), SatisMeter and
 * Wiredash. All else was drafted by the project. No native speaker has reviewed this file yet: corrections are
 * welcome.
 */
export default {
  locale: 'fr',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Quelle est la probabilité que vous recommandiez {product} à un ami ou à un collègue ?',
      us: 'Quelle est la probabilité que vous nous recommandiez à un ami ou à un collègue ?',
    },
    transactional: {
      named:
        'Compte tenu de votre expérience récente, quelle est la probabilité que vous recommandiez {product} à un ami ou à un collègue ?',
      us: 'Compte tenu de votre expérience récente, quelle est la probabilité que vous nous recommandiez à un ami ou à un collègue ?',
    },
    employee: {
      named: 'Quelle est la probabilité que vous recommandiez {product} comme employeur ?',
      us: 'Quelle est la probabilité que vous nous recommandiez comme employeur ?',
    },
  },
  low: 'Pas du tout probable',
  high: 'Extrêmement probable',
  followUp: 'Quelle est la principale raison de votre note ?',
  optional: 'facultatif',
  reasons: 'De quoi s’agit-il ?',
  contact: 'Pouvons-nous vous contacter à ce sujet ?',
  email: 'Adresse e-mail',
  emailInvalid: 'Saisissez une adresse e-mail telle que name@example.com.',
  send: 'Envoyer',
  close: 'Fermer',
  snooze: 'Me demander plus tard',
  optOut: 'Ne plus me demander',
  thanks: 'Merci de votre réponse.',
  notSent: 'Votre réponse n’a pas encore pu être enregistrée.',
  retry: 'Réessayer',
  closed: 'Question fermée.',
  undo: 'Annuler',
  region: 'Enquête',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
