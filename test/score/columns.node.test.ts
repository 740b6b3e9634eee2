import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { score, scoreData } from './command.js';

const rows = (...lines: string[]): string => lines.join('\n');

describe('askwell score finds the column', () => {
  const table: [what: string, titles: string, expected: string][] = [
    ['called Score', 'Rating,Score,Age', 'Score'],
    ['called NPS, not its group or comment', 'NPS Group,NPS,NPS comment', 'NPS'],
    [
      'of the question itself',
      'Rating of help,How likely are you to recommend Acme to a friend?,Seats',
      'How likely are you to recommend Acme to a friend?',
    ],
    [
      'of the likelihood, not of a reason that is a number too',
      'Reason to recommend,Likely to recommend,Seats',
      'Likely to recommend',
    ],
    ['called NPS beside a Score of another scale', 'Score,NPS,CSAT', 'NPS'],
    ['whose name says rating, if it holds scores', 'Rating,x,Seats', 'Rating'],
  ];
  for (const [what, titles, expected] of table) {
    it(what, async () => {
      const { column } = await scoreData(rows(titles, '5,9,40', '3,3,50', '4,10,60'));
      assert.equal(column, expected);
    });
  }

  it('by its name and contents, where a column called NPS holds −100, 0 and 100', async () => {
    const { column } = await scoreData(rows('NPS,Score', '-100,3', '100,9', '0,8', '100,10'));
    assert.equal(column, 'Score');
  });

  it('below the heading of a report, whose lines count', async () => {
    const report = [
      'Acme NPS Q1,,',
      'Exported 2026-04-01,,',
      ',,',
      'Date,Score,Branch',
      '2026-01-02,9,N',
      '2026-01-03,3,S',
    ];
    assert.deepEqual((await scoreData(rows(...report))).counts, { detractors: 1, passives: 0, promoters: 1 });
    assert.match((await score(rows(...report, '2026-01-04,11,S'))).err, /line 7: score '11'/);
    // A title that stands alone, and a column without one, are no heading.
    assert.equal((await scoreData(rows('Score,', '9,good', '3,bad'))).nps.n, 2);
    assert.equal((await scoreData(rows(',Score', '0,9', '1,3'))).nps.n, 2);
  });

  it('of dates in another language, or counted in days as a spreadsheet does', async () => {
    const months = async (text: string) => (await scoreData(text)).trend?.periods.map(({ name }) => name);
    const many = (row: string) => Array.from({ length: 6 }, () => row);
    assert.deepEqual(await months(rows('Kunde;Datum;Wert', ...many('a;31.01.2026;9'))), ['2026-01']);
    assert.deepEqual(await months(rows('Date,Score', ...many('46053,9'))), ['2026-01']);
    assert.deepEqual(await months(rows('Date,Score', ...many('46053.75,9'))), ['2026-01']);
    // A post code is no date.
    assert.equal(await months(rows('Plz,Score', ...many('46053,9'))), undefined);
  });

  it('by its contents, when no name tells and only one holds scores', async () => {
    const { column, counts } = await scoreData(rows('Kunde,Antwort,Alter', 'a,9,40', 'b,3,50', 'c,10,60'));
    assert.deepEqual([column, counts], ['Antwort', { detractors: 1, passives: 0, promoters: 2 }]);
  });

  it('by name, any case, or by position from 1', async () => {
    for (const column of ['Antwort', 'antwort', '2']) {
      assert.equal((await scoreData(rows('Score,Antwort', '1,9', '1,9'), '--column', column)).nps.score, 100);
    }
  });

  it('or says what there is', async () => {
    const two = await score(rows('Kunde,Alt,Neu', 'a,9,8', 'b,3,2'));
    assert.equal(
      two.err,
      "askwell score: a.csv: several columns could hold the scores: 'Alt', 'Neu'. Name it with --column, or give its position from 1.\n",
    );
    const none = await score(rows('Kunde,Alter', 'a,40', 'b,50'));
    assert.match(none.err, /^askwell score: a\.csv: no column of scores was found among 'Kunde', 'Alter'\. Name it/);
    const wrong = await score(rows('Kunde,Score', 'a,9'), '--column', 'Scor');
    assert.match(
      wrong.err,
      /--column: a\.csv has no column 'Scor'; did you mean 'Score'\? There are: 'Kunde', 'Score'\./,
    );
    const far = await score(rows('Kunde,Score', 'a,9'), '--column', '3');
    assert.match(far.err, /has no column '3'/);
    for (const { code, out } of [two, none, wrong, far]) assert.deepEqual([code, out], [1, '']);
  });
});

describe('askwell score with how often each score was given', () => {
  const table = rows('Score,Count', '0,12', '6,30', '7,100', '9,40', '10,1018', ',25');

  it('refuses to read a row as one answer, and says both mends', async () => {
    const { code, err } = await score(table);
    assert.equal(code, 1);
    assert.match(
      err,
      /how often each score was given\. Say --count Count if it is, or --column Score if each row is one answer/,
    );
  });

  it('counts each row as often as it says, for groups, months and missing scores too', async () => {
    const data = await scoreData(table, '--count', 'Count');
    assert.deepEqual(data.counts, { detractors: 42, passives: 100, promoters: 1058 });
    assert.equal(data.withoutScore, 25);
    const dated = rows(
      'Score,N,Date,Branch',
      '9,20,2026-01-03,A',
      '3,10,2026-02-03,A',
      '9,0,2026-02-03,B',
      '10,7,2026-02-04,B',
    );
    const { counts, groups, trend } = await scoreData(dated, '--count', 'n', '--by', 'Branch', '--minimum', '1');
    assert.deepEqual(counts, { detractors: 10, passives: 0, promoters: 27 });
    assert.deepEqual(
      groups[0]!.shown.map(({ name, nps }) => [name, nps.n]),
      [
        ['A', 30],
        ['B', 7],
      ],
    );
    assert.deepEqual(
      trend!.periods.map(({ nps }) => nps!.n),
      [20, 17],
    );
  });

  it('takes a row as one answer where the column of scores is named', async () => {
    assert.equal((await scoreData(table, '--column', 'Score')).nps.n, 5);
  });

  it('takes a column that numbers the rows for no count of answers', async () => {
    assert.equal((await scoreData(rows('N,Score', '1,9', '2,10', '3,3'))).nps.n, 3);
    assert.equal((await scoreData(rows('Score,Answers', '9,good', '10,very good'))).nps.n, 2);
  });

  it('takes scores that stand more than once as answers, whatever stands beside them', async () => {
    assert.equal((await scoreData(rows('Score,Number', '9,1', '9,2', '3,3'))).nps.n, 3);
  });

  it('names the line whose count is none', async () => {
    const { err } = await score(rows('Score,Count', '9,1', '8,1.5'), '--count', 'Count');
    assert.match(err, /line 3: count '1\.5' is not a whole number from 0/);
  });
});
