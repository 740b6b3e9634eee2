import type { Presenter } from './presenter.js';
import { renderScale } from './scale.js';
import { isUp } from './showing.js';
import { html, nothing, type Template } from './templates.js';
import { plain } from './wording.js';

const quiet = (event: Event): void => event.stopPropagation();

/** The question with everything around it: a modal dialog, a popover, or a section in the flow of the page. */
export function renderPanel(presenter: Presenter, open: boolean, themed?: string): Template | typeof nothing {
  const { answer, showing, leave, send } = presenter;
  if (!showing) return nothing;
  const { ask, words, layout, stage, score, announced } = showing;
  const { placement = 'end', theme = 'auto', product } = ask.config;
  const asking = stage === 'asking' || stage === 'sending';
  const chosen = themed ?? theme;
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme:dark)').matches);
  const look = `panel ${layout} ${placement} ${dark ? 'dark' : ''} ${asking ? '' : 'said'}`;

  // Nothing that is typed here may set off a shortcut of the host, so no key goes further than this panel.
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave('escape');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
  };
  const onCancel = (event: Event): void => {
    event.preventDefault();
    leave('escape');
  };
  const onInput = (event: Event): void => {
    event.stopPropagation();
    presenter.input(event);
  };

  const content = html`
    ${asking ? html`<slot name="logo"></slot>` : nothing}
    ${asking ? renderScale(showing, presenter.choose) : nothing}
    ${asking && score !== undefined ? answer?.renderFollowUp(showing) : nothing}
    <p class=${announced ? 'unseen' : 'words'} role="status" part="status">${
      announced ? `${words.region}: ${plain(words.question, product)}` : answer?.renderSaid(showing)
    }</p>
    <div class="actions" part="actions">
      ${
        asking
          ? html`
        ${
          score === undefined
            ? html`<button type="button" part="button" @click=${() => leave('snooze')}>${words.snooze}</button>`
            : nothing
        }
        <button type="button" part="button" @click=${() => leave('opt-out')}>${words.optOut}</button>
        ${
          score === undefined
            ? nothing
            : html`<button type="button" class="main" part="button send" @click=${send}>${words.send}</button>`
        }`
          : answer?.renderAfter(showing, send, presenter.undo)
      }
    </div>
    ${asking ? html`<slot name="privacy"></slot>` : nothing}
    <button type="button" class="close" part="button close" aria-label=${words.close} @click=${() => leave('close')}
      ><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8"></path></svg></button>`;

  if (layout === 'modal' && stage !== 'closed') {
    return html`<dialog class=${look} part="panel" tabindex="-1" lang=${words.locale} dir=${words.dir} aria-label=${words.region}
      @keydown=${onKey} @keyup=${quiet} @keypress=${quiet} @input=${onInput} @focusin=${presenter.entered} @click=${presenter.clicked} @cancel=${onCancel}
      >${content}</dialog>`;
  }
  return html`<section class=${look} part="panel" tabindex="-1" lang=${words.locale} dir=${words.dir} aria-label=${words.region}
    popover=${layout === 'inline' ? nothing : 'manual'} ?hidden=${!isUp(showing, open)}
    @keydown=${onKey} @keyup=${quiet} @keypress=${quiet} @input=${onInput} @focusin=${presenter.entered} @click=${presenter.clicked}
    >${content}</section>`;
}
