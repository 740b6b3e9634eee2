/** One round of a survey: its name and the instants (epoch ms, UTC, end excluded) between which it runs. */
export interface Wave {
  name: string;
  start: number;
  end: number;
}

/**
 * The wave in which `now` lies. Quarters, halves and years are those of the calendar in UTC, so that all branches of a company
 * change waves at one instant: `2026-Q4`, `2026-H2`, `2026`. Any other text is its own name and runs with the calendar quarter.
 */
export function waveOf(wave: string, now: number): Wave {
  const date = new Date(now);
  const year = date.getUTCFullYear();
  const months = wave === 'year' ? 12 : wave === 'half' ? 6 : 3;
  const part = Math.floor(date.getUTCMonth() / months);
  const start = (nth: number) => Date.UTC(year, nth * months);
  const name =
    months > 6 ? `${year}` : months > 3 ? `${year}-H${part + 1}` : wave === 'quarter' ? `${year}-Q${part + 1}` : wave;
  return { name, start: start(part), end: start(part + 1) };
}
