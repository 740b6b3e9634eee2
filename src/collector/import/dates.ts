/** In which order day, month and year stand in dates such as 03/04/2026. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const PARTS = /^(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap]m)?)?$/i;

/** The order that all these dates allow; undefined when more than one does, or none. */
export function orderOf(dates: readonly string[]): DateOrder | undefined {
  const parts = dates
    .flatMap((date) => (ISO.test(date) ? [] : [PARTS.exec(date)?.slice(1, 4).map(Number)]))
    .filter((each) => each !== undefined);
  if (!parts.length) return 'ymd';
  if (parts.every(([a]) => a! > 31)) return 'ymd';
  const over = (index: number): boolean => parts.some((each) => each[index]! > 12);
  return over(0) && !over(1) ? 'dmy' : over(1) && !over(0) ? 'mdy' : undefined;
}

/** A date without a zone is taken as UTC. Undefined when it is none; 31 February is none. */
export function readDate(text: string, order: DateOrder): Date | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hours = '00', minutes = '00', seconds = '00', zone = 'Z'] = iso;
    const offset = /[zu]/i.test(zone) ? 'Z' : zone.replace(/^(...):?(..)$/, '$1:$2');
    const date = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`);
    return isDay(Number(year), Number(month), Number(day)) && !Number.isNaN(date.getTime()) ? date : undefined;
  }
  const found = PARTS.exec(text);
  if (!found) return undefined;
  const numbers = found.slice(1, 4).map(Number);
  const [short, month, day] = PLACES[order].map((index) => numbers[index]!) as [number, number, number];
  const year = short < 100 ? 2000 + short : short;
  const half = found[7]?.toLowerCase();
  const hours = half ? (Number(found[4]) % 12) + (half === 'pm' ? 12 : 0) : Number(found[4] ?? 0);
  const minutes = Number(found[5] ?? 0);
  const seconds = Number(found[6] ?? 0);
  const possible = isDay(year, month, day) && hours < 24 && minutes < 60 && seconds < 60;
  return possible ? new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds)) : undefined;
}

/** Where year, month and day stand. */
const PLACES: Record<DateOrder, readonly number[]> = { ymd: [0, 1, 2], mdy: [2, 0, 1], dmy: [2, 1, 0] };

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
