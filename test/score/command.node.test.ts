import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nps } from '../../src/score/index.js';
import { progressBar } from '../../src/cli/score-progress.js';
import { askwell, score, scoreData } from './command.js';

/** Rows of `month, branch, detractors, passives, promoters`, one answer a line, on the days of that month in turn. */
function answers(...lots: [month: string, branch: string, ...counts: number[]][]): string {
  let k = 0;
  const lines = lots.flatMap(([month, branch, d = 0, a = 0, q = 0]) =>
    [...'3'.repeat(d), ...'8'.repeat(a), ...'9'.repeat(q)].map(
      (value) => `${month}-${String(1 + (k++ % 28)).padStart(2, '0')},${branch},${value}`,
    ),
  );
  return ['Date,Branch,Score', ...lines].join('\n');
}

const LOTS = answers(
  ['2026-01', 'North', 10, 20, 30],
  ['2026-02', 'North', 9, 20, 33],
  ['2026-01', 'South', 20, 20, 20],
  ['2026-02', 'South', 18, 20, 20],
  ['2026-04', 'East', 1, 1, 1],
  ['2026-04', 'West', 2, 2, 4],
  ['2026-04', 'North', 5, 5, 10],
);

describe('askwell score prints', () => {
  it('the score with its margin, the categories, groups without the small ones, and the trend', async () => {
    const { code, out, err } = await score(`${LOTS}\n2026-01-01,North,\n`, '--by', 'branch');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `a.csv, column 'Score': 1 row without a score

NPS 20, from 10 to 29 at 95 % (adjusted Wald), 271 answers

Detractors (0–6)           65   24 %  ██████████
Passives (7–8)             88   32 %  ██████████████
Promoters (9–10)          118   44 %  ██████████████████

By Branch   NPS    interval     n   differs from the rest
North        35    22 to 46   142   yes, p = 0.002
South         2   -13 to 16   118   yes, p = 0.002
2 hidden: too few answers, or to be had by subtraction.
The groups differ more than chance would make them (Cochran's Q 11.2, df 1, p < 0.001).

By month   NPS   interval     n
2026-01     17    2 to 30   120
2026-02     22    7 to 35   120
2026-03      –                0
2026-04     23   -7 to 48    31
Trend: +2.4 points a month, no more than chance would make (p = 0.66; Mann–Kendall p = 0.33).
`,
    );
  });

  it('nothing of a hidden group, as text or as data', async () => {
    const text = await score(LOTS, '--by', 'Branch');
    const data = await scoreData(LOTS, '--by', 'Branch');
    assert.doesNotMatch(text.out, /East|West/);
    assert.deepEqual(data.groups[0]?.hidden, ['East', 'West']);
    assert.deepEqual(
      data.groups[0]?.shown.map(({ name }) => name),
      ['North', 'South'],
    );
  });

  it('more or fewer groups by the minimum, and several columns of them', async () => {
    const { groups } = await scoreData(LOTS, '--by', 'Branch', '--by', '1', '--minimum', '1');
    assert.deepEqual(
      groups.map(({ by, shown }) => [by, shown.length]),
      [
        ['Branch', 4],
        ['Date', 84],
      ],
    );
    assert.equal((await scoreData(LOTS, '--by', 'Branch', '--minimum', '200')).groups[0]?.shown.length, 0);
    assert.match((await score(LOTS, '--by', 'Branch', '--minimum', '200')).out, /By Branch: all 4 are hidden/);
  });

  it('what the library says, by the method and level asked for', async () => {
    const { nps: found, counts } = await scoreData(LOTS, '--method', 'score', '--level', '0.9');
    assert.deepEqual(found, nps({ detractors: 65, passives: 88, promoters: 118 }, { method: 'score', level: 0.9 }));
    assert.deepEqual(counts, { detractors: 65, passives: 88, promoters: 118 });
    assert.match((await score(LOTS, '--method', 'score', '--level', '0.999')).out, /at 99\.9 % \(score\), 271 answers/);
  });

  it('a warning under ten answers, and no figure without any', async () => {
    assert.match((await score('Score\n9\n8\n')).out, /\nFewer than 10 answers: read the comments, not the number\.\n/);
    const none = await score('id,Score\n1,\n2,\n');
    assert.deepEqual([none.code, none.out], [0, "a.csv, column 'Score': 2 rows without a score\n\nNo answers.\n"]);
  });

  it('what another scale looks like', async () => {
    const of = (highest: number) => rows(highest).then(({ out }) => out);
    const rows = (highest: number) =>
      score(['Score', ...Array.from({ length: 12 }, (_, k) => 1 + (k % highest))].join('\n'));
    assert.match(await of(5), /\nNo score is over 5: if these were given on a scale of 1 to 5, /);
    assert.doesNotMatch(await of(6), /No score is over/);
  });

  for (const columns of [40, 60, 80, 120]) {
    it(`no line wider than a terminal of ${columns}`, async () => {
      const { out } = await score(`${LOTS}\n2026-01-01,North,11`, '--by', 'Branch', '--skip-invalid', { columns });
      const text = out.trimEnd().split('\n');
      const wide = text.filter((line) => line.length > columns);
      assert.deepEqual(wide, []);
      assert.match(
        out.replaceAll(/\s+/g, ' '),
        /1 row left out \(first: .+'11' is not a whole number.+Mann–Kendall p = 0\.33\)\./,
      );
    });
  }

  it('usage when asked, and what is wrong with the arguments', async () => {
    assert.match((await askwell(['score', '--help'])).out, /^askwell score <file\.csv> \[options\]/);
    const table: [argv: string[], message: RegExp][] = [
      [[], /^askwell score: which file\? Give a CSV file, or - for standard input\.\n$/],
      [['a.csv', 'b.csv'], /one file at a time; 'b\.csv' is a second one/],
      [['a.csv', '--colum', 'x'], /Unknown option '--colum'.*\nSee askwell score --help\./s],
      [
        ['a.csv', '--level', '95'],
        /^askwell score: --level: 95 is not between 0 and 1; write it as a share, for example 0\.95 for 95 %\.\n$/,
      ],
      [['a.csv', '--level', 'x'], /--level: NaN is not between/],
      [['a.csv', '--method', 'score2'], /--method: 'score2' is not known; did you mean score\?/],
      [['a.csv', '--method', 'x'], /--method: 'x' is not known; write one of adjusted-wald, score, wald, bayes\./],
      [['a.csv', '--since', '31.1.2026'], /--since: '31\.1\.2026' is not a day; write it like 2026-01-31/],
      [['a.csv', '--until', '2026-02-30'], /--until: '2026-02-30' is not a day/],
      [['a.csv', '--since', '2026-02-02', '--until', '2026-02-01'], /--since 2026-02-02 is after --until 2026-02-01/],
      [['a.csv', '--minimum', '0'], /--minimum: '0' is not a whole number from 1/],
      [['a.csv', '--period', 'week'], /--period: 'week' is not known; write one of month, quarter, year/],
      [['a.csv', '--encoding', 'klingon'], /--encoding: 'klingon' is not known; write utf-8/],
    ];
    for (const [argv, message] of table) {
      const { code, out, err } = await askwell(['score', ...argv], { file: ['a.csv', 'Score\n9\n'] });
      assert.match(err, message);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
    }
  });
});

