import { format } from '../../../score/format.js';
import { html, nothing, points, type Html } from '../html.js';
import { COMMENT_MINIMUM, EMPLOYEE_MINIMUM } from '../../privacy/release.js';
import type { Report } from '../report.js';
import { headline } from './score.js';

/** The score of employees beside that of customers, with the test of their difference. */
export function employeesSection({ enps, difference, nps }: Report): Html {
  if (!enps.n && !enps.hidden) return html`${nothing}`;
  return html`<section aria-labelledby="employees">
<h2 id="employees">Employees</h2>
${
  enps.hidden
    ? html`<p>Nothing is shown under ${EMPLOYEE_MINIMUM} answers, so that nobody can be made out.</p>`
    : html`${headline(enps)}
${difference?.interval && nps.score !== undefined ? html`<p>${verdict(difference)}</p>` : nothing}
<h3>What they said</h3>
${
  enps.comments.length
    ? html`<ul class="comments">${enps.comments.map((text) => html`<li><p dir="auto">${text}</p></li>`)}</ul>
<p class="about">In no order, without score and date.</p>`
    : html`<p class="about">Comments are shown from ${COMMENT_MINIMUM} answers on.</p>`
}
<p class="about">New answers appear ${EMPLOYEE_MINIMUM} or more at a time.</p>`
}
</section>`;
}

function verdict({ difference, interval, p }: NonNullable<Report['difference']>): string {
  const span = `between ${points(format(interval!.low))} and ${points(format(interval!.high))}`;
  if (p === undefined || p >= 0.05)
    return `Customers and employees: no clear difference (customers less employees lies ${span}).`;
  return difference! > 0
    ? `Employees score lower than customers: the difference lies ${span}. They are other people and another question; still, ask what gets in their way.`
    : `Employees score higher than customers: the difference lies ${span}.`;
}
