import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Ask } from '../asking/ask.js';
import type { Askwell } from '../asking/asker.js';
import type { AskwellConfig, User } from '../config/config.js';
import type { Decision } from '../core/decision.js';
import { configOf, type CreateAskwell } from './attributes.js';
import { chooseMessages, type LoadLocale } from './language.js';
import { answer } from './answer.js';
import { ReactiveElement, unsafeCSS } from './lit-base.js';
import { renderPanel } from './panel.js';
import { createPresenter } from './presenter.js';
import { styles } from './styles.js';
import { render } from './templates.js';

/**
 * Asks the Net Promoter question: one sentence, 0 to 10, a comment, thanks. Until it asks it takes no place in the page; with
 * `layout="inline"` it asks where it stands.
 * @tag ask-well
 * @summary Asks how likely somebody is to recommend, 0 to 10, at the right moment and without bias.
 * @slot logo - A logo above the question.
 * @slot privacy - A note or link about privacy below everything else.
 * @csspart panel - Everything that is shown: a popover, a dialog, or a section.
 * @csspart scale - The question with its scores.
 * @csspart question - The question itself.
 * @csspart score - One of the eleven scores.
 * @csspart labels - The words at the ends of the scale.
 * @csspart more - What opens below once a score is chosen.
 * @csspart reasons - The group of reasons.
 * @csspart reason - One reason.
 * @csspart comment - The text box.
 * @csspart email - The field for an address.
 * @csspart status - What is said when nothing more is asked: thanks, not saved, closed.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; `send`, `undo` and `close` are parts too.
 * @csspart link - The host's link beside the thanks.
 *
 * @cssprop [--askwell-accent] - The one hue; any colour. What is shown is bounded so that it contrasts with the surface.
 * @cssprop [--askwell-on-accent] - Text on the accent. Left out: black or white, whichever contrasts more.
 * @cssprop [--askwell-surface] - Background. Whoever sets it sets `--askwell-text` too and sees to the contrast.
 * @cssprop [--askwell-text] - Text. Softer text and lines are mixed from it and the surface.
 * @cssprop [--askwell-font=system-ui, sans-serif] - Font family.
 * @cssprop [--askwell-font-size=1em] - Font size; `1em` is the reader's own.
 * @cssprop [--askwell-radius=0.875em] - Rounding of the panel.
 * @cssprop [--askwell-shadow] - Shadow of a panel above the page.
 * @cssprop [--askwell-offset=1.25em] - Distance from the edges of the window.
 * @cssprop [--askwell-width] - Greatest width of the panel.
 * @cssprop [--askwell-backdrop] - What covers the page behind a modal question.
 * @cssprop [--askwell-reserve=0] - Least height of an inline question.
 *
 * @fires askwell-decision - A decision was taken: every gate, whether or not somebody is asked.
 * @fires askwell-ask - Before the question is shown. Cancelable: the ask is given back as if it had never been.
 * @fires askwell-shown - The question is on screen.
 * @fires askwell-score - A score was given or changed.
 * @fires askwell-response - The answer is complete.
 * @fires askwell-dismiss - About to end without a further answer. Cancelable: the question stays.
 * @fires askwell-delivery - What became of one message on its way.
 * @fires askwell-error - The configuration or the endpoint is wrong.
 */
export class AskWellElement extends ReactiveElement {
  /** Lets `@lit-labs/ssr` render it on a server. It has what `LitElement` has, but for a Trusted Types policy of another name. */
  static readonly _$litElement$ = true;
  static override styles = [...styles, ...answer.styles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    endpoint: {},
    product: {},
    survey: {},
    kind: {},
    layout: {},
    placement: {},
    locale: {},
    theme: {},
    userId: { attribute: 'user-id' },
    prefill: { type: Number },
    preview: { type: Boolean },
    open: { type: Boolean, reflect: true },
    config: { attribute: false },
  };

  /** Makes the asker; without one the element only presents what it is given. */
  static createAskwell?: CreateAskwell;

  /** Fetches the words of the first of these BCP 47 tags for which there are any; without it everything is in English. */
  static loadLocale?: LoadLocale;

