import type { Format } from '../format.js';
import { serialize } from '../serialize.js';

/** The message as JSON. To another origin this costs a preflight, which the endpoint must answer. */
export const format: Format = (message) => ({
  body: serialize(message)!,
  headers: { 'Content-Type': 'application/json' },
});
