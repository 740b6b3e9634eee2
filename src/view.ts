import type { AskerPorts, Askwell } from './asker.js';
import type { Ask } from './ask.js';
import type { AskwellConfig } from './config/config.js';
import { AskWellElement } from './element/ask-well.js';

type Create = (config: AskwellConfig, ports: Pick<AskerPorts, 'present' | 'target' | 'preview' | 'prefill'>) => Askwell;

/**
 * Shows an ask of the script tag: registers `<ask-well>` unless the page has it already, and puts one at the end of the page.
 * `create` makes the tag's own asker serve elements that the page itself wrote.
 */
export async function show(ask: Ask, create: Create): Promise<void> {
  if (!customElements.get('ask-well')) {
    customElements.define('ask-well', class extends AskWellElement {
      static override createAskwell = create;
    });
  }
  const element = document.createElement('ask-well') as AskWellElement;
  element.hosted = true;
  // Not into the body: a page may have hidden or replaced it.
  document.documentElement.append(element);
  await element.present(ask);
}
