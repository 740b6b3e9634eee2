import type { Thanks } from '../config/config.js';
import { safeLink } from './safe-link.js';
import { forCategory, type Showing } from './showing.js';
import { html, nothing, type Template } from './templates.js';

/** The host's thanks for everybody, or for the category that was given. */
function thanksOf({ ask, category }: Showing): Thanks {
  const isOne = (value: unknown): boolean => 'text' in Object(value) || 'link' in Object(value);
  return forCategory<Thanks>(ask.config.thanks, isOne, category) ?? {};
}

/** What is said when nothing more is asked. It stands in a live region that was there before, so it is read out once. */
export function renderSaid(showing: Showing): unknown {
  const { stage, words } = showing;
  return stage === 'thanks'
    ? (thanksOf(showing).text ?? words.thanks)
    : stage === 'unsent'
      ? words.notSent
      : stage === 'closed'
        ? words.closed
        : nothing;
}

/** What can still be done: follow the host's link, try again, bring the question back. */
export function renderAfter(
  showing: Showing,
  onRetry: (event: Event) => unknown,
  onUndo: () => void,
): Template | typeof nothing {
  const { stage, words } = showing;
  if (stage === 'unsent')
    return html`<button type="button" class="main" part="button send" @click=${onRetry}>${words.retry}</button>`;
  if (stage === 'closed') return html`<button type="button" part="button undo" @click=${onUndo}>${words.undo}</button>`;
  const { link } = thanksOf(showing);
  const href = stage === 'thanks' && safeLink(link?.href);
  return href ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${link?.text}</a>` : nothing;
}
