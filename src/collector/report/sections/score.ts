import { format } from '../../../score/format.js';
import { histogramCharts, intervalCharts } from '../charts/score-chart.js';
import { answers, count, figure, html, nothing, percent, points, table, type Html } from '../html.js';
import type { Figures } from '../report.js';
import type { Nps } from '../../../score/nps.js';

const PARTS = [
  ['promoters', 'Promoters', '9 and 10'],
  ['passives', 'Passives', '7 and 8'],
  ['detractors', 'Detractors', '0 to 6'],
] as const;

/**
 * The score with its interval in words: never a bare number.
 *
 * @param link the address of this report with something changed.
 */
export function scoreSection(report: Figures, link: (change: Record<string, string>) => string): Html {
  const { nps, counts, histogram, responseRate, asked, answered, readiness, hasty } = report;
  return html`<section aria-labelledby="score">
<h2 id="score">Score</h2>
${headline(nps)}
${
  nps.n
    ? html`<div class="pair">
<div>${table(
        ['Group', 'Scores', 'Answers', 'Share'],
        PARTS.map(([key, name, scores]) => [name, scores, count(counts[key]), percent(counts[key] / nps.n)]),
      )}
<p>${rate(responseRate, asked, answered, nps.n)}</p>
${hasty.n ? haste(hasty, link) : nothing}</div>
${figure(
  'How often each score was given',
  histogramCharts(histogram, `Answers by score: ${histogram.map((n, score) => `${score}: ${n}`).join(', ')}`),
  table(
    ['Score', 'Answers'],
    histogram.map((n, score) => [String(score), count(n)]),
  ),
)}
</div>`
    : nothing
}
${
  readiness.ready || !nps.n
    ? nothing
    : html`<div class="note"><h3>Before this number carries a decision</h3>
<ul>${readiness.reasons.map((reason) => html`<li>${reason}</li>`)}</ul></div>`
}
</section>`;
}

/** Number, size and interval; in words and as a picture. */
export function headline(nps: Nps): Html {
  const { score, n, interval, level } = nps;
  if (score === undefined) return html`<p class="none">No answers yet.</p>`;
  const words = `The true score lies between ${points(format(interval!.low))} and ${points(format(interval!.high))}, with ${Math.round(level * 100)} % confidence.`;
  return html`<p class="score"><strong data-score="${score}">${points(format(score))}</strong> <span class="size">from <span data-n="${n}">${answers(n)}</span></span></p>
${intervalCharts(nps, `${points(format(score))}. ${words}`)}
<p data-interval="${interval!.low} ${interval!.high}">${words} To one decimal: ${tenth(score)}, from ${tenth(interval!.low)} to ${tenth(interval!.high)}.</p>`;
}

/** For who compares two readings: the headline's whole points hide small steps. Never −0.0. */
const tenth = (value: number): string => points((Math.round(value * 10) / 10 || 0).toFixed(1));

function haste({ n, counted }: Figures['hasty'], link: (change: Record<string, string>) => string): Html {
  const state = counted ? 'They are counted.' : 'They are left out here.';
  return html`<p>${answers(n)} came within half a second of the question, quicker than anybody reads: machines, perhaps. ${state} <a href="${link({ hasty: counted ? 'without' : '' })}">${counted ? 'Leave them out' : 'Count them'}</a></p>`;
}

function rate(value: number | undefined, asked: number, answered: number, n: number): string {
  if (value === undefined) return 'The response rate is not known: no message of type “asked” has come.';
  const others = n > answered ? ` ${answers(n - answered)} came from people of whom that is not known.` : '';
  return `${percent(value)} of those asked answered: ${count(answered)} of ${count(asked)}.${others}`;
}
