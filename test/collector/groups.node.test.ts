import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { checkBy } from '../../src/collector/report/groups.js';
import { connect, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { message } from './sample.js';

describe('what may be compared', () => {
  const allowed = [
    'branch',
    'bu',
    'businessUnit',
    'properties.store',
    'traits.plan',
    'context.properties.region',
    'person.traits.plan',
    'locale',
    'repairShop',
    'storeId',
    'useCase',
  ];
  for (const by of allowed) it(by, () => assert.equal(checkBy(by), by.replace(/^(context|person)\./, '')));
  const refused = [
    'agent',
    'agentId',
    'employee',
    'properties.employee_id',
    'traits.salesRep',
    'rep',
    'cashier',
    'account_manager',
    'servedBy.waiter',
    'userId',
    'email',
    'name',
    'firstName',
    'properties.last_name',
    'Drivers',
    'SUPPORT_AGENT',
    'support-agent',
  ];
  for (const by of refused)
    it(`not ${by}: single people are not graded`, () => assert.throws(() => checkBy(by), { status: 400, path: 'by' }));
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
  const of = (branch: string | undefined, scores: number[], change = {}) =>
    scores.map((score) =>
      message({ score, ...(branch !== undefined && { context: { properties: { branch } } }), ...change }),
    );
  const groups = async (query = '?by=branch'): Promise<any> => (await client.json(`/v1/report.json${query}`)).groups;

  describe('branches', () => {
    it('are compared as compareGroups() does', async () => {
      await client.send(
        ...of('North', Array(30).fill(10)),
        ...of('South', Array(30).fill(2)),
        ...of('East', [...Array(15).fill(10), ...Array(15).fill(2)]),
      );
      const { q, df, p, groups: found, hidden } = await groups();
      assert.ok(q > 10 && df === 2 && p < 0.001);
      assert.deepEqual(
        Object.fromEntries(Object.entries(found).map(([name, { score, n }]: any) => [name, [score, n]])),
        { North: [100, 30], South: [-100, 30], East: [0, 30] },
      );
      assert.ok(found.North.holm < 0.05 && found.East.holm > 0.05);
      assert.deepEqual(hidden, []);
    });

    it('under 5 answers are hidden, with a second one from which the first could be worked out', async () => {
      await client.send(...of('North', Array(20).fill(9)), ...of('South', Array(8).fill(9)), ...of('Kiosk', [1, 2]));
      const { groups: found, hidden } = await groups();
      assert.deepEqual([Object.keys(found), hidden], [['North'], ['Kiosk', 'South']]);
    });

    it('are found in the traits where the page has no such property', async () => {
      await client.send(
        ...of(undefined, Array(6).fill(9), { person: { id: 'u', traits: { branch: 'Web' } } }),
        ...of('North', Array(6).fill(9)),
      );
      assert.deepEqual(Object.keys((await groups()).groups).sort(), ['North', 'Web']);
      assert.deepEqual(Object.keys((await groups('?by=properties.branch')).groups), ['North']);
      assert.deepEqual(Object.keys((await groups('?by=locale')).groups), ['en']);
    });

    it('with strange names are names and nothing else', async () => {
      const names = ['__proto__', 'constructor', "'; drop table asks; --", '<b>', ''];
      await client.send(...names.flatMap((name) => of(name, Array(5).fill(9))));
      assert.deepEqual(Object.keys((await groups()).groups).sort(), [...names].sort());
      assert.equal((await client.call('GET', `/v1/report.json?by=${encodeURIComponent("x' or 1=1 --")}`)).status, 200);
    });

    it('are refused when they are people, or more than a company has', async () => {
      await client.send(...Array.from({ length: 101 }, (_, n) => of(`number ${n}`, [9])[0]).slice(0, 100));
      await client.send(...of('one more', [9]));
      for (const by of ['branch', 'agentName']) {
        const response = await client.call('GET', `/v1/report.json?by=${by}`);
        assert.deepEqual([response.status, ((await response.json()) as { path: string }).path], [400, 'by']);
      }
    });

    it('K10: never let a hidden one be derived from the total and the others', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 }),
          fc.nat({ max: 6 }),
          async (sizes, without) => {
            await client.db.deleteFrom('asks').execute();
            await client.send(
              ...sizes.flatMap((size, index) => of(`b${index}`, Array(size).fill(9))),
              ...of(undefined, Array(without).fill(9)),
              message(),
            );
            const {
              nps,
              groups: { groups: found, hidden },
            } = await client.json('/v1/report.json?by=branch');
            const shown = Object.values(found).map(({ n }: any) => n as number);
            const rest = nps.n - shown.reduce((sum, n) => sum + n, 0);
            for (const n of shown) assert.ok(n >= 5);
            if (hidden.length) assert.ok(rest >= 5 || shown.length === 0, `${rest} can be derived of ${sizes}`);
          },
        ),
        { numRuns: kind.name === 'PGlite' ? 30 : 60 },
      );
    });
  });
});
