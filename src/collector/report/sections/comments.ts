import { count, day, html, nothing, scroll, table, type Html } from '../html.js';
import type { Question } from '../filter.js';
import type { Details } from '../report.js';

const CATEGORIES = [
  ['', 'Everybody'],
  ['detractor', 'Detractors'],
  ['passive', 'Passives'],
  ['promoter', 'Promoters'],
] as const;

/** What customers said, searchable; and the reasons that they chose. */
export function commentsSection(
  { comments, reasons }: Details,
  question: Question,
  carry: (without: string[]) => Html[],
  link: (change: Record<string, string>) => string,
): Html {
  const { category = '', words = '', limit } = question.comments;
  const last = comments.at(-1);
  return html`<section aria-labelledby="comments">
<h2 id="comments">Comments</h2>
<form method="get" class="filters" role="search">
${carry(['category', 'words', 'before'])}
<label>Who <select name="category">${CATEGORIES.map(([value, name]) => html`<option value="${value}" ${value === category ? 'selected' : ''}>${name}</option>`)}</select></label>
<label>Words <input name="words" type="search" value="${words}"></label>
<button formaction="#comments">Search</button>
</form>
${
  comments.length
    ? html`<ul class="comments">${comments.map(
        (comment) => html`<li><p dir="auto">${comment.comment}</p>
<p class="about"><span class="chip">${comment.score}</span> <time datetime="${comment.at.toISOString()}">${day(comment.at)}</time> · ${comment.survey}${comment.reasons ? ` · ${comment.reasons.join(', ')}` : ''}</p></li>`,
      )}</ul>`
    : html`<p class="none">No comments${words || category ? ' like these' : ' yet'}.</p>`
}
${comments.length === limit && last ? html`<p><a href="${link({ before: last.at.toISOString() })}#comments">Earlier comments</a></p>` : nothing}
${
  reasons.length
    ? html`<h3>Reasons chosen</h3>${scroll(
        'Reasons chosen',
        table(
          ['Reason', 'Promoters', 'Passives', 'Detractors'],
          reasons.map(({ reason, promoters, passives, detractors }) => [
            reason,
            count(promoters),
            count(passives),
            count(detractors),
          ]),
        ),
      )}`
    : nothing
}
</section>`;
}
