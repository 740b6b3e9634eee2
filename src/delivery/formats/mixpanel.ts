import type { Format } from '../format.js';
import { distinctId, eventName, properties } from '../properties.js';
import { serialize } from '../serialize.js';

/**
 * Mixpanel's `https://api.mixpanel.com/track` (EU: `api-eu`, India: `api-in`). `options.token` is the project token. Event name,
 * time, person and `$insert_id` are the same for every revision: Mixpanel takes that for one event and shows what came last. It
 * refuses events older than five days, and says so with a 200: what waited longer than that is not in Mixpanel.
 */
export const format: Format = (message, { options }) => ({
  body: serialize([
    {
      event: eventName(message),
      properties: {
        ...properties(message),
        token: options?.token,
        time: Date.parse(message.shown.at),
        distinct_id: distinctId(message),
        $insert_id: message.id,
      },
    },
  ])!,
  headers: { 'Content-Type': 'application/json' },
});
