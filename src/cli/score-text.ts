import { wrap } from './wrap.js';
import { format, type Counts, type Nps } from '../score/index.js';
import type { GroupsResult, ScoreResult, TrendResult } from './score-result.js';

/** Below 10 answers a number invites to be read where only the comments should be. */
const FEW = 10;

const METHODS = { 'adjusted-wald': 'adjusted Wald', score: 'score', wald: 'Wald', bayes: 'Bayes' } as const;

/** The result for people. On a terminal of so many `columns` sentences are broken between words, and a table is set narrow. */
export function textOf(result: ScoreResult, columns = Infinity): string {
  const text = [
    heading(result),
    bars(result.counts, result.nps.n, columns),
    ...result.groups.map((groups) => groupsText(groups, columns)),
    ...(result.trend ? [trendText(result.trend, columns)] : []),
    ...(result.noTrend ? [`No trend: ${result.noTrend}\n`] : []),
  ].join('\n');
  if (columns === Infinity) return text;
  // Of the lines that are too long, only those of tables have two blanks in a row, and they stay as they are.
  const fitted = text.split('\n').flatMap((line) => {
    if (line.length <= columns || / {2}/.test(line)) return [line];
    return wrap(line.replaceAll(' = ', '\u00A0=\u00A0'), '', columns).map((part) =>
      part.replaceAll('\u00A0=\u00A0', ' = '),
    );
  });
  return fitted.join('\n');
}

function heading({ file, column, nps, withoutScore, undated, highest, invalid, firstInvalid }: ScoreResult): string {
  const notes = [
    withoutScore ? `${rows(withoutScore)} without a score` : '',
    undated ? `${rows(undated)} without a date that can be read` : '',
    invalid ? `${rows(invalid)} left out (first: ${firstInvalid})` : '',
  ].filter(Boolean);
  const lines = [`${file}, column '${column}'${notes.length ? `: ${notes.join(', ')}` : ''}`, ''];
  if (!nps.interval) return [...lines, 'No answers.'].join('\n');
  const method = METHODS[nps.method];
  lines.push(`NPS ${format(nps.score)}, from ${range(nps)} at ${percent(nps.level)} (${method}), ${answers(nps.n)}`);
  if (highest <= 5 && nps.n >= FEW) {
    lines.push(`No score is over ${highest}: if these were given on a scale of 1 to 5, this is no Net Promoter Score.`);
  }
  if (nps.n < FEW) lines.push(`Fewer than ${FEW} answers: read the comments, not the number.`);
  return `${lines.join('\n')}\n`;
}

function bars(counts: Counts, n: number, columns: number): string {
  if (n === 0) return '';
  const narrow = columns < 60;
  const width = narrow ? whole(n).length + 1 : 11;
  const room = Math.max(5, Math.min(columns, columns === Infinity ? 80 : 100) - 27 - width);
  const bar = (name: string, count: number): string => {
    const share = `${Math.round((100 * count) / n)} %`;
    const length = Math.round((room * count) / n) || (count ? 1 : 0);
    return `${name.padEnd(18)}${whole(count).padStart(width)}${share.padStart(7)}  ${'█'.repeat(length)}`.trimEnd();
  };
  return [
    bar('Detractors (0–6)', counts.detractors),
    bar('Passives (7–8)', counts.passives),
    bar('Promoters (9–10)', counts.promoters),
    '',
  ].join('\n');
}

function groupsText({ by, shown, hidden, test }: GroupsResult, columns: number): string {
  if (!shown.length) return `By ${by}: all ${hidden.length} are hidden, with too few answers.\n`;
  const lines = table(
    [`By ${by}`, 'NPS', 'interval', 'n', 'differs from the rest'],
    shown.map(({ name, nps, holm }) => [name || '(empty)', ...figures(nps), verdict(holm, columns)]),
    columns,
  );
  if (hidden.length) lines.push(`${hidden.length} hidden: too few answers, or to be had by subtraction.`);
  if (test.p !== undefined) {
    const chance = test.p < 0.05 ? 'more than chance would make them' : 'no more than chance would make them';
    lines.push(`The groups differ ${chance} (Cochran's Q ${test.q?.toFixed(1)}, df ${test.df}, ${p(test.p)}).`);
  }
  return [...lines, ''].join('\n');
}

function trendText({ period, periods, test }: TrendResult, columns: number): string {
  const lines = table(
    [`By ${period}`, 'NPS', 'interval', 'n'],
    periods.map(({ name, nps }) => [name, ...(nps ? figures(nps) : ['hidden', '', ''])]),
    columns,
  );
  if (test.slope !== undefined && test.p !== undefined) {
    const points = `${test.slope > 0 ? '+' : ''}${test.slope.toFixed(1).replace(/^-(0\.0)$/, '$1')} points a ${period}`;
    const says = test.p >= 0.05 ? 'no more than chance would make' : test.slope > 0 ? 'rising' : 'falling';
    lines.push(`Trend: ${points}, ${says} (${p(test.p)}; Mann–Kendall ${p(test.kendall?.p ?? 1)}).`);
  }
  return [...lines, ''].join('\n');
}

const verdict = (holm: number | undefined, columns: number): string => {
  if (holm === undefined) return '';
  const word = holm < 0.05 ? 'yes' : 'no';
  return columns < 50 ? word : `${word}, ${p(holm)}`;
};
const figures = (nps: Nps): string[] => [format(nps.score), nps.interval ? range(nps) : '', whole(nps.n)];
const range = ({ interval }: Nps): string => `${format(interval?.low)} to ${format(interval?.high)}`;
const p = (value: number): string => (value < 0.001 ? 'p < 0.001' : `p = ${value.toFixed(value < 0.1 ? 3 : 2)}`);
const percent = (level: number): string => `${Number((100 * level).toPrecision(12))} %`;
const whole = (n: number): string => n.toLocaleString('en');
const rows = (n: number): string => (n === 1 ? '1 row' : `${whole(n)} rows`);
const answers = (n: number): string => (n === 1 ? '1 answer' : `${whole(n)} answers`);

/** Left-aligned first and last of five columns, the others right-aligned. */
function table(head: string[], body: string[][], columns: number): string[] {
  const narrow = columns < 70;
  const most = narrow ? Math.max(10, columns - 32) : 30;
  const cut = [narrow ? head.map((title) => title.replace(' from the rest', '')) : head, ...body].map(
    ([name = '', ...rest]) => [name.length > most ? `${name.slice(0, most - 1)}…` : name, ...rest],
  );
  const widths = head.map((_, k) => Math.max(...cut.map((row) => row[k]?.length ?? 0)));
  const aligned = (cell: string, k: number): string =>
    k === 0 || k === 4 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0);
  return cut.map((row) =>
    row
      .map(aligned)
      .join(columns < 50 ? ' ' : narrow ? '  ' : '   ')
      .trimEnd(),
  );
}