  /** Where answers go: the address of the endpoint. */
  declare endpoint?: string;
  /** What is recommended, at most 60 characters; without it the question says “us”. */
  declare product?: string;
  /** Id of the survey; history and wave hang on it. */
  declare survey?: string;
  /** What is asked about: picks the wording, and for `employee` the privacy rules. */
  declare kind?: AskwellConfig['kind'];
  /** Where the question stands. */
  declare layout?: AskwellConfig['layout'];
  /** For `corner`: which side, in reading direction. For `bar`: `end` is the bottom, `start` the top. */
  declare placement?: AskwellConfig['placement'];
  /** BCP 47 tag, or `auto`: `lang` of the element or its ancestors, then of the page, then the browser's. */
  declare locale?: string;
  /** Light, dark, or as the person's system has it. */
  declare theme?: AskwellConfig['theme'];
  /** Your id of the signed-in person. */
  declare userId?: string;
  /** Selects a score beforehand and sends nothing. */
  declare prefill?: number;
  /** Shows the question at once, stores nothing, sends nothing. */
  declare preview: boolean;
  /** The question is on screen. Set it to hide the question without ending it and to show it again; with none, it asks. */
  declare open: boolean;
  /** The whole configuration. What an attribute says goes first. */
  declare config?: AskwellConfig;

  /** The asker is somebody else's: this element only presents what it is given. Set before it enters the page. */
  hosted = false;
  #asker?: Askwell;
  #presenter = createPresenter(this, answer);
  #early: (() => void)[] = [];

  constructor() {
    super();
    this.preview = this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // After a move the popover is down and must be raised again; after a removal the asker has stopped.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the tree, or a framework that mounts twice, is over before the next task: then nothing has happened.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** Something happened that a trigger may wait for. */
  track(event: string): void {
    void this.#with((asker) => asker.track(event));
  }

  /** Who is here now; nobody after logging out. */
  identify(user?: User): Promise<void> {
    return this.#with((asker) => asker.identify(user));
  }

  /** With `consent: 'required'` nothing is stored, sent or asked before `granted`. */
  consent(state: 'granted' | 'denied'): Promise<void> {
    return this.#with((asker) => asker.consent(state));
  }

  /** Asks now, without a trigger, if the rules allow. */
  ask(): Promise<Decision> {
    return this.#with((asker) => asker.ask());
  }

  /** May this person be asked now? Every gate. Has no effect. */
  explain(): Promise<Decision> {
    return this.#with((asker) => asker.explain());
  }

  /** What is stored on this device, where and until when. */
  privacyReport(): Promise<unknown> {
    return this.#with((asker) => asker.privacyReport());
  }

  /** What waits for delivery, what is dead, and why. */
  diagnostics(): Promise<unknown> {
    return this.#with((asker) => asker.diagnostics());
  }

  /** Sends the dead letters again. */
  retryFailed(): Promise<void> {
    return this.#with((asker) => asker.retryFailed());
  }

  /** Erases everything that askwell stored on this device. */
  reset(): Promise<void> {
    return this.#with((asker) => asker.reset());
  }

  /** Shows an ask in its own language, or in English when that cannot be fetched. The question is up when this resolves. */
  async present(ask: Ask): Promise<void> {
    const { loadLocale } = this.constructor as typeof AskWellElement;
    const messages = await chooseMessages(this, ask.config.locale, loadLocale);
    if (ask.signal.aborted) return;
    this.toggleAttribute('in-flow', ask.config.layout === 'inline');
    this.#presenter.present(ask, messages);
    await this.updateComplete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A server rendered it: styles and no question.
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    this.#presenter.beforeUpdate();
    const { showing } = this.#presenter;
    if (this.#asker && (changed.has('preview') || changed.has('prefill'))) this.#stop();
    if (!this.#asker) this.#start();
    else if (changed.size > (changed.has('open') ? 1 : 0)) this.#asker.update(configOf(this));
    if (this.open && showing?.stage === 'closed') this.#presenter.undo();
    if (!this.open || showing) return;
    this.open = false;
    if (changed.has('open')) void this.ask();
  }

  protected override updated(): void {
    render(this.render(), this.renderRoot);
    this.#presenter.settle();
  }

  #start(): void {
    const { createAskwell } = this.constructor as typeof AskWellElement;
    if (!createAskwell || this.hosted) return;
    this.#asker = createAskwell(configOf(this), {
      target: this,
      preview: this.preview,
      prefill: this.prefill,
      present: (ask) => this.present(ask),
    });
    for (const call of this.#early.splice(0)) call();
  }

  #stop(): void {
    this.#asker?.stop();
    this.#asker = undefined;
  }

  /** Calls the asker now, or as soon as there is one. */
  #with<T>(call: (asker: Askwell) => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const now = (): void => resolve(call(this.#asker!));
      if (this.#asker) now();
      else this.#early.push(now);
    });
  }

  protected render(): unknown {
    return renderPanel(this.#presenter, this.open, this.theme);
  }
}
