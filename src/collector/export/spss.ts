import type { ExportRow } from './rows.js';

const CODES = { detractor: -1, passive: 0, promoter: 1 };

/**
 * Syntax that runs by itself in SPSS and PSPP: data, labels, and the score as a mean. Comments are left to the CSV; texts are
 * cut to what the variable holds.
 */
export const SPSS_START = `* Encoding: UTF-8.
* Net Promoter Score: the mean of nps is the score.
DATA LIST LIST (TAB) /id (A36) day (SDATE10) survey (A40) kind (A13) wave (A20) locale (A16) layout (A12)
  score (F2.0) category (F2.0) weight (F12.6).
BEGIN DATA
`;

export const SPSS_END = `END DATA.
VARIABLE LABELS score 'How likely to recommend, 0 to 10' category 'Net Promoter category' weight 'One over the probability of being asked'.
VALUE LABELS category -1 'Detractor' 0 'Passive' 1 'Promoter'
  /score 0 'Not at all likely' 10 'Extremely likely'.
COMPUTE nps = 100 * category.
VARIABLE LABELS nps 'Points; the mean is the score'.
EXECUTE.
DESCRIPTIVES VARIABLES=score nps /STATISTICS=MEAN STDDEV.
`;

/** One line of data. */
export function spssLine(row: ExportRow): string {
  const { id, at, survey, kind, wave, locale, layout, score, category, probability } = row;
  const weight = Number(probability) > 0 ? 1 / Number(probability) : 1;
  const texts = [text(survey, 40), text(kind, 13), text(wave, 20), text(locale, 16), text(layout, 12)];
  const day = (at as Date).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${[text(id, 36), day, ...texts, score, CODES[category as keyof typeof CODES], weight].join('\t')}\n`;
}

/** Cut to bytes, as SPSS counts, never through the middle of a letter; without the signs that would quote or divide. */
function text(value: unknown, bytes: number): string {
  let cut = String(value ?? '')
    .replace(/[\s"\p{Cc}]+/gu, ' ')
    .replaceAll("'", '’');
  while (new TextEncoder().encode(cut).length > bytes) cut = cut.slice(0, -1);
  return cut;
}
