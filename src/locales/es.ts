import type { Messages } from './messages.js';

/**
 * Spanish. Form of address: usted. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'es',
  dir: 'ltr',
  question: {
    relational: {
      named: '¿Qué probabilidad hay de que recomiende {product} a un amigo o compañero de trabajo?',
      us: '¿Qué probabilidad hay de que nos recomiende a un amigo o compañero de trabajo?',
    },
    transactional: {
      named:
        'Según su experiencia reciente, ¿qué probabilidad hay de que recomiende {product} a un amigo o compañero de trabajo?',
      us: 'Según su experiencia reciente, ¿qué probabilidad hay de que nos recomiende a un amigo o compañero de trabajo?',
    },
    employee: {
      named: '¿Qué probabilidad hay de que recomiende {product} como lugar de trabajo?',
      us: '¿Qué probabilidad hay de que nos recomiende como lugar de trabajo?',
    },
  },
  low: 'Nada probable',
  high: 'Extremadamente probable',
  followUp: '¿Cuál es el motivo principal de su puntuación?',
  optional: 'opcional',
  reasons: '¿De qué se trata?',
  contact: '¿Podemos contactar con usted sobre esto?',
  email: 'Correo electrónico',
  emailInvalid: 'Introduzca una dirección de correo como name@example.com.',
  send: 'Enviar',
  close: 'Cerrar',
  snooze: 'Preguntar más tarde',
  optOut: 'No volver a preguntar',
  thanks: 'Gracias por su respuesta.',
  notSent: 'Su respuesta aún no se ha podido guardar.',
  retry: 'Reintentar',
  closed: 'Pregunta cerrada.',
  undo: 'Deshacer',
  region: 'Encuesta',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
