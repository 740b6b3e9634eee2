import { css } from 'lit';

/** What the panel is made of. */
export const pieces = css`
  fieldset, legend, p { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { font-weight: 600; }
  small { font-size: .8125em; font-weight: 400; color: var(--muted); }
  .scores { display: flex; margin: .875em -.125em .375em; }
  .scores label { position: relative; flex: 1; min-inline-size: 24px; block-size: 2.75em; cursor: pointer; }
  .scores input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: inherit; inline-size: 100%; block-size: 100%; }
  .scores span { display: grid; place-items: center; position: absolute; inset: .125em; border-radius: .5em; background: var(--tint); font-variant-numeric: tabular-nums; }
  .scores input:checked + span { background: var(--accent); color: var(--on-accent); font-weight: 600; }
  .scores input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
  .ends { display: flex; justify-content: space-between; gap: 1em; font-size: .8125em; color: var(--muted); }
  .field { display: grid; gap: .375em; margin-block-start: 1em; }
  textarea, [type=email] { box-sizing: border-box; inline-size: 100%; font: inherit; padding: .5em .625em; border: 1px solid var(--edge); border-radius: .5em; background: var(--surface); color: inherit; }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .25em; margin-block-start: 1em; }
  button { font: inherit; min-block-size: 24px; border: 0; background: none; color: var(--muted); }
  .main { background: var(--accent); color: var(--on-accent); margin-inline-start: auto; padding: .5em 1.25em; border-radius: .5em; }
  .close { position: absolute; inset-block-start: .5em; inset-inline-end: .5em; inline-size: 2em; block-size: 2em; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
`;
