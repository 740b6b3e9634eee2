import { format } from '../../../score/format.js';
import type { Difference } from '../../../score/compare.js';
import type { Interval } from '../../../score/counts.js';
import type { Nps } from '../../../score/nps.js';
import { count, html, nothing, points, scroll, table, type Html } from '../html.js';
import { COMMENT_MINIMUM, EMPLOYEE_MINIMUM } from '../../privacy/release.js';
import type { Figures } from '../report.js';
import { headline } from './score.js';

/** Comments that are seen without asking for more. */
const AT_ONCE = 5;

/** Employees were asked, whether anything of it may be shown or not. */
export const hasEmployees = ({ enps }: Figures): boolean => enps.n > 0 || enps.hidden;

/** The score of employees beside that of customers, with the test of their difference. */
export function employeesSection(figures: Figures): Html {
  if (!hasEmployees(figures)) return html`${nothing}`;
  const { enps, difference, nps } = figures;
  return html`<section aria-labelledby="employees">
<h2 id="employees">Employees</h2>
${
  enps.hidden
    ? html`<p>Nothing is shown under ${EMPLOYEE_MINIMUM} answers, so that nobody can be made out.</p>`
    : html`${headline(enps)}
${difference ? beside(nps, enps, difference) : nothing}
<h3>What they said</h3>
${
  enps.comments.length
    ? html`${words(enps.comments.slice(0, AT_ONCE))}
${enps.comments.length > AT_ONCE ? html`<details><summary>${count(enps.comments.length - AT_ONCE)} more</summary>${words(enps.comments.slice(AT_ONCE))}</details>` : nothing}
<p class="about">In no order, without score and date.</p>`
    : html`<p class="about">Comments are shown from ${COMMENT_MINIMUM} answers on.</p>`
}
<p class="about">New answers appear ${EMPLOYEE_MINIMUM} or more at a time.</p>`
}
</section>`;
}

const words = (comments: readonly string[]): Html =>
  html`<ul class="comments">${comments.map((text) => html`<li><p dir="auto">${text}</p></li>`)}</ul>`;

/** Both scores and what lies between them, in one table. */
function beside(nps: Nps, enps: Nps, difference: Difference): Html {
  const row = (name: string, score: number | undefined, interval: Interval | undefined, n: string): string[] => [
    name,
    points(format(score)),
    interval ? points(format(interval.low)) : '–',
    interval ? points(format(interval.high)) : '–',
    n,
  ];
  return html`<h3>Beside customers</h3>
${scroll(
  'Scores beside each other',
  table(
    ['Who', 'Score', 'From', 'To', 'Answers'],
    [
      row('Customers', nps.score, nps.interval, count(nps.n)),
      row('Employees', enps.score, enps.interval, count(enps.n)),
      row('Difference', difference.difference, difference.interval, ''),
    ],
  ),
)}
<p>${verdict(difference)}</p>`;
}

function verdict({ difference, interval, p }: Difference): string {
  const span = `between ${points(format(interval!.low))} and ${points(format(interval!.high))}`;
  if (p === undefined || p >= 0.05)
    return `Customers and employees: no clear difference (customers less employees lies ${span}).`;
  return difference! > 0
    ? `Employees score lower than customers: the difference lies ${span}. They are other people and another question; still, ask what gets in their way.`
    : `Employees score higher than customers: the difference lies ${span}.`;
}
