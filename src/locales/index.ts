export { loadMessages } from './load.js';
export { locales, resolveLocale, type LocaleCode } from './resolve.js';
export type { Messages } from './messages.js';
