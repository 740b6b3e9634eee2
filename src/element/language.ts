import en from '../locales/en.js';
import type { Messages } from '../locales/messages.js';

/** Fetches the words of the first of these BCP 47 tags for which there are any. */
export type LoadLocale = (wanted: readonly string[]) => Promise<Messages>;

/**
 * The words for an element: in the language asked for, else (`auto`) that of the element or an ancestor, of the page, of the
 * browser. English, which is always here, when a language cannot be fetched.
 */
export async function chooseMessages(element: Element, locale = 'auto', load?: LoadLocale): Promise<Messages> {
  const page = [element.closest<HTMLElement>('[lang]')?.lang, document.documentElement.lang, ...navigator.languages];
  const wanted = (locale === 'auto' ? page : [locale]).filter((tag) => !!tag) as string[];
  try {
    return /^en\b/i.test(wanted[0] ?? 'en') ? en : ((await load?.(wanted)) ?? en);
  } catch {
    return en;
  }
}
