export { messageSchema, checkMessage } from './message.js';
export { messageJsonSchema } from './message-json.js';
export { configSchema } from './config.js';
export { checkConfig } from './check-config.js';
export { explainConfig } from './explain.js';
export { lint, type Finding } from '../config/lint.js';
export type { Issue } from '../config/plain.js';
export type { AskwellConfig } from '../config/config.js';
export type { Message } from '../core/message.js';
