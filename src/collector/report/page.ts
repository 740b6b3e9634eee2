import type { LoopItem } from '../loop/items.js';
import type { Question } from './filter.js';
import { isLikely, type Choices } from './choices.js';
import { day, html, nothing, type Html } from './html.js';
import type { Report } from './report.js';
import { commentsSection } from './sections/comments.js';
import { employeesSection } from './sections/employees.js';
import { groupsSection } from './sections/groups.js';
import { loopSection } from './sections/loop.js';
import { scoreSection } from './sections/score.js';
import { trendSection } from './sections/trend.js';

/** What every page of the collector begins with. */
function start(base: string, title: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/report.css">
</head>
<body>`;
}

const END = html`
</body>
</html>`;

const frame = (base: string, title: string, body: Html): Html => html`${start(base, title)}
${body}${END}`;

/** The form that starts a session. */
export function signInPage(base: string, problem?: string): Html {
  return frame(
    base,
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
    base,
    'This does not work',
    html`<main class="sign-in"><h1>This does not work</h1>
<p role="alert">${problem}</p><p><a href="${base}/">Back to the report</a></p></main>`,
  );
}

/** What of the report is there before anything was counted: sent at once, so that nobody looks at an empty page meanwhile. */
export function reportStart(base: string, csrf: string, choices: Choices, query: URLSearchParams): Html {
  return html`${start(base, 'Net Promoter Score')}
<header>
<h1>Net Promoter Score</h1>
${csrf ? html`<form method="post" action="${base}/session/end"><input type="hidden" name="csrf" value="${csrf}"><button class="quiet">Sign out</button></form>` : nothing}
</header>
<div class="filters-of-all">${choice(choices, query)}</div>
`;
}

/** What stands there when the counting broke off. */
export const reportFault = (problem: string): Html =>
  html`<main><p role="alert" class="late">${problem}</p></main>${END}`;

/**
 * All that was counted.
 *
 * @param query what stands in the address, carried along by forms and links.
 * @param csrf of the session; empty for a reader without one, who gets no forms that change anything.
 */
export function reportRest(
  base: string,
  csrf: string,
  report: Report,
  items: readonly LoopItem[],
  question: Question,
  query: URLSearchParams,
): Html {
  const carry = (without: string[]): Html[] =>
    [...query]
      .filter(([name, value]) => value && !without.includes(name))
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const link = (change: Record<string, string>): string =>
    `?${new URLSearchParams({ ...Object.fromEntries(query), ...change }).toString()}`;
  // Who has to be called comes before what may be read at leisure.
  const sections = (
    [
      ['score', 'Score', scoreSection(report, link)],
      ['loop', 'Call back', loopSection(report, items, base, csrf)],
      ['trend', 'Trend', trendSection(report)],
      ['groups', 'Groups', groupsSection(report)],
      ['employees', 'Employees', employeesSection(report)],
      ['comments', 'Comments', commentsSection(report, question, carry, link)],
    ] as const
  ).filter(([, , section]) => String(section));
  return html`<nav aria-label="Parts of the report">${sections.map(([id, name]) => html`<a href="#${id}">${name}</a> `)}</nav>
<main>
${sections.map(([, , section]) => section)}
</main>
<footer><p class="about">As of ${report.generatedAt.slice(0, 16).replace('T', ' ')} UTC. Not for the appraisal of single people.</p></footer>${END}`;
}

function choice(choices: Choices, query: URLSearchParams): Html {
  const option = (value: string, name: string, chosen: string): Html =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${name}</option>`;
  const survey = query.get('survey') ?? '';
  const surveys = [...new Set([...choices.surveys, ...(survey ? [survey] : [])])];
  const by = query.get('by') ?? choices.by.find(isLikely) ?? '';
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
