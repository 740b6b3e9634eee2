import { scaleBand, scaleLinear } from 'd3-scale';
import { format } from '../../../score/format.js';
import { count, html, nothing, points, type Html } from '../html.js';
import type { Nps } from '../../../score/nps.js';
import { CANVASES, round, svg, type Canvas } from './canvas.js';

/** The score as a point in its interval, on the whole scale. */
export function intervalCharts({ score, interval }: Nps, label: string): Html[] {
  return CANVASES.map((wide) => {
    const canvas = { ...wide, height: 58 };
    const x = scaleLinear([-100, 100], [16, canvas.width - 16]);
    return svg(
      canvas,
      label,
      html`
<line class="axis" x1="${round(x(-100))}" x2="${round(x(100))}" y1="24" y2="24"/>
${[-100, -50, 0, 50, 100].map((value) => html`<line class="axis" x1="${round(x(value))}" x2="${round(x(value))}" y1="19" y2="29"/><text class="tick" x="${round(x(value))}" y="50" text-anchor="${value === -100 ? 'start' : value === 100 ? 'end' : 'middle'}">${points(String(value))}</text>`)}
<rect class="span" x="${round(x(interval!.low))}" width="${round(Math.max(2, x(interval!.high) - x(interval!.low)))}" y="16" height="16" rx="3"/>
<circle class="dot" cx="${round(x(score!))}" cy="24" r="6"><title>${format(score)}</title></circle>`,
    );
  });
}

/** How often each score was given. One hue: the groups are told by the gaps between them. */
export function histogramCharts(histogram: readonly number[], label: string): Html[] {
  // It stands in half a page at most, so the small drawing serves for both.
  return [draw({ ...CANVASES[1]!, name: 'both', height: 170 }, histogram, label)];
}

function draw(canvas: Canvas, histogram: readonly number[], label: string): Html {
  const { width, height } = canvas;
  const x = scaleBand(
    histogram.map((_, score) => score),
    [8, width - 8 - 24],
  ).padding(0.18);
  const y = scaleLinear([0, Math.max(1, ...histogram)], [0, height - 56]);
  // After 6 and after 8 another group begins.
  const place = (score: number): number => x(score)! + (score > 6 ? 12 : 0) + (score > 8 ? 12 : 0);
  return svg(
    canvas,
    label,
    histogram.map(
      (n, score) =>
        html`<rect class="column" x="${round(place(score))}" width="${round(x.bandwidth())}" y="${round(height - 26 - y(n))}" height="${round(y(n))}" rx="2"/>${n ? html`<text class="tick" x="${round(place(score) + x.bandwidth() / 2)}" y="${round(height - 31 - y(n))}" text-anchor="middle">${count(n)}</text>` : nothing}<text class="tick strong" x="${round(place(score) + x.bandwidth() / 2)}" y="${height - 8}" text-anchor="middle">${score}</text>`,
    ),
  );
}
