import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, nps, sampleSizeForChange, sampleSizeForMargin } from '../../src/score/index.js';

/* Writes the tables of the score into a page, between their markers: `npx tsx test/tools/score-tables.ts README.md`. */

const THIRDS = 1e4 * (2 / 3);
const whole = (n: number): string => n.toLocaleString('en');

function table(head: string[], body: string[][]): string {
  const rule = head.map((_, k) => (k === 0 ? '---' : '---:'));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Half the width of the default interval for a score near 0, and for a good one. */
function worth(): string {
  const margin = (...shares: [number, number, number]): ((n: number) => string) => {
    return (n) => {
      const [detractors, passives, promoters] = shares.map((share) => Math.round((share * n) / 100)) as typeof shares;
      const { interval } = nps({ detractors, passives, promoters });
      return `± ${format(((interval?.high ?? 0) - (interval?.low ?? 0)) / 2)}`;
    };
  };
  const kinds: [string, (n: number) => string][] = [
    ['half detractors, half promoters: 0', margin(50, 0, 50)],
    ['30 / 40 / 30: 0', margin(30, 40, 30)],
    ['10 / 30 / 60: +50', margin(10, 30, 60)],
  ];
  const sizes = [10, 20, 50, 100, 200, 500, 1000, 5000];
  return table(
    ['answers', ...kinds.map(([name]) => name)],
    sizes.map((n) => [whole(n), ...kinds.map(([, of]) => of(n))]),
  );
}

/** Answers for a margin, in the worst case, at even thirds, at a usual spread, and out of a small base. */
function margins(): string {
  const rows = [
    [20, 0.95],
    [15, 0.95],
    [10, 0.95],
    [5, 0.95],
    [10, 0.9],
  ] as const;
  const body = rows.map(([margin, level]) => {
    const sizes = [1e4, THIRDS, 6000].map((variance) => sampleSizeForMargin({ margin, level, variance }));
    const base = sampleSizeForMargin({ margin, level, variance: THIRDS, population: 1000 });
    return [`± ${margin} at ${100 * level} %`, ...[...sizes, base].map(whole)];
  });
  return table(['wanted', 'variance 10,000 (worst)', '6,667 (even thirds)', '6,000', '6,667, of 1,000 people'], body);
}

/** Answers in each of two periods for a change to show. */
function changes(): string {
  const size = (change: number, power: number): string =>
    whole(sampleSizeForChange({ change, power, variance: THIRDS }));
  const body = [20, 15, 10, 5].map((change) => [`${change} points`, size(change, 0.8), size(change, 0.9)]);
  return table(['change', 'seen 8 times in 10', 'seen 9 times in 10'], body);
}

/** The tables by the name that stands in their markers. */
export const scoreTables = (): Record<string, string> => ({
  'score-worth': worth(),
  'score-margins': margins(),
  'score-changes': changes(),
});

const between = (name: string): RegExp => new RegExp(`(<!-- ${name}:start -->\n)[^]*?(<!-- ${name}:end -->)`);

/** What stands between the markers of a table in a page, if they are there. */
export const tableIn = (page: string, name: string): string | undefined =>
  between(name).exec(page)?.[0].split('\n').slice(1, -1).join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = process.argv[2] ?? 'README.md';
  let page = readFileSync(path, 'utf8');
  for (const [name, text] of Object.entries(scoreTables())) {
    if (!between(name).test(page)) throw new Error(`${path} has no <!-- ${name}:start --> … <!-- ${name}:end -->`);
    page = page.replace(between(name), (_, start: string, end: string) => `${start}${text}\n${end}`);
  }
  writeFileSync(path, page);
}
