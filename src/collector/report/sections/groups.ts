import { format } from '../../../score/format.js';
import { funnelCharts } from '../charts/funnel-chart.js';
import { count, figure, html, nothing, points, table, type Html } from '../html.js';
import type { GroupsReport } from '../groups.js';
import type { Details } from '../report.js';

const CLEAR = 0.05;

/** Branches beside each other, without a ranking: who stands out, and who does not. */
export function groupsSection({ groups }: Details): Html {
  if (!groups) return html`${nothing}`;
  const all = Object.entries(groups.groups).sort(([a], [b]) => (a < b ? -1 : 1));
  const apart = all.filter(([, { holm }]) => groups.p! < CLEAR && holm! < CLEAR);
  return html`<section aria-labelledby="groups">
<h2 id="groups">By ${groups.by}</h2>
<p>${verdict(
    groups,
    apart.map(([name]) => name),
  )}</p>
${
  all.length > 1
    ? figure(
        'Score by number of answers; between the curves lies what chance alone explains (95 and 99.8 of 100)',
        funnelCharts(
          groups,
          `${all.length} groups by number of answers and score. ${verdict(
            groups,
            apart.map(([name]) => name),
          )}`,
        ),
        table(
          [groups.by, 'Score', 'Answers', 'Against the rest'],
          all.map(([name, { score, n, holm }]) => [
            name,
            points(format(score)),
            count(n),
            groups.p! < CLEAR && holm! < CLEAR ? 'stands out' : 'not distinguishable',
          ]),
        ),
      )
    : nothing
}
${groups.hidden.length ? html`<p class="about">Not shown, because they have fewer than ${groups.minimum} answers or could be worked out from the rest: ${groups.hidden.join(', ')}.</p>` : nothing}
<p class="about">Compare places and processes with this, never people: no score of a branch says who in it did what.</p>
</section>`;
}

function verdict({ groups, p }: GroupsReport, apart: readonly string[]): string {
  if (Object.keys(groups).length < 2) return 'There are not enough groups with enough answers to compare.';
  if (p === undefined || p >= CLEAR)
    return 'The groups differ no more than chance would make them. A ranking of them would be a ranking of noise.';
  if (!apart.length) return 'The groups differ, but none of them clearly from the rest.';
  return apart.length === 1 ? `${apart[0]} differs from the rest.` : `These differ from the rest: ${apart.join(', ')}.`;
}
