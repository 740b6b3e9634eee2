import { css } from './css.js';

/** What the question is made of. A score is hit anywhere in its cell; what is seen of it is a little smaller. */
export const pieces = css`
  fieldset, legend, p {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend { font-weight: 600; }
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
  .scores input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }
  label, button, input { cursor: pointer; }
  /* The control itself is what is hit, also for a programme that asks what lies under the pointer. */
  input + span { pointer-events: none; }
  .ends { display: flex; justify-content: space-between; gap: 2em; }
  .ends > :last-child { text-align: end; }

  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .25em; margin: 1em -.75em 0; font-size: .875em; }
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
  .main {
    margin-inline: auto .75em;
    padding-inline: 1.5em;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .close { position: absolute; inset-block-start: .5em; inset-inline-end: .5em; display: grid; padding: .5em; }
  svg { inline-size: 1em; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }

  @media (hover: hover) {
    label:hover > input:not(:checked) + span { background: var(--shade); }
    button:not(.main):hover { background: var(--tint); color: var(--text); }
  }
  input:checked + span { background: var(--accent); color: var(--on-accent); }
  .scores input:checked + span { font-weight: 600; }
  :focus-visible, input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
  .panel:focus-visible { outline-offset: -2px; }
  @media (forced-colors: active) {
    .panel { --accent: Highlight; --on-accent: HighlightText; }
    .actions { margin-inline: 0; }
    .main { margin-inline-end: 0; }
    .scores span, button { border: 1px solid ButtonText; }
    input:checked + span, .main { forced-color-adjust: none; border-color: var(--accent); }
  }
`;
