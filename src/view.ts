import type { Ask } from './ask.js';
import { AskWellElement, type CreateAskwell } from './element/ask-well.js';
import type { Messages } from './locales/messages.js';
import { resolveLocale } from './locales/resolve.js';

/**
 * Shows an ask of the script tag: registers `<ask-well>` unless the page has it already, and puts one at the end of the page.
 * `create` lets the script's own asker serve elements that the page itself wrote; `locales` is the folder of the languages.
 */
export async function show(ask: Ask, create: CreateAskwell, locales: string): Promise<void> {
  if (!customElements.get('ask-well')) {
    customElements.define('ask-well', class extends AskWellElement {
      static override createAskwell = create;
      static override loadLocale = async (wanted: readonly string[]): Promise<Messages> =>
        ((await import(/* @vite-ignore */ `${locales}${resolveLocale(wanted)}.js`)) as { default: Messages }).default;
    });
  }
  const element = document.createElement('ask-well') as AskWellElement;
  element.hosted = true;
  // Not into the body: a page may have hidden or replaced it.
  document.documentElement.append(element);
  await element.present(ask);
}
