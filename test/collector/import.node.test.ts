import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { orderOf, readDate } from '../../src/collector/import/dates.js';
import { parseCsv } from '../../src/collector/import/parse-csv.js';
import { connect, TOKEN, type Client } from './client.js';
import { eachDatabase } from './databases.js';

const FILE = await readFile(new URL('./data/surveymonkey.csv', import.meta.url), 'utf8');

await eachDatabase((kind) => {
  let client: Client;
  before(async () => {
    client = await connect(kind);
  });
  after(() => client.close());
  const load = async (text: string, query: string): Promise<any> => {
    const response = await client.call('POST', `/v1/import?${query}`, text);
    return { status: response.status, ...((await response.json()) as object) };
  };

  describe('the CSV of a survey tool', () => {
    it('is read with its two head lines, labelled scores and American dates', async () => {
      assert.deepEqual(await load(FILE, 'survey=imported&properties=Which branch did you visit?'), {
        status: 200,
        stored: 4,
        duplicate: 0,
        skipped: 1,
        refusedInAll: 2,
        refused: [
          { line: 8, message: 'The date cannot be read.' },
          { line: 9, message: 'The score is not a number from 0 to 10.' },
        ],
      });
      const rows = await client.db
        .selectFrom('asks')
        .select(['score', 'at', 'comment', 'wave', 'question', 'properties'])
        .where('survey', '=', 'imported')
        .orderBy('at')
        .execute();
      assert.deepEqual(
        rows.map(({ score, at, comment }) => [score, at.toISOString(), comment]),
        [
          [10, '2026-03-14T09:01:02.000Z', 'Quick, friendly\nand "cheap"'],
          [0, '2026-03-14T13:11:30.000Z', '=HYPERLINK("http://evil")'],
          [8, '2026-03-15T00:05:00.000Z', null],
          [6, '2026-03-17T23:59:59.000Z', 'Größe passt nicht'],
        ],
      );
      assert.equal(rows[0]!.wave, '2026-Q1');
      assert.match(rows[0]!.question, /^How likely/);
      assert.deepEqual(rows[0]!.properties, { 'Which branch did you visit?': 'North' });
    });

    it('counts once however often it is imported', async () => {
      const again = await load(FILE, 'survey=imported');
      assert.deepEqual([again.stored, again.duplicate], [0, 4]);
      assert.equal((await client.json('/v1/report.json?survey=imported')).nps.n, 4);
      assert.equal((await client.json('/v1/report.json?survey=imported')).responseRate, undefined);
    });

    const files: [string, string, string, number][] = [
      ['semicolons', 'Score;Comment\n9;a\n3;b', 'survey=s1', 2],
      ['tabs and UTF-16-free CRLF', 'Score\tComment\r\n9\ta\r\n', 'survey=s2', 1],
      ['a byte order mark and spaces', '\ufeff Score , Comment \n 9 , a ', 'survey=s3', 1],
      ['a column that is named in the query', 'A,B\n1,9\n2,8', 'survey=s4&score=b', 2],
      ['German dates', 'Score,Date\n9,24.12.2026\n8,01.02.2026', 'survey=s5', 2],
      ['ISO dates with a zone', 'Score,Date\n9,2026-12-24T23:30:00-05:00', 'survey=s6', 1],
      [
        'equal lines without an id, which are as many people as there are lines',
        'Score,Date\n9,2026-01-01\n9,2026-01-01\n8,2026-01-01\n9,2026-01-01',
        'survey=s7',
        4,
      ],
      ['nothing but scores', 'Score\n9\n9\n10\n9', 'survey=s8', 4],
      ['a survey of the usual name, when none is given', 'Score\n9', '', 1],
      [
        'dates that could be read either way under SurveyMonkey’s two head lines',
        'NPS,End Date\nResponse,\n9,03/04/2026',
        'survey=s9',
        1,
      ],
    ];
    for (const [name, text, query, n] of files) {
      it(`may have ${name}`, async () => assert.equal((await load(text, query)).stored, n));
    }

    it('finds comments and dates under heads of other languages', async () => {
      await load('Score;Kommentar;Datum\n9;gut;24.12.2026\n', 'survey=german');
      const [row] = await client.db
        .selectFrom('asks')
        .select(['comment', 'at'])
        .where('survey', '=', 'german')
        .execute();
      assert.deepEqual([row!.comment, row!.at.toISOString().slice(0, 10)], ['gut', '2026-12-24']);
    });

    it('counts once without an id and without a date too, and only what is new of a longer file', async () => {
      const text = 'Score,Comment\n9,\n9,\n3,late\n';
      assert.equal((await load(text, 'survey=plain')).stored, 3);
      const longer = await load(`${text}9,\n`, 'survey=plain');
      assert.deepEqual([longer.stored, longer.duplicate], [1, 3]);
      assert.deepEqual((await client.json('/v1/report.json?survey=plain')).histogram[9], 3);
    });

    it('may come as the file of a form', async () => {
      const form = new FormData();
      form.set('file', new File(['Score\n9\n0'], 'answers.csv', { type: 'text/csv' }));
      const send = (body: FormData): Promise<Response> =>
        client.collect(
          new Request('http://collector.test/v1/import?survey=form', {
            method: 'POST',
            headers: { Authorization: `Bearer ${TOKEN}` },
            body,
          }),
        );
      assert.deepEqual(((await (await send(form)).json()) as { stored: number }).stored, 2);
      assert.equal((await send(new FormData())).status, 400);
    });

    const wrong: [string, string, string, string][] = [
      ['a survey whose name is a text', 'Score\n9', `survey=${'x'.repeat(101)}`, 'survey'],
      ['no column with a score', 'A,B\n1,2', 'survey=w', 'score'],
      ['a column that is not there', 'Score\n9', 'survey=w&comment=Why', 'comment'],
      ['dates that can be read either way', 'Score,Date\n9,03/04/2026', 'survey=w', 'dates'],
      ['an order of dates that is none', 'Score,Date\n9,03/04/2026', 'survey=w&dates=us', 'dates'],
      ['employees', 'Score\n9', 'survey=w&kind=employee', 'kind'],
      ['nothing', '', 'survey=w', ''],
    ];
    for (const [name, text, query, path] of wrong) {
      it(`is refused with ${name}`, async () => {
        const answer = await load(text, query);
        assert.deepEqual([answer.status, answer.path], [400, path]);
      });
    }

    it('needs the token', async () => {
      const request = new Request('http://collector.test/v1/import?survey=x', { method: 'POST', body: FILE });
      assert.equal((await client.collect(request)).status, 401);
    });
  });
});

