import { css } from './css.js';

/**
 * Where the panel stands. Nothing of the host's reaches in: what could be inherited is reset, with `!important`, because inside a
 * shadow tree that wins against the page. Lengths are in `em` of the reader's own font size, or percentages, which alone keep
 * their meaning under the host's `zoom`.
 */
export const layouts = css`
  :host {
    all: initial !important;
    display: contents !important;
    /* WebKit takes its smaller size for an inherited monospace into the initial one. */
    font: medium sans-serif !important;
  }
  :host([hidden]) { display: none !important; }
  .panel {
    --keyboard: 0px;
    box-sizing: border-box;
    margin: 0;
    padding: 1.375em min(1.375em, 4%) 1em;
    border: 1px solid var(--line);
    border-radius: var(--askwell-radius, .875em);
    background: var(--surface);
    color: var(--text);
    font: var(--askwell-font-size, 1em) / 1.45 var(--askwell-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
    outline: 0;
  }
  .panel[hidden] { display: none; }
  .inline {
    position: relative;
    max-inline-size: var(--askwell-width, 36em);
    min-block-size: var(--askwell-reserve, 0);
  }
  .corner, .bar, .modal {
    --gap: min(var(--askwell-offset, 1.25em), 2.5%);
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    max-inline-size: none;
    max-block-size: calc(100% - 2 * var(--gap) - var(--keyboard));
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--askwell-shadow, 0 .125em .5em #0b122414, 0 1em 3em #0b122429);
  }
  .corner {
    inline-size: min(var(--askwell-width, 27em), 100% - 2 * var(--gap));
    inset-block-end: calc(max(var(--gap), env(safe-area-inset-bottom, 0px)) + var(--keyboard));
    inset-inline-end: max(var(--gap), env(safe-area-inset-right, 0px));
  }
  .corner.start {
    inset-inline: max(var(--gap), env(safe-area-inset-left, 0px)) auto;
  }
  .modal {
    inset: 0 0 var(--keyboard);
    inline-size: min(var(--askwell-width, 34em), 100% - 2 * var(--gap));
    margin: auto;
  }
  .modal::backdrop { background: var(--askwell-backdrop, #0b122466); }
  .bar {
    inset-inline: 0;
    inset-block-end: var(--keyboard);
    inline-size: 100%;
    padding-inline: max(min(3em, 4%), 50% - 34em);
    padding-block-end: max(1em, env(safe-area-inset-bottom, 0px));
    border-width: 1px 0 0;
    border-radius: 0;
  }
  .bar.start {
    inset-block: 0 auto;
    padding-block-start: max(1.375em, env(safe-area-inset-top, 0px));
    border-width: 0 0 1px;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: .25em 1em;
    padding-block: .75em;
    padding-inline-end: 3.5em;
    min-block-size: 0;
  }
  .said:not(:popover-open, [open], .inline) { display: none; }
  .said:is(.corner, .modal) { inline-size: fit-content; max-inline-size: min(27em, 100% - 2 * var(--gap)); }
  .said.modal { block-size: fit-content; }
  @media (min-width: 52em) {
    .bar > fieldset {
      display: grid;
      grid-template-columns: 5fr 6fr;
      column-gap: 3em;
    }
    /* A floating legend is an ordinary grid item. */
    .bar > fieldset > legend { float: left; grid-row: span 2; font-size: 1.125em; }
    .bar > fieldset > .scores { margin-block-start: 0; }
    .bar > :is(.more, .actions) { margin-inline-start: calc((100% - 3em) * 5 / 11 + 3em); }
  }
  @media print {
    .panel:not(.inline) { display: none; }
  }
  @media (prefers-reduced-motion: no-preference) {
    /* It rises into place and never fades: half-transparent text is hard to read for as long as that lasts. */
    .corner, .bar { transition: translate .25s cubic-bezier(.2, .8, .2, 1); }
    .more { transition: grid-template-rows .2s; }
    @starting-style {
      .corner, .bar { translate: 0 1em; }
      .bar.start { translate: 0 -1em; }
      .more { grid-template-rows: 0fr; }
    }
  }
`;
