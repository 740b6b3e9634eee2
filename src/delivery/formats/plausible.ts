import type { Format } from '../format.js';
import { eventName } from '../properties.js';
import { serialize } from '../serialize.js';

/**
 * Plausible's `/api/event`. Properties are strings, and its rules want nothing personal in them: no comment, no contact, no
 * person. `options.domain` is the site's name in Plausible, by default the host name of the page. As `text/plain`, like
 * Plausible's own script.
 */
export const format: Format = (message, { options }) => ({
  body: serialize({
    name: eventName(message),
    domain: options?.domain ?? location.hostname,
    url: location.origin + (message.context?.path ?? '/'),
    props: {
      survey: message.survey.id,
      wave: message.survey.wave,
      ...(message.score !== undefined && { score: `${message.score}`, category: message.category }),
      final: `${message.final}`,
    },
  })!,
});
