import type { Kind, Message, MessageType } from './message.js';
import { categorize } from './category.js';

/** What is the same in every message of one ask. */
export interface AskFacts {
  id: string;
  survey: { id: string; kind: Kind; wave: string; trigger: string };
  person?: Message['person'];
  context?: Message['context'];
  probability: number;
  version: string;
}

/** What the person has said so far. Durations are counted from `shownAt`. */
export interface Answer {
  shown?: Omit<Message['shown'], 'at'>;
  shownAt?: number;
  score?: number;
  scoredAt?: number;
  comment?: string;
  reasons?: string[];
  contact?: { ok: boolean; email?: string };
}

const DAY = 86_400_000;

/**
 * One message. An employee survey is anonymous by construction here, not by a setting further on: no person, no context,
 * no contact, no durations, and instants cut to the day (UTC).
 */
export function composeMessage(
  facts: AskFacts,
  answer: Answer,
  type: MessageType,
  revision: number,
  final: boolean,
  now: number,
): Message {
  const anonymous = facts.survey.kind === 'employee';
  const instant = (time: number): string => new Date(anonymous ? time - (time % DAY) : time).toISOString();
  const { shown, shownAt = now, score, scoredAt = now, comment, reasons, contact } = answer;
  const scored = type === 'response' && score !== undefined;
  const message: Message = {
    schema: 'askwell/1',
    type,
    id: facts.id,
    revision,
    final,
    at: instant(now),
    survey: facts.survey,
    ...(scored && { score, category: categorize(score) }),
    ...(scored && comment && { comment }),
    ...(scored && reasons?.length && { reasons }),
    ...(scored && contact && !anonymous && { contact: contact.email ? contact : { ok: contact.ok } }),
    shown: { ...shown!, at: instant(shownAt) },
    ...(!anonymous && facts.person && { person: facts.person }),
    sampling: { probability: facts.probability },
    ...(scored &&
      !anonymous && {
        timing: {
          toScoreMs: Math.max(0, Math.round(scoredAt - shownAt)),
          ...(final && { toFinalMs: Math.max(0, Math.round(now - shownAt)) }),
        },
      }),
    ...(!anonymous && facts.context && { context: facts.context }),
    lib: { name: 'askwell', version: facts.version },
  };
  return message;
}
