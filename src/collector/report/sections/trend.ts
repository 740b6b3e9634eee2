import { format } from '../../../score/format.js';
import { trendCharts } from '../charts/trend-chart.js';
import { count, day, figure, html, nothing, points, table, type Html } from '../html.js';
import type { Figures } from '../report.js';

export function trendSection({ trend }: Figures): Html {
  const { periods, breaks, unit } = trend;
  const known = periods.filter(({ n }) => n > 0);
  if (!known.length) return html`${nothing}`;
  const first = known[0]!;
  const last = known.at(-1)!;
  const label = `Score by ${unit} from ${first.at} to ${last.at}: it begins at ${format(first.score)} and ends at ${format(last.score)}.`;
  return html`<section aria-labelledby="trend">
<h2 id="trend">Trend</h2>
<p>${verdict(trend)}</p>
${figure(
  `Score by ${unit}, in the band where the true one lies (95 %)`,
  trendCharts(periods, breaks, label),
  table(
    [unit[0]!.toUpperCase() + unit.slice(1), 'Score', 'From', 'To', 'Answers'],
    periods.map(({ at, score, interval, n }) => [
      at,
      points(format(score)),
      interval ? points(format(interval.low)) : '–',
      interval ? points(format(interval.high)) : '–',
      count(n),
    ]),
  ),
)}
${
  breaks.length
    ? html`<p>Marked: the way of asking changed there, so a step may come from it and not from the customers.</p>
<ol>${breaks.map(({ at, survey, what, to }) => html`<li>${day(at)}, survey ${survey}: ${change(what, to)}</li>`)}</ol>`
    : nothing
}
</section>`;
}

/** A direction is only said when the test finds one. */
function verdict({ slope, p, unit, breaks }: Figures['trend']): string {
  if (slope === undefined || p === undefined) return 'One period is no trend yet.';
  const size = Math.abs(slope) < 9.5 ? Math.abs(slope).toFixed(1) : format(Math.abs(slope));
  const sure = p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
  if (p >= 0.05) return `No direction: the score moves no more than chance would move it (${sure}).`;
  const caution = breaks.length ? ' But the way of asking changed meanwhile.' : '';
  return `The score ${slope > 0 ? 'rises' : 'falls'} by ${size} points a ${unit} (${sure}).${caution}`;
}

function change(what: Figures['trend']['breaks'][number]['what'], to: string): string {
  if (what === 'sampling') return `from here ${to} of those eligible were asked`;
  return what === 'layout' ? `first shown as ${to}` : `first asked “${to}”`;
}
