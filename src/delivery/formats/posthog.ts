import type { MessageType } from '../../core/message.js';
import type { Format } from '../format.js';
import { distinctId, properties } from '../properties.js';
import { serialize } from '../serialize.js';

/** PostHog's own names, so that its survey reports understand ours. */
const EVENTS: Record<MessageType, string> = {
  asked: 'survey shown',
  response: 'survey sent',
  dismissed: 'survey dismissed',
  snoozed: 'survey dismissed',
  'opted-out': 'survey dismissed',
};

/**
 * PostHog's capture API, `https://us.i.posthog.com/i/v0/e/` (EU: `https://eu.i.posthog.com/i/v0/e/`).
 * `options.apiKey` is the project's public key, `options.surveyId` the survey to file the answers under. `uuid`, event, time and
 * person are the same for every revision: PostHog takes that for one event and, after a while, keeps the last. Nobody becomes a
 * person profile unless the host names them.
 */
export const format: Format = (message, { options }) => ({
  body: serialize({
    api_key: options?.apiKey,
    uuid: message.id,
    event: EVENTS[message.type],
    distinct_id: distinctId(message),
    timestamp: message.shown.at,
    properties: {
      ...properties(message),
      $survey_id: options?.surveyId ?? message.survey.id,
      $survey_submission_id: message.id,
      ...(message.type === 'response' && {
        $survey_response: message.score,
        ...(message.comment && { $survey_response_1: message.comment }),
        $survey_completed: message.final,
      }),
      ...(!message.person?.id && { $process_person_profile: false }),
    },
  })!,
  headers: { 'Content-Type': 'application/json' },
});
