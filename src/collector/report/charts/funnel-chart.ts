import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { GroupsReport } from '../groups.js';
import { count, html, type Html } from '../html.js';
import { CANVASES, pointsAxis, round, svg, type Canvas } from './canvas.js';

/** Normal quantiles within which 95 and 99.8 of 100 groups lie when nothing but chance sets them apart. */
const LIMITS = [1.96, 3.09] as const;

/**
 * Groups by how many answers they have. Between the curves, chance alone explains a group's score: no ranking, but who stands
 * out (funnel plot: D. Spiegelhalter, Statistics in Medicine 24, 2005).
 */
export function funnelCharts({ groups, overall }: GroupsReport, label: string): Html[] {
  return CANVASES.map((canvas) => draw(canvas, groups, overall, label));
}

function draw(canvas: Canvas, groups: GroupsReport['groups'], overall: GroupsReport['overall'], label: string): Html {
  const { width, height, left, right, top, bottom } = canvas;
  const all = Object.entries(groups).map(([name, { score, n }]) => ({ name, score: score!, n }));
  const sizes = all.map(({ n }) => n);
  const [smallest, largest] = [Math.min(...sizes) / 1.6, Math.max(...sizes) * 1.6];
  const x = scaleLog([smallest, largest], [left, width - right]);
  const limit = (z: number, n: number): number => z * Math.sqrt(overall.variance! / n);
  const widest = limit(LIMITS[1], smallest);
  const low = Math.max(-100, Math.min(overall.score! - widest, ...all.map(({ score }) => score)) - 5);
  const high = Math.min(100, Math.max(overall.score! + widest, ...all.map(({ score }) => score)) + 5);
  const y = scaleLinear([low, high], [height - bottom, top]);
  const steps = Array.from({ length: 41 }, (_, step) => smallest * (largest / smallest) ** (step / 40));
  const curve = (z: number): string =>
    line<number>()
      .x((n) => round(x(n)))
      .y((n) => round(y(Math.max(low, Math.min(high, overall.score! + limit(z, n))))))(steps)!;
  const whole = x.ticks(canvas.name === 'wide' ? 8 : 4).filter((n) => Number.isInteger(n));
  const few = whole.filter((n) => /^[125]0*$/.test(String(n)));
  const ticks = few.length < 3 ? whole.filter((n) => /^[1-9]0*$/.test(String(n))) : few;
  return svg(
    canvas,
    label,
    html`
${pointsAxis(canvas, y, 5)}
<text class="tick" x="${width - right}" y="${height - 8}" text-anchor="end">answers</text>
${ticks.filter((n) => x(n) < width - right - 60).map((n) => html`<text class="tick" x="${round(x(n))}" y="${height - 8}" text-anchor="middle">${count(n)}</text>`)}
<line class="overall" x1="${left}" x2="${width - right}" y1="${round(y(overall.score!))}" y2="${round(y(overall.score!))}"/>
${LIMITS.map((z, index) => [z, -z].map((side) => html`<path class="limit limit-${index}" d="${curve(side)}"/>`))}
${all.map(({ score, n }) => html`<circle class="dot" cx="${round(x(n))}" cy="${round(y(score))}" r="5"/>`)}
${labels(canvas, all, x, y)}`,
  );
}

/** Names beside their points, where there is room; those that would lie on another or on a point are left to the table. */
function labels(
  canvas: Canvas,
  all: readonly { name: string; score: number; n: number }[],
  x: (n: number) => number,
  y: (score: number) => number,
): Html[] {
  const taken = all.map(({ n, score }) => ({ left: x(n) - 5, right: x(n) + 5, at: y(score) }));
  return all.flatMap(({ name, score, n }) => {
    const text = name.length > 18 ? `${name.slice(0, 17)}…` : name;
    const size = text.length * 7;
    const place = [
      [9, 4],
      [-9 - size, 4],
      [-size / 2, -10],
      [-size / 2, 18],
    ]
      .map(([across, down]) => ({
        left: x(n) + across!,
        right: x(n) + across! + size,
        at: y(score) + down! - 4,
        base: y(score) + down!,
      }))
      .find(
        ({ left, right, at }) =>
          left >= 0 &&
          right <= canvas.width &&
          !taken.some((other) => other.left < right && left < other.right && Math.abs(other.at - at) < 12),
      );
    if (!place) return [];
    taken.push(place);
    return [html`<text class="name" x="${round(place.left)}" y="${round(place.base)}">${text}</text>`];
  });
}
