import type { LoopItem } from '../../loop/items.js';
import { CAME_FROM, LOOP_STATES } from '../../loop/states.js';
import type { LoopState } from '../../tables.js';
import { count, html, nothing, type Html } from '../html.js';
import type { Figures } from '../report.js';

/** Items that are seen without asking for more: those due soonest. */
const AT_ONCE = 4;

const ACTIONS: Record<LoopState, string> = {
  new: 'Mark as new',
  contacted: 'Mark as contacted',
  resolved: 'Mark as resolved',
  declined: 'Mark as declined',
};

/** Unhappy customers who agreed to be called: who calls, until when, and what came of it. */
export function loopSection({ loop }: Figures, items: readonly LoopItem[], base: string, csrf: string): Html {
  const open = items.filter(({ closedAt }) => !closedAt);
  const { new: waiting, contacted, resolved, declined } = loop.states;
  if (waiting + contacted + resolved + declined === 0) return html`${nothing}`;
  return html`<section aria-labelledby="loop">
<h2 id="loop">Call back</h2>
<p>${count(waiting)} new, ${count(contacted)} contacted, ${count(resolved)} resolved, ${count(declined)} declined.
${loop.overdue ? html`<strong class="late">${count(loop.overdue)} overdue.</strong>` : nothing}
${loop.medianHoursToClose === undefined ? nothing : `Half were closed within ${hours(loop.medianHoursToClose)}.`}</p>
${open.length ? html`<ul class="cards">${open.slice(0, AT_ONCE).map((item) => card(item, base, csrf))}</ul>` : html`<p class="none">Nobody is waiting.</p>`}
${open.length > AT_ONCE ? html`<details><summary>${count(open.length - AT_ONCE)} more, due later</summary><ul class="cards">${open.slice(AT_ONCE).map((item) => card(item, base, csrf))}</ul></details>` : nothing}
</section>`;
}

function card(
  { id, state, score, comment, email, person, due, overdue, owner, reason, survey, undelivered }: LoopItem,
  base: string,
  csrf: string,
): Html {
  return html`<li class="card">
<p class="about"><span class="chip">${score}</span> ${survey} · ${state} · ${overdue ? html`<strong class="late">due ${time(due)}</strong>` : html`due ${time(due)}`}</p>
${comment ? html`<p class="words" dir="auto">${comment}</p>` : nothing}
${email ? html`<p><a href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a></p>` : nothing}
${person ? html`<p class="about">Person ${person}</p>` : nothing}
${undelivered ? html`<p class="late">The news of this could not be delivered (${undelivered}); it is tried again.</p>` : nothing}
${
  csrf
    ? html`<form method="post" action="${base}/loop/${id}" class="filters">
<input type="hidden" name="csrf" value="${csrf}">
<span class="buttons">${LOOP_STATES.filter((next) => CAME_FROM[next].includes(state)).map((next) => html`<button name="state" value="${next}">${ACTIONS[next]}</button>`)}</span>
<details class="more"><summary>${owner ? `${owner}: owner and reason` : 'Owner and reason'}</summary>
<span class="filters"><label>Owner <input name="owner" value="${owner ?? ''}" maxlength="200"></label>
<label>Reason <input name="reason" value="${reason ?? ''}" maxlength="2000"></label>
<button class="quiet">Save</button></span></details>
</form>`
    : nothing
}
</li>`;
}

const time = (at: Date): Html =>
  html`<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')}</time>`;

function hours(value: number): string {
  if (value < 1.5) return 'an hour';
  return value < 48 ? `${Math.round(value)} hours` : `${Math.round(value / 24)} days`;
}
