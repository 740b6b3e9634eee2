import type { Messages } from './messages.js';

/**
 * Portuguese of Brazil. Form of address: você. Confidence: high.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of Formbricks, Firefox Relay (Mozilla) and SatisMeter. All
 * else was drafted by the project. No native speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'pt-BR',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Qual é a probabilidade de você recomendar {product} a um amigo ou colega?',
      us: 'Qual é a probabilidade de você nos recomendar a um amigo ou colega?',
    },
    transactional: {
      named:
        'Com base na sua experiência recente, qual é a probabilidade de você recomendar {product} a um amigo ou colega?',
      us: 'Com base na sua experiência recente, qual é a probabilidade de você nos recomendar a um amigo ou colega?',
    },
    employee: {
      named: 'Qual é a probabilidade de você recomendar {product} como um lugar para trabalhar?',
      us: 'Qual é a probabilidade de você nos recomendar como um lugar para trabalhar?',
    },
  },
  low: 'Nada provável',
  high: 'Extremamente provável',
  followUp: 'Qual é o principal motivo da sua nota?',
  optional: 'opcional',
  reasons: 'Do que se trata?',
  contact: 'Podemos entrar em contato com você sobre isso?',
  email: 'Endereço de e-mail',
  emailInvalid: 'Insira um endereço de e-mail como name@example.com.',
  send: 'Enviar',
  close: 'Fechar',
  snooze: 'Perguntar mais tarde',
  optOut: 'Não perguntar novamente',
  thanks: 'Agradecemos a sua resposta.',
  notSent: 'Ainda não foi possível salvar sua resposta.',
  retry: 'Tentar novamente',
  closed: 'Pergunta fechada.',
  undo: 'Desfazer',
  region: 'Pesquisa de opinião',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
