import type { Ask } from '../asking/ask.js';
import type { Backroom } from '../asking/backroom.js';
import { quiet } from '../core/quiet.js';
import { chooseMessages } from '../element/language.js';
import { renderPanel } from '../element/panel.js';
import { createPresenter } from '../element/presenter.js';
import { styles } from '../element/styles.js';
import { render } from '../element/templates.js';
import type { Messages } from '../locales/messages.js';

/**
 * `<ask-well>` as the script tag puts it on a page: the same panel and presenter as in the public element, without attributes
 * and methods, which `window.askwell` has, and so without the base class that they need.
 */
class Panel extends HTMLElement {
  static fetch: () => Promise<Backroom>;
  static locales = '';

  hosted = false;
  open = false;
  readonly presenter = createPresenter(
    this,
    undefined,
    quiet(() => this.#complete()),
  );
  #due?: Promise<void>;

  #dress(texts: string[]): void {
    for (const text of texts) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      this.shadowRoot!.adoptedStyleSheets.push(sheet);
    }
  }

  async #complete(): Promise<void> {
    if (this.presenter.answer) return;
    const { answer } = await Panel.fetch();
    this.#dress(answer.styles);
    this.presenter.complete(answer);
  }

  async present(ask: Ask): Promise<void> {
    // Not in a constructor, whose faults the browser tells the page.
    this.attachShadow({ mode: 'open' });
    this.#dress(styles);
    const messages = await chooseMessages(this, ask.config.locale, async (wanted) => {
      const { resolveLocale } = await Panel.fetch();
      return ((await import(/* @vite-ignore */ `${Panel.locales}${resolveLocale(wanted)}.js`)) as { default: Messages })
        .default;
    });
    if (ask.signal.aborted) return this.remove();
    // Only the corner is dressed without it.
    if (ask.config.layout !== 'corner') await this.#complete();
    this.presenter.present(ask, messages);
    return this.requestUpdate();
  }

  requestUpdate(): Promise<void> {
    this.#due ??= Promise.resolve().then(() => {
      this.#due = undefined;
      const { presenter, open } = this;
      presenter.beforeUpdate();
      render(renderPanel(presenter, open), this.shadowRoot!);
      this.toggleAttribute('open', open);
      presenter.settle();
      // A question that has gone leaves nothing behind.
      if (!presenter.showing) this.remove();
    });
    this.#due.catch(() => {});
    return this.#due;
  }
}

/**
 * Shows an ask of the script tag at the end of the page; `fetch` brings what comes after the score, `locales` is the address of
 * the folder with the languages. Elements that the page itself wrote keep the name for the package, which knows what to do with
 * them.
 */
export async function show(ask: Ask, fetch: () => Promise<Backroom>, locales: string): Promise<void> {
  const taken = customElements.get('ask-well');
  const name = taken || !document.querySelector('ask-well') ? 'ask-well' : 'ask-well-panel';
  if (!customElements.get(name)) customElements.define(name, Panel);
  const element = document.createElement(name) as Panel;
  Object.assign(Panel, { fetch, locales });
  element.hosted = true;
  // Not into the body: a page may have hidden or replaced it.
  document.documentElement.append(element);
  await element.present(ask);
}
