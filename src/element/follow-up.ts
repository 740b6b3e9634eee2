import { followUpOf, forCategory, type Showing } from './showing.js';
import { html, nothing, type Template } from './templates.js';

/** The reasons to choose from, which may differ by category. */
export function reasonsOf({ ask, category }: Showing): string[] {
  return forCategory(ask.config.reasons, Array.isArray, category) ?? [];
}

/** Nobody who answers about their employer is asked for an address. */
export function mayContact({ ask }: Showing): boolean {
  return !!ask.config.contact && ask.kind !== 'employee';
}

/** What opens below the scale once a score is selected: reasons, comment, permission to write back. */
export function renderFollowUp(showing: Showing): Template {
  const { words } = showing;
  const reasons = reasonsOf(showing);
  return html`
    <div class="more" part="more"><div>
      ${
        reasons.length
          ? html`
        <fieldset class="reasons" part="reasons">
          <legend>${words.reasons} <small>${words.optional}</small></legend>
          ${reasons.map(
            (reason) => html`
            <label part="reason">
              <input type="checkbox" name="reason" .value=${reason} .checked=${showing.reasons.includes(reason)}><span>${reason}</span>
            </label>`,
          )}
        </fieldset>`
          : nothing
      }
      <label class="field">
        <span>${followUpOf(showing)} <small>${words.optional}</small></span>
        <textarea part="comment" name="comment" rows="3" maxlength="4000" .value=${showing.comment}></textarea>
      </label>
      ${
        mayContact(showing)
          ? html`
        <label class="check"><input type="checkbox" name="contact" .checked=${showing.contact}><span>${words.contact}</span></label>
        ${
          showing.contact
            ? html`
          <label class="field">
            <span>${words.email}</span>
            <input part="email" name="email" type="email" required autocomplete="email" maxlength="254" .value=${showing.email}
              aria-invalid=${showing.invalid} aria-describedby="wrong">
          </label>
          <p id="wrong" role="alert">${showing.invalid ? words.emailInvalid : nothing}</p>`
            : nothing
        }`
          : nothing
      }
    </div></div>`;
}