describe('dates', () => {
  const orders: [string[], string | undefined][] = [
    [['13/01/2026', '01/02/2026'], 'dmy'],
    [['01/13/2026', '02/01/2026'], 'mdy'],
    [['01/02/2026'], undefined],
    [['13/01/2026', '01/13/2026'], undefined],
    [['2026/01/02'], 'ymd'],
    [['2026-01-02'], 'ymd'],
    [[''], 'ymd'],
  ];
  for (const [dates, order] of orders)
    it(`${dates.join(' and ')} are ${order ?? 'not clear'}`, () => assert.equal(orderOf(dates), order));

  const read: [string, 'mdy' | 'dmy' | 'ymd', string | undefined][] = [
    ['12/24/2026 11:30 PM', 'mdy', '2026-12-24T23:30:00.000Z'],
    ['12/24/2026 12:30 AM', 'mdy', '2026-12-24T00:30:00.000Z'],
    ['24.12.26', 'dmy', '2026-12-24T00:00:00.000Z'],
    ['2026-12-24 10:11:12', 'mdy', '2026-12-24T10:11:12.000Z'],
    ['2026-12-24T10:11:12+0100', 'ymd', '2026-12-24T09:11:12.000Z'],
    ['31/02/2026', 'dmy', undefined],
    ['2026-02-30', 'ymd', undefined],
    ['24/12/2026 25:00', 'dmy', undefined],
    ['soon', 'mdy', undefined],
    ['', 'mdy', undefined],
  ];
  for (const [text, order, iso] of read) {
    it(`${text || 'nothing'} by ${order} is ${iso ?? 'none'}`, () =>
      assert.equal(readDate(text, order)?.toISOString(), iso));
  }
});

describe('CSV', () => {
  it('keeps quotes, breaks and delimiters inside quotes, and knows the line of each record', () => {
    assert.deepEqual(parseCsv('a,"b ""c""",d\r\n\r\n"x\ny",,z\nlast'), [
      { line: 1, cells: ['a', 'b "c"', 'd'] },
      { line: 3, cells: ['x\ny', '', 'z'] },
      { line: 5, cells: ['last'] },
    ]);
  });
});
