import { css } from './css.js';

/** What the panel is made of. A score is hit anywhere in its cell; what is seen of it is a little smaller. */
export const pieces = css`
  fieldset, legend, p {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend, .field > span { font-weight: 600; }
  .reasons, .field, .check { font-size: .9375em; }
  .ends, small, .actions, .close { color: var(--muted); }
  .ends, small { font-size: .8125em; font-weight: 400; }
  ::slotted([slot=logo]) { display: block; margin-block-end: .75em; max-block-size: 2em; }
  ::slotted([slot=privacy]) { display: block; margin-block-start: .75em; font-size: .8125em; color: var(--muted); }

  .panel > fieldset > legend { padding-inline-end: 1.5em; text-wrap: pretty; }
  .scores {
    container-type: inline-size;
    display: flex;
    margin: .75em -.125em .25em;
    font-variant-numeric: tabular-nums;
  }
  .scores label { position: relative; flex: 1; block-size: 2.75em; }
  .scores span {
    position: absolute;
    inset: .125em;
    display: grid;
    place-items: center;
    border-radius: .5em;
    background: var(--tint);
    font-size: min(1em, 5cqi);
  }
  .scores input, .reasons input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }
  label, button, input { cursor: pointer; }
  .ends { display: flex; justify-content: space-between; gap: 2em; }
  .ends > :last-child { text-align: end; }

  .more { display: grid; grid-template-rows: 1fr; }
  .more > div { min-block-size: 0; overflow: hidden; margin-inline: -.25em; padding-inline: .25em; }
  .reasons, .field, .check { margin-block-start: 1.25em; }
  .reasons label { position: relative; display: inline-block; margin: .5em .5em 0 0; }
  .reasons span {
    display: block;
    padding: .25em .75em;
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

  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .25em; margin-block-start: 1em; font-size: .875em; }
  button {
    min-inline-size: 24px;
    min-block-size: 24px;
    margin: 0;
    padding: .5em .75em;
    border: 1px solid transparent;
    border-radius: .5em;
    background: none;
    color: inherit;
    font: inherit;
  }
  .actions > :first-child:not(.main, a) { margin-inline-start: -.75em; }
  .main {
    margin-inline-start: auto;
    padding-inline: 1.5em;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  a { text-underline-offset: .2em; }
  .close { position: absolute; inset-block-start: .5em; inset-inline-end: .5em; display: grid; padding: .5em; }
  svg { inline-size: 1em; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
  .said .actions { margin: 0; }
  .said button:not(.main, .close), a { color: var(--accent); font-weight: 600; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }

  @media (hover: hover) {
    label:hover > input:not(:checked) + span { background: var(--shade); }
    .check:hover > input + span { background: none !important; }
    button:not(.main):hover { background: var(--tint); color: var(--text); }
  }
  input:checked + span { background: var(--accent); color: var(--on-accent); }
  .scores input:checked + span { font-weight: 600; }
  .check input:checked + span { background: none; color: inherit; }
  :focus-visible:not(.panel), input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
  .check input:focus-visible + span { outline: 0; }
  .panel:focus-visible { border-color: var(--accent); }
  @media (forced-colors: active) {
    .scores span, .reasons span, button { border: 1px solid ButtonText; }
    :is(.scores, .reasons) input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  }
`;
