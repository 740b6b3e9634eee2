/** How long one period of a trend is. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY = 86_400_000;

/** The unit in which a span has so many periods that a line can be read, and not more than fit on it. */
export function unitFor(from: Date, to: Date): Unit {
  const days = (to.getTime() - from.getTime()) / DAY;
  if (days <= 21) return 'day';
  if (days <= 180) return 'week';
  if (days <= 1500) return 'month';
  return days <= 5500 ? 'quarter' : 'year';
}

/** The start of the period in which an instant lies; UTC, weeks from Monday, as `date_trunc` of Postgres has it. */
export function startOf(unit: Unit, at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (unit === 'year') return new Date(Date.UTC(year, 0));
  if (unit === 'quarter') return new Date(Date.UTC(year, month - (month % 3)));
  if (unit === 'month') return new Date(Date.UTC(year, month));
  const start = Date.UTC(year, month, day);
  return new Date(unit === 'day' ? start : start - ((new Date(start).getUTCDay() + 6) % 7) * DAY);
}

function next(unit: Unit, start: Date): Date {
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  if (unit === 'year') return new Date(Date.UTC(year + 1, 0));
  if (unit === 'quarter') return new Date(Date.UTC(year, month + 3));
  if (unit === 'month') return new Date(Date.UTC(year, month + 1));
  return new Date(start.getTime() + (unit === 'day' ? DAY : 7 * DAY));
}

/** The starts of all periods from the one of `from` to the one of `to`, those without answers too. */
export function periodsBetween(unit: Unit, from: Date, to: Date): Date[] {
  const starts: Date[] = [];
  for (let start = startOf(unit, from); start <= to; start = next(unit, start)) starts.push(start);
  return starts;
}

/** The name of a period: `2026-11-02`, `2026-11`, `2026-Q4`, `2026`. A week has the name of its Monday. */
export function periodName(unit: Unit, start: Date): string {
  const iso = start.toISOString();
  if (unit === 'year') return iso.slice(0, 4);
  if (unit === 'quarter') return `${iso.slice(0, 4)}-Q${Math.floor(start.getUTCMonth() / 3) + 1}`;
  return iso.slice(0, unit === 'month' ? 7 : 10);
}
