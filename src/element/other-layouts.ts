import { css } from './css.js';

/** Where the panel stands in the other layouts. The script tag, which asks in the corner unless it is told otherwise, fetches them. */
export const otherLayouts = css`
  :host([in-flow]) { position: static !important; }
  .inline {
    position: relative;
    max-inline-size: var(--askwell-width, 36em);
    min-block-size: var(--askwell-reserve, 0);
  }
  .modal {
    inset: var(--above) 0 var(--below);
    inline-size: min(var(--askwell-width, 34em), 100% - 2 * var(--gap));
    margin: auto;
  }
  .modal::backdrop { background: var(--askwell-backdrop, #0b122466); }
  /* The offer to undo is modal no longer: it neither dims the page nor stands in the middle of it. */
  section.modal { margin-block-end: 0; }
  section.modal::backdrop { background: none; }
  .bar {
    inset-inline: 0;
    inset-block-end: var(--keyboard);
    inline-size: 100%;
    padding-inline: max(min(3em, 4%), 50% - 34em, var(--beside));
    padding-block-end: max(1em, env(safe-area-inset-bottom, 0px));
    border-width: 1px 0 0;
    border-radius: 0;
  }
  .bar.start {
    inset-block: 0 auto;
    padding-block-start: max(1.375em, env(safe-area-inset-top, 0px));
    border-width: 0 0 1px;
  }
  .bar .close { inset-inline-end: max(.5em, var(--beside)); }
  .bar.start .close { inset-block-start: max(.5em, env(safe-area-inset-top, 0px)); }
  @media (min-width: 52em) {
    .bar > fieldset {
      display: grid;
      grid-template-columns: 5fr 6fr;
      column-gap: 4%;
    }
    /* A floating legend is an ordinary grid item. */
    .bar > fieldset > legend { float: left; grid-row: span 2; font-size: 1.125em; }
    .bar > fieldset > .scores { margin-block-start: 0; }
    .bar > [name=privacy] { display: block; }
    .bar > :is(.more, .actions, [name=privacy]) { padding-inline-start: calc(96% * 5 / 11 + 4%); }
  }
  @media (prefers-reduced-motion: no-preference) {
    @starting-style {
      .bar.start { translate: 0 -1em; }
    }
  }
`;
