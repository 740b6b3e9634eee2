import type { Format } from '../format.js';
import { serialize } from '../serialize.js';

/**
 * CloudEvents 1.0, structured JSON. `id` and `source` together name one event, so `id` carries the revision.
 * `options.source` replaces the origin of the page. Shape: cloudevents/spec, formats/json-format.md §3.
 */
export const format: Format = (message, { options }) => ({
  body: serialize({
    specversion: '1.0',
    id: `${message.id}.${message.revision}`,
    source: options?.source ?? location.origin,
    type: `askwell.${message.type}`,
    subject: message.survey.id,
    time: message.at,
    datacontenttype: 'application/json',
    data: message,
  })!,
  headers: { 'Content-Type': 'application/cloudevents+json' },
});
