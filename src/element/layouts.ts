import { css } from 'lit';

/**
 * Where the panel stands. Nothing of the host's reaches in: what could be inherited is reset, with `!important`, because inside a
 * shadow tree that wins against the page. All lengths are in `em` of the reader's own font size, and percentages, which alone keep
 * their meaning under the host's `zoom`.
 */
export const layouts = css`
  :host {
    all: initial !important;
    display: contents !important;
  }
  :host([hidden]) { display: none !important; }
  .panel {
    --gap: var(--askwell-offset, 1em);
    box-sizing: border-box;
    margin: 0;
    padding: 1.25em 1.25em 1em;
    border: 1px solid var(--line);
    border-radius: var(--askwell-radius, .875em);
    background: var(--surface);
    color: var(--text);
    font: var(--askwell-font-size, 1em) / 1.45 var(--askwell-font, system-ui, sans-serif);
    text-align: start;
    overflow-wrap: anywhere;
    outline: none;
  }
  .panel[hidden] { display: none; }
  .inline {
    position: relative;
    max-inline-size: 36em;
    min-block-size: var(--askwell-reserve, 0);
  }
  .corner, .bar, .modal {
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    max-block-size: calc(100% - 2 * var(--gap));
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--askwell-shadow, 0 .25em .75em #0f172a14, 0 1em 3em #0f172a29);
  }
  .corner, .modal { inline-size: min(var(--askwell-width, 27em), 100% - 2 * var(--gap)); }
  .corner {
    inset-block-end: max(var(--gap), env(safe-area-inset-bottom));
    inset-inline-end: var(--gap);
  }
  .corner.start { inset-inline: var(--gap) auto; }
  .modal {
    inset: 0;
    margin: auto;
  }
  .modal.panel { --askwell-width: 32em; }
  .modal::backdrop { background: var(--askwell-backdrop, #0f172a66); }
  .bar {
    inset-inline: 0;
    inset-block-end: 0;
    inline-size: 100%;
    max-inline-size: none;
    padding-block-end: max(1em, env(safe-area-inset-bottom));
    border-width: 1px 0 0;
    border-radius: 0;
  }
  .bar.start {
    inset-block: 0 auto;
    border-width: 0 0 1px;
  }
`;
