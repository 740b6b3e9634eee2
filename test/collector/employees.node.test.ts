import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { releaseEmployees } from '../../src/collector/privacy/release.js';
import { readEmployees } from '../../src/collector/report/employees.js';
import { connect, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { employeeMessage, message, newId } from './sample.js';

const DAY = 86_400_000;
const NOVEMBER = Date.parse('2026-11-01T00:00:00Z');
const dayOf = (nth: number): string => new Date(NOVEMBER + nth * DAY).toISOString();

/** A generator of its own, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

await eachDatabase((kind) => {
  let client: Client;
  before(async () => {
    client = await connect(kind, { now: () => Date.parse('2026-12-01T00:00:00Z') });
  });
  after(() => client.close());
  beforeEach(async () => {
    await client.db.deleteFrom('asks').execute();
  });
  const report = (query = ''): Promise<any> => client.json(`/v1/report.json${query}`);
  const answer = (score: number, nth = 0, change = {}) => employeeMessage({ score, at: dayOf(nth), ...change });

  describe('answers of employees', () => {
    it('carry nothing that tells who or when, whatever was sent', async () => {
      const sent = answer(3);
      await client.send(sent);
      const [row] = await client.db.selectFrom('asks').selectAll().execute();
      for (const column of [
        'person_id',
        'anonymous_id',
        'traits',
        'properties',
        'path',
        'url',
        'contact_email',
        'to_score_ms',
      ] as const) {
        assert.equal(row![column], null);
      }
      for (const column of ['at', 'shown_at', 'received_at', 'changed_at'] as const)
        assert.equal(row![column].getTime() % DAY, 0, column);
    });

    it('with identity are refused, and the answer says where it stands', async () => {
      const response = await client.collect(
        new Request('http://collector.test/v1/messages', {
          method: 'POST',
          body: JSON.stringify({ ...answer(3), person: { id: 'u_1' } }),
        }),
      );
      assert.deepEqual([response.status, ((await response.json()) as { path: string }).path], [400, 'person']);
    });

    it('stay where they were counted once they are shown, whoever knows an id', async () => {
      const sent = Array.from({ length: 11 }, () => answer(9));
      await client.send(...sent);
      await report();
      const moved = (survey: string, kind: string) => ({
        ...sent[0]!,
        revision: 5,
        survey: { ...sent[0]!.survey, id: survey, kind },
      });
      await client.send(moved('another', 'employee'));
      assert.equal((await report()).enps.n, 11);
      await client.send({ ...moved('another', 'relational'), revision: 6, person: { id: 'u_1' } });
      const kinds = await client.db.selectFrom('asks').select(['survey', 'kind', 'person_id']).distinct().execute();
      assert.deepEqual(kinds, [{ survey: sent[0]!.survey.id, kind: 'employee', person_id: null }]);
    });

    it('are hidden up to 4 and shown from 5 on, comments from 10 on', async () => {
      const seen: unknown[] = [];
      for (let n = 1; n <= 10; n++) {
        await client.send(answer(9, 0, { comment: `comment ${n}` }));
        const { enps } = await report();
        seen.push([n, enps.hidden, enps.n, enps.comments.length]);
      }
      assert.deepEqual(seen, [
        [1, true, 0, 0],
        [2, true, 0, 0],
        [3, true, 0, 0],
        [4, true, 0, 0],
        [5, false, 5, 0],
        [6, false, 5, 0],
        [7, false, 5, 0],
        [8, false, 5, 0],
        [9, false, 5, 0],
        [10, false, 10, 10],
      ]);
    });

    it('stand beside those of customers, with the test of their difference', async () => {
      await client.send(
        ...Array.from({ length: 40 }, () => message({ score: 10 })),
        ...Array.from({ length: 40 }, () => answer(3)),
      );
      const { nps, enps, difference } = await report();
      assert.deepEqual([nps.score, nps.n, enps.score, enps.n], [100, 40, -100, 40]);
      assert.ok(difference.difference > 150 && difference.p < 0.001);
    });

    it('are the score of the report when their survey is chosen', async () => {
      await client.send(...[9, 9, 9, 9, 1].map((score) => answer(score)), message({ score: 0 }));
      const { nps } = await report('?survey=enps');
      assert.deepEqual([nps.score, nps.n], [60, 5]);
    });

    it('that are not final wait for their comment until the day after', async () => {
      await client.send(...Array.from({ length: 5 }, () => answer(9, 30, { final: false })));
      assert.equal((await report()).enps.n, 0);
      await client.send(...Array.from({ length: 5 }, () => answer(9, 20, { final: false })));
      assert.equal((await report()).enps.n, 5);
    });

    it('once shown do not change by one person’s change of mind', async () => {
      const sent = Array.from({ length: 10 }, () => answer(9, 0, { comment: 'as it was' }));
      await client.send(...sent);
      const before = (await report()).enps;
      await client.send({ ...sent[0]!, revision: 2, score: 0, comment: 'changed' });
      assert.deepEqual((await report()).enps, before);
    });

    it('are not divided, by no property and no column', async () => {
      await client.send(
        ...Array.from({ length: 20 }, (_, n) =>
          answer(n % 11, 0, {
            shown: { question: 'q', locale: n ? 'en' : 'is', dir: 'ltr', layout: 'corner', at: dayOf(0) },
          }),
        ),
      );
      for (const by of ['locale', 'layout', 'wave', 'survey'])
        assert.deepEqual((await report(`?by=${by}`)).groups.groups, {});
    });
  });

  describe('K10: whoever attacks by subtraction', () => {
    /** Everything that one reading gives: totals for every span of days. */
    const histograms = async (spans: readonly (readonly [number, number])[]): Promise<number[][]> => {
      const all: number[][] = [];
      for (const [from, to] of spans) {
        const { enps } = await report(`?survey=enps&from=${dayOf(from).slice(0, 10)}&to=${dayOf(to).slice(0, 10)}`);
        all.push(enps.histogram);
      }
      return all;
    };
    const difference = (a: readonly number[], b: readonly number[]): number[] => a.map((n, score) => n - b[score]!);
    const size = (histogram: readonly number[]): number => histogram.reduce((sum, n) => sum + Math.abs(n), 0);

    it('finds no one to four people between two readings, two spans, or both', async () => {
      const draw = random(7);
      const spans = [
        [0, 13],
        [0, 12],
        [0, 6],
        [1, 13],
        [5, 9],
        [6, 6],
      ] as const;
      const readings: number[][] = [];
      for (let round = 0; round < 12; round++) {
        const some = Array.from({ length: 1 + Math.floor(draw() * 4) }, () =>
          answer(Math.floor(draw() * 11), Math.floor(draw() * 14), { id: newId() }),
        );
        await client.send(...some);
        readings.push(...(await histograms(spans)));
      }
      assert.ok(size(readings.at(-6)!) > 20, 'the attack must have something to find');
      for (const a of readings) {
        for (const b of readings) {
          const found = difference(a, b);
          // One span may lack a group that another has, and the reverse; within each direction there are whole groups only.
          const [more, less] = [found.filter((n) => n > 0), found.filter((n) => n < 0)].map(size);
          if (less === 0 || more === 0) assert.ok(!(more! + less!) || more! + less! >= 5, `${a} less ${b}`);
        }
      }
    });

    it('R16: finds nobody in 100,000 pairs of a span and a wider one, read at the same time or later', async () => {
      const draw = random(13);
      const readings: { round: number; from: number; to: number; histogram: number[] }[] = [];
      for (let round = 0; round < 3; round++) {
        const some = Array.from({ length: 50 }, () => answer(Math.floor(draw() * 11), Math.floor(draw() * 25)));
        await client.send(...some);
        await releaseEmployees(client.db, Date.parse('2026-12-01T00:00:00Z'));
        for (let from = 0; from < 20; from++) {
          for (let to = from + 1; to <= 25; to++) {
            const span = { from: new Date(NOVEMBER + from * DAY), to: new Date(NOVEMBER + to * DAY) };
            const { histogram } = await readEmployees(client.db, { survey: 'enps', ...span }, 0);
            readings.push({ round, from, to, histogram });
          }
        }
      }
      let pairs = 0;
      let apart = 0;
      for (const wide of readings) {
        for (const narrow of readings) {
          if (wide.from > narrow.from || wide.to < narrow.to || wide.round < narrow.round) continue;
          pairs++;
          let people = 0;
          for (let score = 0; score <= 10; score++) {
            const more = wide.histogram[score]! - narrow.histogram[score]!;
            assert.ok(more >= 0, `${wide.histogram} less ${narrow.histogram}`);
            people += more;
          }
          if (people) apart++;
          assert.ok(people === 0 || people >= 5, `${wide.histogram} less ${narrow.histogram}`);
        }
      }
      assert.ok(pairs > 100_000 && apart > 50_000, `${pairs} pairs, ${apart} of them apart`);
    });

    it('finds no comment alone between two readings', async () => {
      const draw = random(11);
      let before: string[] = [];
      for (let n = 0; n < 40; n++) {
        await client.send(answer(Math.floor(draw() * 11), Math.floor(draw() * 14), { comment: `comment ${n}` }));
        const { comments } = (await report()).enps as { comments: string[] };
        const fresh = comments.filter((text) => !before.includes(text)).length;
        assert.ok(fresh === 0 || fresh >= 10, `${fresh} new`);
        before = comments;
      }
      assert.ok(before.length >= 30);
    });

    it('finds no order in the comments', async () => {
      await client.send(
        ...Array.from({ length: 20 }, (_, n) => answer(5, n % 5, { comment: String(n).padStart(2, '0') })),
      );
      const { comments } = (await report()).enps as { comments: string[] };
      assert.equal(comments.length, 16);
      assert.notDeepEqual(comments, [...comments].sort());
    });

    it('finds none of it by releasing from eight readers at once', async () => {
      for (let round = 0; round < 5; round++) {
        await client.send(...Array.from({ length: 3 }, () => answer(round, 0)));
        const sizes = (await Promise.all(Array.from({ length: 8 }, () => report()))).map(
          ({ enps }) => enps.n as number,
        );
        for (const a of sizes) for (const b of sizes) assert.ok(a === b || Math.abs(a - b) >= 5, String(sizes));
      }
    });
  });
});
