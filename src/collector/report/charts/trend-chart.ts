import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Break } from '../breaks.js';
import { html, nothing, type Html } from '../html.js';
import type { PeriodScore } from '../trend.js';
import { CANVASES, pointsAxis, round, svg, type Canvas } from './canvas.js';

/** Scores by period as a line in the band of their intervals, with a numbered mark at each change of how people were asked. */
export function trendCharts(periods: readonly PeriodScore[], breaks: readonly Break[], label: string): Html[] {
  return CANVASES.map((canvas) => draw(canvas, periods, breaks, label));
}

function draw(canvas: Canvas, periods: readonly PeriodScore[], breaks: readonly Break[], label: string): Html {
  const { width, height, left, right, top, bottom } = canvas;
  const known = periods.map((period, index) => ({ ...period, index })).filter(({ n }) => n > 0);
  const x = scaleLinear([0, Math.max(1, periods.length - 1)], [left + 12, width - right - 12]);
  const low = Math.min(...known.map(({ interval }) => interval!.low), 0);
  const high = Math.max(...known.map(({ interval }) => interval!.high), 0);
  const y = scaleLinear([Math.max(-100, low - 5), Math.min(100, high + 5)], [height - bottom, top]);
  const band = area<(typeof known)[number]>()
    .x(({ index }) => round(x(index)))
    .y0(({ interval }) => round(y(interval!.low)))
    .y1(({ interval }) => round(y(interval!.high)));
  const path = line<(typeof known)[number]>()
    .x(({ index }) => round(x(index)))
    .y(({ score }) => round(y(score!)));
  return svg(
    canvas,
    label,
    html`
${pointsAxis(canvas, y, canvas.name === 'wide' ? 6 : 5)}
${known.length > 1 ? html`<path class="band" d="${band(known)!}"/>` : nothing}
${marks(canvas, periods, breaks, x)}
<path class="line" d="${path(known)!}"/>
${known.map(({ index, score, interval }) => html`${known.length === 1 ? html`<line class="bar" x1="${round(x(index))}" x2="${round(x(index))}" y1="${round(y(interval!.low))}" y2="${round(y(interval!.high))}"/>` : nothing}<circle class="dot" cx="${round(x(index))}" cy="${round(y(score!))}" r="3.5"/>`)}
${names(canvas, periods, x)}`,
  );
}

function marks(
  { top, height, bottom }: Canvas,
  periods: readonly PeriodScore[],
  breaks: readonly Break[],
  x: (index: number) => number,
): Html[] {
  const places = new Map<number, number[]>();
  for (const [nth, { period }] of breaks.entries()) {
    const index = periods.findIndex(({ at }) => at === period);
    if (index >= 0) places.set(index, [...(places.get(index) ?? []), nth + 1]);
  }
  return [...places].map(
    ([index, numbers]) =>
      html`<line class="break" x1="${round(x(index))}" x2="${round(x(index))}" y1="${top}" y2="${height - bottom}"/><text class="mark" x="${round(x(index) + 4)}" y="${top + 10}">${numbers.join(', ')}</text>`,
  );
}

/** As many names of periods as fit beside each other; always the first and the last. */
function names({ name, width, height }: Canvas, periods: readonly PeriodScore[], x: (index: number) => number): Html[] {
  const step = Math.ceil(periods.length / Math.floor(width / (name === 'wide' ? 90 : 80)));
  const last = periods.length - 1;
  return periods.flatMap(({ at }, index) => {
    const wanted = index === last || (index % step === 0 && last - index >= step);
    const anchor = index === 0 && last > 0 ? 'start' : index === last && last > 0 ? 'end' : 'middle';
    const shift = anchor === 'start' ? -12 : anchor === 'end' ? 12 : 0;
    return wanted
      ? [html`<text class="tick" x="${round(x(index) + shift)}" y="${height - 8}" text-anchor="${anchor}">${at}</text>`]
      : [];
  });
}
