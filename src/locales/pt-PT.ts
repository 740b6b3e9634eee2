import type { Messages } from './messages.js';

/**
 * Portuguese of Portugal. Form of address: 3rd person. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'pt-PT',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Qual é a probabilidade de recomendar {product} a um amigo ou colega?',
      us: 'Qual é a probabilidade de nos recomendar a um amigo ou colega?',
    },
    transactional: {
      named:
        'Com base na sua experiência recente, qual é a probabilidade de recomendar {product} a um amigo ou colega?',
      us: 'Com base na sua experiência recente, qual é a probabilidade de nos recomendar a um amigo ou colega?',
    },
    employee: {
      named: 'Qual é a probabilidade de recomendar {product} como local de trabalho?',
      us: 'Qual é a probabilidade de nos recomendar como local de trabalho?',
    },
  },
  low: 'Nada provável',
  high: 'Extremamente provável',
  followUp: 'Qual é o principal motivo da sua classificação?',
  optional: 'opcional',
  reasons: 'De que se trata?',
  contact: 'Podemos entrar em contacto consigo sobre este assunto?',
  email: 'Endereço de e-mail',
  emailInvalid: 'Introduza um endereço de e-mail como name@example.com.',
  send: 'Enviar',
  close: 'Fechar',
  snooze: 'Perguntar mais tarde',
  optOut: 'Não voltar a perguntar',
  thanks: 'Agradecemos a sua resposta.',
  notSent: 'Ainda não foi possível guardar a sua resposta.',
  retry: 'Tentar novamente',
  closed: 'Pergunta fechada.',
  undo: 'Anular',
  region: 'Inquérito',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
