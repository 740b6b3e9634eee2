import type { LoopItem } from '../loop/items.js';
import type { Question } from './filter.js';
import { dividedBy, type Choices } from './choices.js';
import { day, html, nothing, raw, type Html } from './html.js';
import type { Details, Figures } from './report.js';
import { commentsSection } from './sections/comments.js';
import { employeesSection, hasEmployees } from './sections/employees.js';
import { groupsSection } from './sections/groups.js';
import { loopSection } from './sections/loop.js';
import { scoreSection } from './sections/score.js';
import { trendSection } from './sections/trend.js';
import { STYLE } from './style.js';

/** What every page of the collector begins with. */
function start(title: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>`;
}

const END = html`
</body>
</html>`;

const frame = (title: string, body: Html): Html => html`${start(title)}
${body}${END}`;

/** The form that starts a session. */
export function signInPage(base: string, problem?: string): Html {
  return frame(
    'Sign in to the report',
    html`<main class="sign-in">
<h1>Net Promoter Score</h1>
${problem ? html`<p role="alert" class="late">${problem}</p>` : nothing}
<form method="post" action="${base}/session">
<input name="name" autocomplete="username" value="report" hidden>
<label for="token">Token of this collector</label>
<input id="token" name="token" type="password" autocomplete="current-password" required>
<button>Open the report</button>
</form>
</main>`,
  );
}

/** What is wrong with the address, with the way back. */
export function faultPage(base: string, problem: string): Html {
  return frame(
    'This does not work',
    html`<main class="sign-in"><h1>This does not work</h1>
<p role="alert">${problem}</p><p><a href="${base}/">Back to the report</a></p></main>`,
  );
}

/** What all parts of one report share. */
export interface View {
  base: string;
  /** Of the session; empty for a reader without one, who gets no forms that change anything. */
  csrf: string;
  question: Question;
  /** What stands in the address, carried along by forms and links. */
  query: URLSearchParams;
  choices: Choices;
}

/** What of the report is there before anything was counted: sent at once, so that nobody looks at an empty page meanwhile. */
export function reportStart({ base, csrf, choices, query }: View): Html {
  return html`${start('Net Promoter Score')}
<header>
<h1>Net Promoter Score</h1>
${csrf ? html`<form method="post" action="${base}/session/end"><input type="hidden" name="csrf" value="${csrf}"><button class="quiet">Sign out</button></form>` : nothing}
</header>
<div class="filters-of-all">${choice(choices, query)}</div>
`;
}

/** What one pass over the answers tells; who has to be called comes before what may be read at leisure. */
export function reportFigures(view: View, figures: Figures, items: readonly LoopItem[]): Html {
  const { base, csrf, question, choices } = view;
  const first = [
    ['score', 'Score', scoreSection(figures, linkIn(view))],
    ['loop', 'Call back', loopSection(figures, items, base, csrf)],
    ['trend', 'Trend', trendSection(figures)],
  ] as const;
  const parts = [
    ...first.filter(([, , section]) => String(section)),
    ...(dividedBy(choices, question.by) === undefined ? [] : [['groups', 'Groups']]),
    ...(hasEmployees(figures) ? [['employees', 'Employees']] : []),
    ['comments', 'Comments'],
  ];
  return html`<nav aria-label="Parts of the report">${parts.map(([id, name]) => html`<a href="#${id}">${name}</a> `)}</nav>
<main>
${first.map(([, , section]) => section)}
`;
}

/** What took passes of its own, and the end of the page. */
export function reportDetails(view: View, figures: Figures, details: Details): Html {
  const carry = (without: string[]): Html[] =>
    [...view.query]
      .filter(([name, value]) => value && !without.includes(name))
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`${groupsSection(details)}
${employeesSection(figures)}
${commentsSection(details, view.question, carry, linkIn(view))}
</main>
<footer><p class="about">As of ${figures.generatedAt.slice(0, 16).replace('T', ' ')} UTC. Not for the appraisal of single people.</p></footer>${END}`;
}

/** What stands there when the counting broke off. */
export const reportFault = (problem: string): Html => html`<p role="alert" class="late">${problem}</p></main>${END}`;

const linkIn =
  ({ query }: View) =>
  (change: Record<string, string>): string =>
    `?${new URLSearchParams({ ...Object.fromEntries(query), ...change }).toString()}`;

function choice(choices: Choices, query: URLSearchParams): Html {
  const option = (value: string, name: string, chosen: string): Html =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${name}</option>`;
  const survey = query.get('survey') ?? '';
  const surveys = [...new Set([...choices.surveys, ...(survey ? [survey] : [])])];
  const by = dividedBy(choices, query.get('by') || undefined) ?? '';
  const keys = [...new Set([...choices.by, 'locale', 'layout', ...(by ? [by] : [])])];
  const date = (name: string): string => {
    const value = query.get(name) ?? '';
    return /^\d{4}-\d\d-\d\d/.test(value) ? day(new Date(`${value.slice(0, 10)}T00:00:00Z`)) : '';
  };
  return html`<form method="get" class="filters" aria-label="What to show">
${query.get('hasty') ? html`<input type="hidden" name="hasty" value="without">` : nothing}
<label>Survey <select name="survey">${option('', 'All', survey)}${surveys.map((id) => option(id, id, survey))}</select></label>
<label>From <input type="date" name="from" value="${date('from')}"></label>
<label>To <input type="date" name="to" value="${date('to')}"></label>
<label>Compare by <select name="by">${keys.map((key) => option(key, key, by))}</select></label>
<button>Show</button>
</form>`;
}
