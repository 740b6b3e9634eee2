import * as z from 'zod/mini';
import { messageSchema } from './message.js';

/**
 * `messageSchema` as one generated function, where the runtime lets code be generated: half the time for a message. For servers;
 * a page's policy would forbid it.
 */
export const compiledMessage: typeof messageSchema = z.compile(messageSchema);
