import { html, type Html } from '../html.js';

/** Size of a chart in its own units, and the room around the plot. */
export interface Canvas {
  name: 'wide' | 'narrow' | 'both';
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Each chart is drawn twice, for a screen and for a phone: scaled down from the one, its letters would be too small on the other. */
export const CANVASES: readonly Canvas[] = [
  { name: 'wide', width: 900, height: 300, left: 44, right: 16, top: 16, bottom: 30 },
  { name: 'narrow', width: 360, height: 240, left: 36, right: 8, top: 12, bottom: 28 },
];

/** @param label what the chart shows, for those who do not see it. */
export function svg({ name, width, height }: Canvas, label: string, content: Html | Html[]): Html {
  return html`<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

interface Scale {
  (value: number): number;
  ticks(count: number): number[];
}

/** Lines and numbers of the scale of points. */
export function pointsAxis({ left, right, width }: Canvas, y: Scale, ticks: number): Html[] {
  return y
    .ticks(ticks)
    .map(
      (value) =>
        html`<line class="${value === 0 ? 'zero' : 'grid'}" x1="${left}" x2="${width - right}" y1="${round(y(value))}" y2="${round(y(value))}"/><text class="tick" x="${left - 6}" y="${round(y(value) + 4)}" text-anchor="end">${String(value).replace('-', '−')}</text>`,
    );
}

/** Enough for a pixel, and no longer. */
export const round = (value: number): number => Math.round(value * 10) / 10;
