export { messageSchema, checkMessage } from './message.js';
export { messageJsonSchema } from './message-json.js';
export type { Issue } from '../config/plain.js';