describe('askwell score over time', () => {
  const days: [written: string, month: string][] = [
    ['2026-02-03', '2026-02'],
    ['2026-02-03T23:59:00-08:00', '2026-02'],
    ['2026/2/3 10:00', '2026-02'],
    ['03.02.2026', '2026-02'],
    ['3.2.26', '2026-02'],
    ['13/02/2026', '2026-02'],
    ['02/13/2026 11:59:59 PM', '2026-02'],
    ['3 Feb 2026', '2026-02'],
    ['February 3, 2026 10:00', '2026-02'],
    ['1770076800', '2026-02'],
    ['1770076800000', '2026-02'],
  ];
  for (const [written, month] of days) {
    it(`reads ${written}`, async () => {
      const { trend } = await scoreData(`Date;Score\n${`${written};9\n`.repeat(6)}`);
      assert.deepEqual(
        trend?.periods.map(({ name }) => name),
        [month],
      );
    });
  }

  it('reads a date that could be two as it is told', async () => {
    const text = `Date,Score\n${'03/04/2026,9\n'.repeat(6)}`;
    const month = async (order: string) => (await scoreData(text, '--date-order', order)).trend?.periods[0]?.name;
    assert.deepEqual([await month('dmy'), await month('mdy')], ['2026-04', '2026-03']);
  });

  it('takes only the days asked for, both ends included', async () => {
    const text = 'Date,Score\n2026-01-31,9\n2026-02-01,3\n2026-02-28,10\n2026-03-01,9\n,9\n';
    const february = await scoreData(text, '--since', '2026-02-01', '--until', '2026-02-28');
    assert.deepEqual(february.counts, { detractors: 1, passives: 0, promoters: 1 });
    assert.equal(february.undated, 1);
    assert.equal((await scoreData(text, '--since', '2026-02-28')).nps.n, 2);
    assert.equal((await scoreData(text)).nps.n, 5);
  });

  it('ignores wrong scores on days that were not asked for', async () => {
    const { nps: found } = await scoreData('Date,Score\n2025-12-31,11\n2026-01-01,9\n', '--since', '2026-01-01');
    assert.equal(found.n, 1);
  });

  it('goes by month, quarter or year as the answers reach back, or as told, without gaps', async () => {
    const over = (from: string, to: string) => answers([from, 'x', 3, 3, 3], [to, 'x', 3, 3, 3]);
    const names = async (text: string, ...options: string[]) =>
      (await scoreData(text, ...options)).trend?.periods.map(({ name }) => name);
    assert.deepEqual(await names(over('2025-11', '2026-02')), ['2025-11', '2025-12', '2026-01', '2026-02']);
    assert.equal((await names(over('2025-01', '2026-06')))?.length, 18);
    assert.deepEqual((await names(over('2025-01', '2026-07')))?.slice(0, 2), ['2025-Q1', '2025-Q2']);
    assert.deepEqual(await names(over('2020-12', '2027-01')), [
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
      '2027',
    ]);
    assert.deepEqual(await names(over('2025-11', '2026-02'), '--period', 'quarter'), ['2025-Q4', '2026-Q1']);
    assert.deepEqual(await names(over('2025-11', '2026-02'), '--period', 'year'), ['2025', '2026']);
  });

  it('hides a period of few answers and the next smallest, and leaves both out of the trend', async () => {
    const { trend } = await scoreData(
      answers(
        ['2026-01', 'x', 5, 5, 5],
        ['2026-02', 'x', 1, 0, 1],
        ['2026-03', 'x', 2, 2, 4],
        ['2026-04', 'x', 5, 5, 9],
      ),
    );
    assert.deepEqual(
      trend?.periods.map(({ hidden }) => hidden ?? false),
      [false, true, true, false],
    );
    assert.equal(trend?.test.q?.df, 1);
  });

  it('says which way it goes when that is no chance', async () => {
    const rising = answers(
      ...[40, 35, 30, 25, 20, 15].map((d, k): [string, string, ...number[]] => [`2026-0${k + 1}`, 'x', d, 30, 60 - d]),
    );
    assert.match(
      (await score(rising)).out,
      /Trend: \+\d+\.\d points a month, rising \(p < 0\.001; Mann–Kendall p = 0\.003\)\./,
    );
    const falling = answers(
      ...[15, 20, 25, 30, 35, 40].map((d, k): [string, string, ...number[]] => [`2026-0${k + 1}`, 'x', d, 30, 60 - d]),
    );
    assert.match((await score(falling)).out, /Trend: -\d+\.\d points a month, falling/);
  });
});

