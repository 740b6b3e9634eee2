import type { Format } from '../format.js';
import { distinctId, eventName, properties } from '../properties.js';
import { serialize } from '../serialize.js';

/**
 * Amplitude's HTTP V2 API, `https://api2.amplitude.com/2/httpapi` (EU: `https://api.eu.amplitude.com/2/httpapi`).
 * `options.apiKey` is the project's key. `insert_id` is one per revision, because Amplitude keeps the first of equal ones.
 */
export const format: Format = (message, { options }) => ({
  body: serialize({
    api_key: options?.apiKey,
    events: [
      {
        ...(message.person?.id ? { user_id: message.person.id } : { device_id: distinctId(message) }),
        event_type: eventName(message),
        time: Date.parse(message.at),
        insert_id: `${message.id}.${message.revision}`,
        event_properties: properties(message),
      },
    ],
    // Ids shorter than five characters are refused otherwise.
    options: { min_id_length: 1 },
  })!,
  headers: { 'Content-Type': 'application/json' },
});
