/**
 * The style sheet of the report. It stands in the page, whose policy allows it by its hash: the beginning of a report can then be
 * painted while an embedded database keeps this process too busy to serve a file.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1a2129; --soft: #57616d; --paper: #f6f7f9; --card: #fff; --line: #dde2e8; --strong-line: #8c96a3;
  --hue: #1f5fae; --band: #c9dcf3; --late: #a3340b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ecf1; --soft: #a0abb8; --paper: #11161c; --card: #1a2129; --line: #2d3742; --strong-line: #6b7785;
    --hue: #82b4f0; --band: #23456e; --late: #ff9d73;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 66rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-block: .75rem; }
nav a { padding-block: .35rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { font-size: 1.35rem; margin-block: .5rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin-block: .5rem; max-width: 46rem; }
a { color: var(--hue); }
section, .sign-in { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem; margin-block: 1rem; }
.score { margin: 0; display: flex; align-items: baseline; gap: .75rem; flex-wrap: wrap; }
.score strong { font-size: 4rem; line-height: 1; font-weight: 650; font-variant-numeric: tabular-nums; }
.size, .about, .none { color: var(--soft); }
.about { font-size: .875rem; }
.late { color: var(--late); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem; margin-top: 1rem; align-items: start; }
.note { border-inline-start: 3px solid var(--strong-line); padding-inline-start: 1rem; margin-top: 1rem; }
.note h3 { margin-top: 0; }
ul, ol { padding-inline-start: 1.25rem; max-width: 46rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem .3rem 0; text-align: start; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { color: var(--soft); font-size: .875rem; }
td:not(:nth-child(2)):not(:only-child), th:nth-child(n + 3) { text-align: end; padding-inline-end: 0; padding-inline-start: .75rem; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: .875rem; }
summary { cursor: pointer; color: var(--hue); font-size: .875rem; padding-block: .35rem; }
svg { width: 100%; height: auto; display: block; }
svg.narrow { display: none; }
.tick, .name, .mark { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.tick.strong, .name { fill: var(--ink); }
.grid { stroke: var(--line); }
.zero, .axis { stroke: var(--strong-line); }
.band, .span { fill: var(--band); }
.line { fill: none; stroke: var(--hue); stroke-width: 2; stroke-linejoin: round; }
.bar { stroke: var(--band); stroke-width: 8; }
.dot, .column { fill: var(--hue); }
.break { stroke: var(--late); stroke-dasharray: 4 3; }
.mark { fill: var(--late); font-weight: 600; }
.overall { stroke: var(--hue); }
.limit { fill: none; stroke: var(--strong-line); }
.limit-0 { stroke-dasharray: 2 3; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; }
.filters label { display: grid; font-size: .875rem; color: var(--soft); min-width: 0; }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--strong-line); border-radius: .35rem; padding: .35rem .6rem; min-height: 2.5rem; max-width: 100%; }
button { background: var(--hue); border-color: var(--hue); color: var(--card); cursor: pointer; font-weight: 550; }
button.quiet { background: none; color: var(--hue); border-color: var(--strong-line); }
:focus-visible { outline: 3px solid var(--hue); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.comments, .cards { list-style: none; padding: 0; max-width: none; }
.comments li { border-top: 1px solid var(--line); padding-block: .6rem; }
.comments p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: .75rem; }
.card .filters { align-items: end; }
.more { flex: 1 1 12rem; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.card p { margin-block: .25rem; overflow-wrap: anywhere; }
.words { white-space: pre-line; }
.chip { display: inline-block; min-width: 1.6rem; text-align: center; border: 1px solid var(--strong-line); border-radius: 1rem; color: var(--ink); font-variant-numeric: tabular-nums; }
.sign-in { max-width: 26rem; margin: 12vh auto; }
.sign-in form { display: grid; gap: .5rem; }
@media (max-width: 40rem) {
  body { padding: .5rem; }
  section { padding: 1rem; }
  header, nav, .filters-of-all { padding-inline: .5rem; }
  svg.wide { display: none; }
  svg.narrow { display: block; }
  .filters { display: grid; grid-template-columns: 1fr 1fr; }
  .filters input, .filters select { width: 100%; min-width: 0; }
  .filters > .more, .filters > .buttons, .filters > button { grid-column: 1 / -1; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; }
  nav, form, summary { display: none; }
  body { padding: 0; max-width: none; }
  section { border: 0; padding: 0; break-inside: avoid; }
}
`;

/** How a Content Security Policy allows this sheet and no other style. */
export async function styleSource(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
