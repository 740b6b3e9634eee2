import type { Format } from '../format.js';
import { serialize } from '../serialize.js';

/** The same JSON as `text/plain`: a "simple" request, which reaches another origin without a preflight. */
export const format: Format = (message) => ({ body: serialize(message)! });
