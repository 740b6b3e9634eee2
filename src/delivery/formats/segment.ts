import type { Format } from '../format.js';
import { eventName, properties } from '../properties.js';
import { serialize } from '../serialize.js';

/**
 * Segment's HTTP tracking API, `https://api.segment.io/v1/track` (EU: `https://events.eu1.segmentapis.com/v1/track`), and what
 * speaks the same, such as RudderStack. `options.writeKey` goes in the body, as the API asks, and the body as `text/plain`, as
 * Segment's own browser library sends it, so no preflight is needed. `messageId` is one per revision: Segment keeps the first.
 */
export const format: Format = (message, { options }) => ({
  body: serialize({
    writeKey: options?.writeKey,
    ...(message.person?.id
      ? { userId: message.person.id }
      : { anonymousId: message.person?.anonymousId ?? message.id }),
    event: eventName(message),
    properties: properties(message),
    timestamp: message.at,
    messageId: `${message.id}.${message.revision}`,
    context: { library: message.lib },
  })!,
});
