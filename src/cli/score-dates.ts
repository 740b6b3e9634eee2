/** Whether 03/04/2026 is the third of April or the fourth of March. */
export type DateOrder = 'dmy' | 'mdy';

/** How long one period of the trend is. */
export type PeriodLength = 'month' | 'quarter' | 'year';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The parts of a date that is written with numbers between `/`, which may be read in two ways. */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?!\d)/;

/**
 * The calendar day of a date as it is written there, without regard to time zones, as `20261122`; undefined when it is no
 * date. Reads ISO 8601, `22.11.2026`, `22/11/2026` or `11/22/2026` by `order`, `22 Nov 2026`, `Nov 22, 2026`, the seconds or
 * milliseconds since 1970, and the days since 30 December 1899 by which a spreadsheet counts (1982 to 2119).
 */
export function dayOf(text: string, order: DateOrder): number | undefined {
  const plain = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})(?!\d)/.exec(plain);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(plain);
  if (slashed)
    return order === 'dmy' ? day(slashed[3], slashed[2], slashed[1]) : day(slashed[3], slashed[1], slashed[2]);
  const worded = /^(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})/i.exec(plain);
  if (worded) return day(worded[3], month(worded[2]), worded[1]);
  const american = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})/i.exec(plain);
  if (american) return day(american[3], month(american[1]), american[2]);
  const serial = /^([3-7]\d{4})([.,]\d+)?$/.exec(plain);
  if (!serial && !/^\d{10}(\d{3})?$/.test(plain)) return undefined;
  const date = new Date(
    serial ? Date.UTC(1899, 11, 30 + Number(serial[1])) : Number(plain) * (plain.length === 10 ? 1000 : 1),
  );
  return day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export const looksLikeDate = (text: string): boolean =>
  dayOf(text, 'dmy') !== undefined || dayOf(text, 'mdy') !== undefined;

/** The order of day and month in a column, by its cells that can be read in one way only; if there are none, such a cell. */
export function dateOrderOf(cells: string[]): { order: DateOrder } | { unclear: string } {
  const slashed = cells.map((cell) => SLASHED.exec(cell.trim())).filter((parts) => parts !== null);
  if (slashed.some((parts) => Number(parts[1]) > 12)) return { order: 'dmy' };
  if (slashed.some((parts) => Number(parts[2]) > 12)) return { order: 'mdy' };
  const [first] = slashed;
  return first ? { unclear: first[0] } : { order: 'mdy' };
}

/** The period of a day, as `2026`, `2026-Q4` or `2026-11`. */
export function periodOf(day: number, length: PeriodLength): string {
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  if (length === 'year') return String(year);
  return length === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${String(month).padStart(2, '0')}`;
}

/** All periods from the one of `first` to the one of `last`, those without a day in the data too. */
export function periodsBetween(first: number, last: number, length: PeriodLength): string[] {
  const periods = new Set<string>();
  const end = Math.floor(last / 10_000) * 12 + (Math.floor(last / 100) % 100);
  for (let m = Math.floor(first / 10_000) * 12 + (Math.floor(first / 100) % 100); m <= end; m++) {
    const year = Math.floor((m - 1) / 12);
    periods.add(periodOf(year * 10_000 + (m - year * 12) * 100, length));
  }
  return [...periods];
}

function day(year?: string | number, month?: string | number, date?: string | number): number | undefined {
  const y = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const [m, d] = [Number(month), Number(date)];
  const exists = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
  return exists ? y * 10_000 + m * 100 + d : undefined;
}

const month = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1;