describe('The progress bar', () => {
  function drawn(isTTY: boolean, total: number | undefined, steps: [at: number, bytes: number][]): string {
    let text = '';
    let time = 0;
    const bar = progressBar({ isTTY, write: (more) => (text += more) }, () => time, total);
    for (const [at, bytes] of steps) {
      time = at;
      bar.add(bytes);
    }
    bar.end();
    return text;
  }

  it('is drawn on a terminal once reading takes longer than half a second, ten times a second, and taken away', () => {
    const text = drawn(true, 400e6, [
      [100, 1e6],
      [499, 1e6],
      [500, 98e6],
      [550, 50e6],
      [600, 50e6],
    ]);
    const blank = `\r${' '.repeat(50)}\r`;
    assert.equal(
      text,
      `\r${'█'.repeat(8)}${'░'.repeat(22)}  25 %  100 MB\r${'█'.repeat(15)}${'░'.repeat(15)}  50 %  200 MB${blank}`,
    );
  });

  it('counts what it cannot compare with a total', () => {
    assert.match(drawn(true, undefined, [[600, 1_234_000_000]]), /^\r1,234 MB\r/);
  });

  it('leaves no trace on a pipe, or when reading was quick', () => {
    assert.equal(drawn(false, 100, [[600, 50]]), '');
    assert.equal(drawn(true, 100, [[400, 100]]), '');
  });
});

describe('askwell', () => {
  it('names the nearest command to one that it does not know', async () => {
    const { code, out, err } = await askwell(['scroe', 'a.csv']);
    assert.deepEqual([code, out, err], [2, '', "askwell: there is no command 'scroe'; did you mean score?\n"]);
    assert.match(
      (await askwell(['frobnicate'])).err,
      /^askwell: there is no command 'frobnicate'; write one of serve, import, export, score, audit\./,
    );
    assert.match((await askwell(['constructor'])).err, /there is no command 'constructor'/);
  });

  it('lists its commands when asked, and when none is given', async () => {
    const { code, out } = await askwell(['--help']);
    assert.equal(code, 0);
    assert.match(out, /^askwell <command> \[options\]\n\n( {2}\w+ +[^\n]+\n)+/);
    const none = await askwell([]);
    assert.deepEqual([none.code, none.err], [2, `askwell: which command?\n\n${out}\n`]);
  });

  it('says its version', async () => {
    assert.match((await askwell(['--version'])).out, /^\d+\.\d+\.\d+\S*\n$/);
  });
});
