import { html } from 'hono/html';
import { format } from '../../score/format.js';
import type { Comment } from './counts.js';
import type { Report, Scored } from './report.js';

type Html = ReturnType<typeof html>;

/** The frame of every page of the collector. */
export function frame(base: string, title: string, main: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${base}/report.css">
</head>
<body>
${main}
</body>
</html>`;
}

/** The form that starts a session. */
export function signInPage(base: string, failed: boolean): Html {
  return frame(base, 'Sign in', html`<main class="sign-in">
<h1>Report</h1>
${failed ? html`<p role="alert">This is not the token of this collector.</p>` : ''}
<form method="post" action="${base}/session">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required>
<button>Open the report</button>
</form>
</main>`);
}

export function reportPage(base: string, csrf: string, report: Report): Html {
  const { nps, enps, responseRate, comments } = report;
  return frame(base, 'Net Promoter Score', html`<header>
<h1>Net Promoter Score</h1>
<form method="post" action="${base}/session/end"><input type="hidden" name="csrf" value="${csrf}"><button>Sign out</button></form>
</header>
<main>
<section aria-labelledby="score">
<h2 id="score">Score</h2>
${score(nps)}
${categories(nps)}
<p>${rate(responseRate)}</p>
</section>
${enps.counts.detractors + enps.counts.passives + enps.counts.promoters || enps.hidden
    ? html`<section aria-labelledby="enps"><h2 id="enps">Employees</h2>${enps.hidden
      ? html`<p>Fewer than 5 answers. Nothing is shown, so that nobody can be recognised.</p>`
      : score(enps)}</section>`
    : ''}
<section aria-labelledby="comments">
<h2 id="comments">Latest comments</h2>
${comments.length ? html`<ul class="comments">${comments.map(comment)}</ul>` : html`<p>No comments yet.</p>`}
</section>
</main>`);
}

function score({ score: value, n, interval, level }: Scored): Html {
  if (value === undefined || !interval) return html`<p class="none">No answers yet.</p>`;
  return html`<p class="score"><strong data-score>${format(value)}</strong> <span>from <span data-n>${n}</span> ${n === 1 ? 'answer' : 'answers'}</span></p>
<p data-interval>With ${Math.round(level * 100)} % confidence the true score is between ${format(interval.low)} and ${format(interval.high)}.</p>`;
}

function categories({ counts, n }: Scored): Html {
  const row = (name: string, scores: string, count: number): Html =>
    html`<tr><th scope="row">${name}</th><td>${scores}</td><td>${count}</td><td>${n ? Math.round((100 * count) / n) : 0} %</td></tr>`;
  return html`<table>
<thead><tr><th scope="col">Category</th><th scope="col">Scores</th><th scope="col">Answers</th><th scope="col">Share</th></tr></thead>
<tbody>${[
    row('Promoters', '9 and 10', counts.promoters),
    row('Passives', '7 and 8', counts.passives),
    row('Detractors', '0 to 6', counts.detractors),
  ]}</tbody>
</table>`;
}

function rate({ asked, answered, rate: value }: Report['responseRate']): string {
  return value === undefined
    ? 'The response rate is not known: no message of type “asked” has come.'
    : `${answered} of ${asked} people asked have answered (${Math.round(100 * value)} %).`;
}

function comment({ at, score: given, comment: text }: Comment): Html {
  return html`<li><p dir="auto">${text}</p><p class="about">Score ${given}, <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 10)}</time></p></li>`;
}
