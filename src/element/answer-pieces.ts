import { css } from './css.js';

/** What the answer is made of: what opens below the scale, and what is said at the end. */
export const answerPieces = css`
  .reasons, .field, .check { font-size: .9375em; }
  .field > span { font-weight: 600; }
  .more { display: grid; grid-template-rows: 1fr; }
  /* The room around is for the outline of what has the focus, which would be cut off. */
  .more > div { min-block-size: 0; overflow: hidden; margin: 0 -.25em -.25em; padding: 0 .25em .25em; }
  .reasons, .field, .check { margin-block-start: 1.25em; }
  .reasons label { position: relative; display: inline-block; margin-block-start: .5em; margin-inline-end: .5em; }
  .reasons span {
    display: block;
    padding: .375em .875em;
    border: 1px solid var(--edge);
    border-radius: 2em;
    font-size: .875em;
  }
  .field { display: grid; gap: .5em; }
  textarea, [type=email] {
    box-sizing: border-box;
    inline-size: 100%;
    margin: 0;
    padding: .5em .75em;
    border: 1px solid var(--edge);
    border-radius: .5em;
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
    cursor: text;
  }
  textarea { display: block; min-block-size: 4.5em; max-block-size: 14em; resize: vertical; field-sizing: content; }
  [aria-invalid=true] { border: 2px solid var(--text); }
  #wrong { margin-block-start: .375em; font-size: .875em; font-weight: 600; }
  .check { display: flex; gap: .625em; align-items: center; min-block-size: 24px; }
  .check input { inline-size: 1.125em; block-size: 1.125em; margin: 0; accent-color: var(--accent); }
  .reasons input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }
  .check input:checked + span { background: none; color: inherit; forced-color-adjust: auto; }
  .check input:focus-visible + span { outline: 0; }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: .25em 1em;
    padding-block: .75em;
    padding-inline-end: 3.5em;
    min-block-size: 0;
  }
  .said.bar { padding-inline-end: calc(3.5em + var(--beside)); }
  .said:not(:popover-open, [open], .inline) { display: none; }
  .said:is(.corner, .modal) { inline-size: fit-content; max-inline-size: min(27em, 100% - 2 * var(--gap)); }
  .said.modal { block-size: fit-content; }
  .said :is(.actions, .main) { margin: 0; }
  .said button:not(.main, .close) { margin-inline: -.75em; }
  .said .close.close { inset-block: 0; margin-block: auto; block-size: fit-content; }
  .said button:not(.main, .close), a { color: var(--accent); font-weight: 600; }
  a { text-underline-offset: .2em; }

  @media (prefers-reduced-motion: no-preference) {
    .more { transition: grid-template-rows .2s; }
    @starting-style {
      .more { grid-template-rows: 0fr; }
    }
  }
  @media (hover: hover) {
    .check:hover > input + span { background: none !important; }
  }
  @media (forced-colors: active) {
    .said button:not(.main, .close) { margin-inline: 0; }
    .reasons span { border: 1px solid ButtonText; }
  }
`;
