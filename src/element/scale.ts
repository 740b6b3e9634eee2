import type { Showing } from './showing.js';
import { html, nothing, type Template } from './templates.js';
import { splitAt } from './wording.js';

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The question, eleven native radio buttons, and the words at the ends. */
export function renderScale({ ask, words, score }: Showing, onScore: (event: Event) => void): Template {
  const { low, high, scoreLabel } = words;
  const [before, after] = splitAt(words.question, 'product');
  // Only the ends are named, and every name begins with the number that is seen.
  const named = (value: number, label: string): string =>
    scoreLabel.replace('{score}', `${value}`).replace('{label}', () => label);
  return html`
    <fieldset part="scale">
      <legend part="question">${before}${after === undefined ? nothing : html`<bdi>${ask.config.product}</bdi>${after}`}</legend>
      <div class="scores" @change=${onScore}>
        ${SCORES.map(
          (value) => html`
          <label part="score">
            <input type="radio" name="score" value=${value} .checked=${value === score}
              aria-label=${value === 0 ? named(0, low) : value === 10 ? named(10, high) : value}>
            <span aria-hidden="true">${value}</span>
          </label>`,
        )}
      </div>
      <div class="ends" part="labels" aria-hidden="true"><span>${low}</span><span>${high}</span></div>
    </fieldset>`;
}
