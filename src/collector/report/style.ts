/** The style sheet of the report; served as a file, because the page's policy allows no inline style. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --paper: #fff; --line: #d1d9e0; --accent: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --line: #3d444d; --accent: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { font-size: 1.25rem; }
h2 { font-size: 1.1rem; margin-block: 2rem .5rem; }
.score strong { font-size: 3.5rem; line-height: 1; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; text-align: start; border-bottom: 1px solid var(--line); font-weight: normal; }
td:nth-child(n + 3), th:nth-child(n + 3) { text-align: end; font-variant-numeric: tabular-nums; }
.comments { list-style: none; padding: 0; }
.comments li { border-top: 1px solid var(--line); padding-block: .5rem; }
.comments p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.about, .none { color: var(--soft); font-size: .875rem; }
button, input { font: inherit; padding: .4rem .8rem; }
.sign-in form { display: grid; gap: .5rem; max-width: 24rem; }
`;
