import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { periodName, periodsBetween, startOf, unitFor, type Unit } from '../../src/collector/report/periods.js';
import { connect, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { message } from './sample.js';

const date = (iso: string): Date => new Date(iso.length > 10 ? iso : `${iso}T00:00:00Z`);

describe('periods', () => {
  const starts: [Unit, string, string, string][] = [
    ['day', '2026-11-22T23:59:59.999Z', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-16'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['month', '2026-11-30', '2026-11-01', '2026-11'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-Q4'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-Q1'],
    ['year', '2026-12-31', '2026-01-01', '2026'],
  ];
  for (const [unit, at, start, name] of starts) {
    it(`the ${unit} of ${at} is ${name}`, () => {
      assert.deepEqual(startOf(unit, date(at)), date(start));
      assert.equal(periodName(unit, startOf(unit, date(at))), name);
    });
  }
  const units: [string, string, Unit][] = [
    ['2026-11-01', '2026-11-22', 'day'],
    ['2026-06-01', '2026-11-22', 'week'],
    ['2026-01-01', '2026-11-22', 'month'],
    ['2020-01-01', '2026-11-22', 'quarter'],
    ['1970-01-01', '2099-01-01', 'year'],
  ];
  for (const [from, to, unit] of units)
    it(`${from} to ${to} is seen by ${unit}`, () => assert.equal(unitFor(date(from), date(to)), unit));
  it('those between have no gap, over a year’s end and a leap day', () => {
    assert.deepEqual(
      periodsBetween('month', date('2023-12-31'), date('2024-03-01')).map((start) => periodName('month', start)),
      ['2023-12', '2024-01', '2024-02', '2024-03'],
    );
    assert.equal(periodsBetween('day', date('2024-02-28'), date('2024-03-01')).length, 3);
  });
});

await eachDatabase((kind) => {
  let client: Client;
  before(async () => {
    client = await connect(kind);
  });
  after(() => client.close());
  beforeEach(async () => {
    await client.db.deleteFrom('asks').execute();
  });
  const trend = async (): Promise<any> => (await client.json('/v1/report.json')).trend;
  const at = (iso: string, score: number, change = {}) => message({ at: date(iso).toISOString(), score, ...change });
  const shownAs = (change: object, iso: string) => ({
    shown: { ...message().shown, at: date(iso).toISOString(), ...change },
  });

  describe('the trend', () => {
    it('has every period between the first and the last, the empty ones too', async () => {
      await client.send(
        at('2026-01-05', 10),
        at('2026-01-20', 0),
        at('2026-04-30T23:59:59.999Z', 10),
        at('2026-09-01', 8),
      );
      const { unit, periods, slope } = await trend();
      assert.equal(unit, 'month');
      assert.deepEqual(
        periods.map((one: any) => [one.at, one.n, one.score]),
        [
          ['2026-01', 2, 0],
          ['2026-02', 0, undefined],
          ['2026-03', 0, undefined],
          ['2026-04', 1, 100],
          ['2026-05', 0, undefined],
          ['2026-06', 0, undefined],
          ['2026-07', 0, undefined],
          ['2026-08', 0, undefined],
          ['2026-09', 1, 0],
        ],
      );
      assert.equal(typeof slope, 'number');
    });

    it('rises where the score rises', async () => {
      for (let month = 0; month < 8; month++) {
        await client.send(
          ...Array.from({ length: 40 }, (_, n) =>
            at(new Date(Date.UTC(2026, month, 10)).toISOString(), n < 5 * month ? 10 : 3),
          ),
        );
      }
      const { slope, p } = await trend();
      assert.ok(slope > 10 && p < 0.001, `${slope} ${p}`);
    });

    it('is none before the first answer', async () => assert.deepEqual((await trend()).periods, []));

    it('is not stretched by clocks that are decades or millennia off: they count on arrival', async () => {
      const none = ['0000-01-01', '0050-01-01', '1971-05-05', '2099-05-05', '9999-12-31'];
      await client.send(...none.map((day) => at(day, 9)));
      const { periods } = await trend();
      assert.deepEqual([periods.length, periods[0].n], [1, none.length]);
    });
  });

  describe('a break in the trend', () => {
    // What was seen stays known, so each has a database of its own.
    const breaks = async (query: string, ...sent: unknown[]): Promise<unknown[]> => {
      const own = await connect(kind);
      await own.send(...sent);
      const found = (await own.json(`/v1/report.json${query}`)).trend.breaks;
      await own.close();
      return found.map(({ period, what, to }: any) => [period, what, to]);
    };
    const changes = [
      at('2026-01-05', 9, shownAs({}, '2026-01-05')),
      at('2026-02-05', 9, shownAs({ layout: 'bar' }, '2026-02-05')),
      at('2026-03-05', 9, shownAs({ question: 'Would you?' }, '2026-03-05')),
      at('2026-04-05', 9, { sampling: { probability: 0.25 } }),
      at('2026-04-06', 9, { sampling: { probability: 0.25 } }),
      at('2026-12-05', 9),
    ];
    const found = [
      ['2026-02', 'layout', 'bar'],
      ['2026-03', 'wording', 'Would you?'],
      ['2026-04', 'sampling', '25 %'],
    ];

    it('is another wording, layout or sampling, from the moment it was first seen', async () =>
      assert.deepEqual(await breaks('', ...changes), found));

    it('is the same in whatever order the answers come', async () =>
      assert.deepEqual(await breaks('', ...changes.toReversed()), found));

    it('stands in a report of its time, and not in one of another', async () => {
      assert.deepEqual(await breaks('?from=2026-03-01&to=2026-03-31', ...changes), [
        ['2026-03-05', 'wording', 'Would you?'],
      ]);
      assert.deepEqual(await breaks('?survey=other', ...changes), []);
    });

    it('is not another language, nor another survey, nor what began on the first day', async () => {
      const same = [
        at('2026-01-05', 9, shownAs({ layout: 'corner' }, '2026-01-05')),
        at('2026-01-05T20:00:00Z', 9, shownAs({ layout: 'bar' }, '2026-01-05')),
        at('2026-06-05', 9, shownAs({ question: 'Wie wahrscheinlich …?', locale: 'de' }, '2026-06-05')),
        at('2026-07-05', 9, {
          survey: { id: 'other', kind: 'transactional', wave: 'w', trigger: 't' },
          ...shownAs({ layout: 'modal', question: 'Other?' }, '2026-07-05'),
        }),
      ];
      assert.deepEqual(await breaks('', ...same), []);
    });
  });

  describe('comments', () => {
    it('can be searched by words, whatever signs are in them, and by category, page by page', async () => {
      const words = ['100 % sure', '100 x sure', 'under_score', 'underXscore', 'back\\slash', 'ÄRGER'];
      await client.send(...words.map((comment, n) => at(`2026-01-${10 + n}`, n < 3 ? 2 : 10, { comment })));
      const search = async (query: string): Promise<string[]> =>
        (await client.json(`/v1/report.json?${query}`)).comments.map(({ comment }: any) => comment);
      assert.deepEqual(await search('words=100%20%25'), ['100 % sure']);
      assert.deepEqual(await search('words=under_'), ['under_score']);
      assert.deepEqual(await search('words=%5C'), ['back\\slash']);
      assert.deepEqual(await search('words=ärger'), ['ÄRGER']);
      assert.equal((await search('category=detractor')).length, 3);
      assert.deepEqual(await search('before=2026-01-12'), ['100 x sure', '100 % sure']);
      assert.equal((await client.call('GET', '/v1/report.json?category=angry')).status, 400);
    });
  });
});
