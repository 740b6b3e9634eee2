import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTable } from '../../src/cli/csv.js';
import { askwell, score, scoreData } from './command.js';

const SCORES = ['Score', '9', '3', '10', '7'];
const FOUR = { detractors: 1, passives: 1, promoters: 2 };
const rows = (...lines: string[]): string => lines.join('\n');

describe('askwell score reads what survey tools write', () => {
  const files: [what: string, text: string | Uint8Array][] = [
    ['line feeds', rows(...SCORES)],
    ['a line feed at the end', `${rows(...SCORES)}\n`],
    ['carriage returns and line feeds', SCORES.join('\r\n')],
    ['both kinds of line end in one file', 'id,Score\r\n1,9\n2,3\r\n3,10\n4,7\r\n'],
    ['carriage returns alone', SCORES.join('\r')],
    ['blank lines between', rows('Score', '9', '', '3', '10', '', '7', '')],
    ['a byte-order mark', `\uFEFF${rows(...SCORES)}`],
    [
      'UTF-16 as Excel saves it',
      Buffer.from(`\uFEFF${rows('Größe\tScore', 'a\t9', 'b\t3', 'c\t10', 'd\t7')}`, 'utf16le'),
    ],
    ['commas', rows('id,Score', '1,9', '2,3', '3,10', '4,7')],
    [
      'semicolons, with decimal commas beside them',
      rows('id;Betrag;Score', '1;3,50;9', '2;1,00;3', '3;7,25;10', '4;8,75;7'),
    ],
    ['tabs', rows('id\tScore', '1\t9', '2\t3', '3\t10', '4\t7')],
    ['pipes', rows('id|Score', '1|9', '2|3', '3|10', '4|7')],
    ['Excel’s own first line', rows('sep=;', 'id;Score', '1;9', '2;3', '3;10', '4;7')],
    ['quotes around everything', rows('"id","Score"', '"1","9"', '"2","3"', '"3","10"', '"4","7"')],
    [
      'delimiters, quotes and line breaks within quotes',
      rows('Comment,Score', '"slow, and ""odd""",9', '"two', 'lines",3', '"4, 8, 11",10', '"7",7'),
    ],
    [
      'empty scores, however they are written',
      rows('Score,id', '9,1', ',2', '3,3', 'NA,4', '10,5', 'n/a,6', '7,7', '-,8'),
    ],
    ['scores with their labels', rows('Score', '9', '3 - neither', '10 - Extremely likely', '7.0')],
    ['labels before their scores', rows('Score', 'very likely - 9', 'Not likely: 3', 'Extremely likely - 10', '7')],
    ['no titles', rows('9', '3', '10', '7')],
    ['no titles, and a column of names', rows('a@x.org,9', 'b@x.org,3', 'c@x.org,10', 'd@x.org,7')],
    [
      'three rows of titles, as Qualtrics writes them',
      rows(
        'Date,NPS_GROUP,NPS',
        'Day,"Recommend, group","Recommend?"',
        '"{""ImportId"":""a""}","{""ImportId"":""b""}","{""ImportId"":""c""}"',
        '2026-01-02,Promoter,9',
        '2026-01-02,Detractor,3',
        '2026-01-02,Promoter,10',
        '2026-01-02,Passive,7',
      ),
    ],
    [
      'two rows of titles, as SurveyMonkey writes them',
      rows(
        'Respondent ID,How likely is it that you would recommend us?,Why?',
        ',Response,Open-Ended Response',
        '1,9,',
        '2,3,slow',
        '3,10,',
        '4,7,',
      ),
    ],
  ];
  for (const [what, text] of files) {
    it(what, async () => assert.deepEqual((await scoreData(text)).counts, FOUR));
  }

  it('standard input, torn anywhere', async () => {
    const stdin = rows('Größe,Score', '"ä, ö",9', 'ß,3', '€,10', '"😀\n",7');
    const { out, code } = await askwell(['score', '-', '--json'], { stdin });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).counts, FOUR);
    assert.equal(JSON.parse(out).file, 'standard input');
  });

  it('letters and line ends that are torn between two pieces', async () => {
    // Pieces of 7 bytes, rows of 13 and 15: every byte of a row is the last of a piece somewhere.
    const stdin = `Ort,Score\r\n${'Münchén,9\r\n'.repeat(40)}`;
    const { out } = await askwell(['score', '-', '--json', '--by', 'Ort'], { stdin });
    const { groups, counts } = JSON.parse(out);
    assert.deepEqual([groups[0].shown.map(({ name }: { name: string }) => name), counts.promoters], [['Münchén'], 40]);
    const last = await askwell(['score', '-', '--json', '--by', 'Ort'], {
      stdin: `Score,Ort\r\n${'9,"Münchén"\r\n'.repeat(40)}`,
    });
    assert.equal(last.err, '');
    assert.deepEqual(
      JSON.parse(last.out).groups[0].shown.map(({ name }: { name: string }) => name),
      ['Münchén'],
    );
  });

  it('what Excel calls CSV in the west, without being told', async () => {
    const bytes = Buffer.from(rows('Straße;Score', ...Array.from({ length: 6 }, () => 'Süd;9')), 'latin1');
    const { groups } = await scoreData(bytes, '--by', '1');
    assert.deepEqual([groups[0]?.by, groups[0]?.shown[0]?.name], ['Straße', 'Süd']);
  });

  it('another encoding, when told', async () => {
    const bytes = Buffer.from(rows('Straße,Score', 'Süd,9', 'Süd,3', 'Süd,10', 'Süd,7', 'Süd,7'), 'latin1');
    const { groups } = await scoreData(bytes, '--by', 'Straße', '--encoding', 'windows-1252');
    assert.deepEqual(
      groups[0]?.shown.map(({ name }) => name),
      ['Süd'],
    );
  });

  it('a file of many pieces, with every line counted', async () => {
    const many = Array.from({ length: 40_000 }, (_, k) => `${k},"line\nbreak ${k}",${k % 11}`);
    const { counts } = await scoreData(rows('id,Comment,Score', ...many));
    assert.equal(counts.detractors + counts.passives + counts.promoters, 40_000);
    const { err } = await score(rows('id,Comment,Score', ...many, '1,,99'));
    // One line of titles, two lines a row, and then this.
    assert.match(err, /line 80002: score '99'/);
  });
});

