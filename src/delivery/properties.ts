import type { Message, MessageType } from '../core/message.js';

const NAMES: Record<MessageType, string> = {
  asked: 'NPS Asked',
  response: 'NPS Answered',
  dismissed: 'NPS Dismissed',
  snoozed: 'NPS Snoozed',
  'opted-out': 'NPS Opted Out',
};

/** What an analytics product shall call the event. */
export const eventName = ({ type }: Message): string => NAMES[type];

/** Who did it, for products that refuse events of nobody. An employee survey names nobody, so each ask is its own. */
export const distinctId = ({ id, person }: Message): string => person?.id ?? person?.anonymousId ?? id;

/**
 * A message as flat properties for an analytics product. Every revision of one ask carries the same `response_id`, so a report
 * counts distinct ones and reads the highest `revision`. The host's own properties never stand over ours.
 */
export function properties({
  id,
  revision,
  final,
  survey,
  score,
  category,
  comment,
  reasons,
  shown,
  context,
}: Message) {
  return {
    ...context?.properties,
    response_id: id,
    revision,
    final,
    survey_id: survey.id,
    survey_kind: survey.kind,
    survey_wave: survey.wave,
    survey_trigger: survey.trigger,
    ...(score !== undefined && { score, category }),
    ...(comment && { comment }),
    ...(reasons?.length && { reasons }),
    question: shown.question,
    locale: shown.locale,
    layout: shown.layout,
    ...(context?.path && { path: context.path }),
  };
}
