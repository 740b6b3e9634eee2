import { css } from './css.js';

/**
 * Where the panel stands in the corner, and what all layouts share. Nothing of the host's reaches in: what could be inherited is
 * reset, with `!important`, because inside a shadow tree that wins against the page. Lengths are in `em` of the reader's own font
 * size, or percentages, which alone keep their meaning under the host's `zoom`.
 */
export const layouts = css`
  :host {
    all: initial !important;
    display: block !important;
    position: absolute !important;
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
  }
  .panel[hidden] { display: none; }
  .corner, .bar, .modal {
    --gap: min(var(--askwell-offset, 1.25em), 2.5%);
    --above: max(var(--gap), env(safe-area-inset-top, 0px));
    --below: calc(max(var(--gap), env(safe-area-inset-bottom, 0px)) + var(--keyboard));
    /* Which side is the end depends on the direction: what covers one is kept free on both. */
    --beside: max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px));
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    max-inline-size: none;
    max-block-size: calc(100% - var(--above) - var(--below));
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--askwell-shadow, 0 .125em .5em #0b122414, 0 1em 3em #0b122429);
  }
  .corner {
    inline-size: min(var(--askwell-width, 27em), 100% - 2 * var(--gap));
    inset-block-end: var(--below);
    inset-inline-end: max(var(--gap), var(--beside));
  }
  .corner.start { inset-inline: max(var(--gap), var(--beside)) auto; }
  @media print {
    .panel:not(.inline) { display: none; }
  }
  @media (prefers-reduced-motion: no-preference) {
    /* It rises into place and never fades: half-transparent text is hard to read for as long as that lasts. */
    .corner, .bar { transition: translate .25s cubic-bezier(.2, .8, .2, 1); }
    @starting-style {
      .corner, .bar { translate: 0 1em; }
    }
  }
`;