describe('askwell score makes do', () => {
  it('without a trend when dates can be read in two ways, and says so', async () => {
    const text = rows('Score,Date', '9,03/04/2026', '3,05/06/2026');
    const { nps, trend, noTrend } = await scoreData(text);
    assert.deepEqual([nps.score, trend], [0, undefined]);
    assert.match(noTrend ?? '', /^dates such as 03\/04\/2026 can be read in two ways; say --date-order/);
    assert.match((await score(text)).out, /\nNo trend: dates such as/);
  });

  it('with dates that it cannot read, when nobody asked for them, and says how many', async () => {
    const { counts, undated, trend } = await scoreData(
      rows('Score,Date', '9,2026-01-31', '9,2026-01-30', '9,soon', '9,'),
      '--minimum',
      '1',
    );
    assert.deepEqual([counts.promoters, undated, trend?.periods[0]?.nps?.n], [4, 2, 2]);
  });

  it('with names that would take over the terminal', async () => {
    const text = rows('Branch,Score', ...Array.from({ length: 6 }, () => '\u001B[31m\u202Eevil,9'));
    const { out } = await score(text, '--by', 'Branch');
    assert.match(out, /\n\uFFFD\[31m\uFFFDevil +100 /);
    assert.match((await score(rows('Score', '9', '\u001B[2Jx'))).err, /line 3: score '\uFFFD\[2Jx' is not/);
  });

  it('with blank lines above the titles, counting them', async () => {
    assert.match((await score(rows('', '', 'Score', '9', '11'))).err, /line 5: score '11'/);
  });
});

describe('askwell score complains, and prints nothing else', () => {
  const table: [what: string, text: string | Uint8Array, options: string[], message: RegExp][] = [
    [
      'of a score that is none',
      rows('id,Score', '1,9', '2,11', '3,x'),
      [],
      /^askwell score: a\.csv, line 3: score '11' is not a whole number from 0 to 10\. Mend that line, or leave such rows out with --skip-invalid\.\n$/,
    ],
    ['of a half score', rows('Score', '9', '8.5'), [], /line 3: score '8\.5' is not a whole number/],
    [
      'of the sum below the answers, though it could be a score',
      rows('Branch,Score,Comment', 'N,9,fine', 'N,3,', 'Average,6,'),
      [],
      /line 4: 'Average' looks like a sum of other rows, not like an answer/,
    ],
    [
      'of a row that is too long',
      rows('id,Score,Comment', '1,9,fine', '2,3,slow, and odd'),
      [],
      /line 3: 4 cells, but the table has 3 columns; put text with a comma in quotes/,
    ],
    [
      'of a row that is too short',
      rows('id,Comment,Score', '1,a,9', '2'),
      [],
      /line 3: only 1 cells, but 'Score' is column 3/,
    ],
    [
      'of a quote that is never closed',
      rows('Comment,Score', '"fine",9', '"slow,3'),
      [],
      /line 3: a quote is opened and never closed/,
    ],
    [
      'of text behind a closing quote',
      rows('Comment,Score', '"fine" really,9', 'b,3'),
      [],
      /line 2: text goes on after a closing quote/,
    ],
    ['of an empty file', '', [], /^askwell score: a\.csv is empty\.\n$/],
    ['of a workbook', Buffer.from('PK\x03\x04xxxx', 'latin1'), [], /a\.csv is an Excel workbook; save it as CSV first/],
    ['of a packed file', Buffer.from([0x1f, 0x8b, 8, 0]), [], /a\.csv is compressed; give what gunzip -c makes of it/],
    [
      'of a date that is none',
      rows('Score,Date', '9,2026-01-31', '9,2026-02-31'),
      ['--date', 'Date'],
      /line 3: date '2026-02-31' cannot be read; write it like 2026-01-31/,
    ],
    [
      'of dates that can be read in two ways',
      rows('Score,Date', '9,03/04/2026', '9,05/06/2026'),
      ['--since', '2026-01-01'],
      /dates such as 03\/04\/2026 can be read in two ways; say --date-order dmy or --date-order mdy/,
    ],
    [
      'of --since without dates',
      rows('Score,x', '9,a', '3,b'),
      ['--since', '2026-01-01'],
      /no column of dates was found; name it with --date\. There are: 'Score', 'x'/,
    ],
    [
      'of groups that are none',
      rows('Score,email', ...Array.from({ length: 1001 }, (_, k) => `9,${k}@x.org`)),
      ['--by', 'email'],
      /more than 1000 different values of 'email'; that makes no groups/,
    ],
  ];
  for (const [what, text, options, message] of table) {
    it(what, async () => {
      const { code, out, err } = await score(text, ...options);
      assert.match(err, message);
      assert.deepEqual([code, out], [1, '']);
    });
  }

  it('of a quote without end, long before the end of the file', async () => {
    let pieces = 0;
    async function* endless() {
      yield 'Comment,Score\nfine,9\n"slow,3\n';
      for (; pieces < 5000; pieces++) yield 'a line of text, that goes on and on\n'.repeat(1800);
    }
    const table = await openTable({ name: 'a.csv', bytes: endless() });
    await assert.rejects(
      table.forEach(() => undefined),
      { message: /^a\.csv, line 3: a quote is opened and never closed\./ },
    );
    // 4 MB of 325.
    assert.ok(pieces < 100, `${pieces} pieces of 65 kB`);
  });

  it('of a first row without end', async () => {
    assert.match(
      (await score(`"Comment,Score\n${'fine,9\n'.repeat(20_000)}`)).err,
      /a\.csv, line 1: a quote is opened and never closed/,
    );
  });

  it('of a file that is not there, or a folder', async () => {
    assert.deepEqual(await askwell(['score', 'nowhere.csv']), {
      code: 1,
      out: '',
      err: 'askwell score: there is no file nowhere.csv.\n',
    });
    assert.match((await askwell(['score', '.'])).err, /^askwell score: \. is a folder; name the CSV file in it\.\n$/);
  });

  it('not of anything with --skip-invalid, but says how many and which was the first', async () => {
    const text = rows('id,Score,Comment', '1,9,', '2,11,', '3,x,', '4,3,a, b', '5,3,');
    const { counts, invalid, firstInvalid } = await scoreData(text, '--skip-invalid');
    assert.deepEqual([counts.detractors, counts.promoters, invalid], [1, 1, 3]);
    assert.match(firstInvalid ?? '', /line 3: score '11' is not a whole number from 0 to 10$/);
    assert.match((await score(text, '--skip-invalid')).out, /3 rows left out \(first: a\.csv, line 3: score '11'/);
  });
});
