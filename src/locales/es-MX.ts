import type { Messages } from './messages.js';

/**
 * Spanish of Mexico. Form of address: usted. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Firefox Relay (Mozilla). All else was drafted by the
 * project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'es-MX',
  dir: 'ltr',
  question: {
    relational: {
      named: '¿Qué tan probable es que recomiende {product} a un amigo o colega?',
      us: '¿Qué tan probable es que nos recomiende a un amigo o colega?',
    },
    transactional: {
      named: 'Con base en su experiencia reciente, ¿qué tan probable es que recomiende {product} a un amigo o colega?',
      us: 'Con base en su experiencia reciente, ¿qué tan probable es que nos recomiende a un amigo o colega?',
    },
    employee: {
      named: '¿Qué tan probable es que recomiende {product} como lugar de trabajo?',
      us: '¿Qué tan probable es que nos recomiende como lugar de trabajo?',
    },
  },
  low: 'Nada probable',
  high: 'Extremadamente probable',
  followUp: '¿Cuál es la razón principal de su calificación?',
  optional: 'opcional',
  reasons: '¿De qué se trata?',
  contact: '¿Podemos comunicarnos con usted sobre esto?',
  email: 'Correo electrónico',
  emailInvalid: 'Ingrese una dirección de correo como name@example.com.',
  send: 'Enviar',
  close: 'Cerrar',
  snooze: 'Preguntar más tarde',
  optOut: 'No volver a preguntar',
  thanks: 'Gracias por su respuesta.',
  notSent: 'Aún no se pudo guardar su respuesta.',
  retry: 'Intentar de nuevo',
  closed: 'Pregunta cerrada.',
  undo: 'Deshacer',
  region: 'Encuesta',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
