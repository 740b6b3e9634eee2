import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { connect, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { employeeMessage, message, newId } from './sample.js';

const DAY = 86_400_000;

await eachDatabase((kind) => {
  let client: Client;
  let now = Date.parse('2026-11-23T00:00:00Z');
  before(async () => {
    client = await connect(kind, { now: () => now, retentionDays: 365 });
  });
  after(() => client.close());
  const everything = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all([
        client.db.selectFrom('asks').selectAll().execute(),
        client.db.selectFrom('loop_items').selectAll().execute(),
        client.db.selectFrom('notices').selectAll().execute(),
        client.db.selectFrom('audit').selectAll().execute(),
        client.db.selectFrom('erased').selectAll().execute(),
      ]),
    );
  const full = (id: string, change = {}) =>
    message({
      score: 1,
      comment: `words of ${id}`,
      reasons: [`reason of ${id}`],
      contact: { ok: true, email: `${id}@example.com` },
      person: { id, anonymousId: `anon-${id}`, traits: { name: `trait of ${id}` } },
      context: { path: `/of/${id}`, url: `https://x.example/${id}`, properties: { note: `property of ${id}` } },
      ...change,
    });
  const audited = (): Promise<{ action: string; rows: number }[]> =>
    client.db.selectFrom('audit').select(['action', 'rows']).orderBy('at').execute();

  describe('erasing a person (K8)', () => {
    it('takes identity and words everywhere, and keeps the count', async () => {
      await client.send(full('gone'), full('gone', { id: newId() }), full('stays'));
      const before = (await client.json('/v1/report.json')).nps;
      const response = await client.call('DELETE', '/v1/people/gone');
      assert.deepEqual(await response.json(), { erased: 2 });
      assert.doesNotMatch(await everything(), /gone/);
      assert.match(await everything(), /words of stays/);
      assert.deepEqual((await client.json('/v1/report.json')).nps, before);
      for (const path of ['/v1/export.csv', '/v1/export.ndjson']) {
        assert.doesNotMatch(await (await client.call('GET', path)).text(), /gone/);
      }
      assert.deepEqual(
        (await client.json('/v1/loop')).items.map((item: { person: string }) => item.person),
        ['stays'],
      );
      assert.deepEqual(
        (await audited()).filter(({ action }) => action === 'erase'),
        [{ action: 'erase', rows: 2 }],
      );
    });

    it('holds against a revision that comes late', async () => {
      const sent = full('late');
      await client.send(sent);
      await client.call('DELETE', '/v1/people/late');
      const again = {
        ...sent,
        revision: 2,
        score: 3,
        at: new Date(now + 1).toISOString(),
        comment: 'words of late again',
      };
      assert.deepEqual(await client.send(again), ['stored']);
      assert.doesNotMatch(await everything(), /late/);
      const row = await client.db.selectFrom('asks').selectAll().where('id', '=', sent.id).executeTakeFirstOrThrow();
      assert.deepEqual([row.revision, row.score], [2, 3]);
      const raised = await client.db.selectFrom('loop_items').select('id').where('id', '=', sent.id).execute();
      assert.deepEqual(raised, []);
    });

    it('keeps the count of an answer whose question was known before, and nothing else of it', async () => {
      const asked = message({ type: 'asked', person: { id: 'owl' } });
      await client.send(asked);
      await client.call('DELETE', '/v1/people/owl');
      assert.deepEqual(await client.send(full('owl', { id: asked.id })), ['stored']);
      assert.doesNotMatch(await everything(), /owl/);
      const row = await client.db.selectFrom('asks').selectAll().where('id', '=', asked.id).executeTakeFirstOrThrow();
      assert.equal(row.score, 1);
    });

    it('is not fooled by a device that has lost its clock', async () => {
      await client.call('DELETE', '/v1/people/elk');
      await client.send(full('elk', { at: '1970-01-01T00:00:00.000Z' }));
      assert.doesNotMatch(await everything(), /elk/);
    });

    it('finds a person however the letters of the id are composed', async () => {
      await client.send(full('ren\u00e9e'));
      const decomposed = encodeURIComponent('rene\u0301e');
      assert.deepEqual(await (await client.call('DELETE', `/v1/people/${decomposed}`)).json(), { erased: 1 });
    });

    it('holds against an answer of before that was never heard of, and not against one of after', async () => {
      await client.call('DELETE', '/v1/people/slow');
      await client.send(full('slow', { at: new Date(now - DAY).toISOString() }));
      assert.doesNotMatch(await everything(), /slow/);
      await client.send(full('slow', { at: new Date(now + DAY).toISOString() }));
      assert.match(await everything(), /words of slow/);
    });

    it('takes an anonymous id too, and any letters in it', async () => {
      await client.send(message({ person: { anonymousId: 'a/ü 1' }, comment: 'of the anonymous' }));
      const response = await client.call('DELETE', `/v1/people/${encodeURIComponent('a/ü 1')}`);
      assert.deepEqual(await response.json(), { erased: 1 });
      assert.doesNotMatch(await everything(), /of the anonymous/);
    });

    it('of somebody unknown erases nothing and says so', async () => {
      assert.deepEqual(await (await client.call('DELETE', '/v1/people/unknown')).json(), { erased: 0 });
    });
  });

  describe('what is stored about one person', () => {
    it('is given out whole, and that it was is written down', async () => {
      await client.send(full('curious'));
      const { answers } = await client.json('/v1/people/curious');
      assert.equal(answers.length, 1);
      for (const word of ['words of', 'reason of', '@example.com', 'trait of', 'property of', '/of/']) {
        assert.match(JSON.stringify(answers), new RegExp(word));
      }
      assert.equal((await audited()).filter(({ action }) => action === 'person-export').length, 1);
    });
  });

  describe('retention (K9)', () => {
    it('empties what is older than the limit, keeps its score, and leaves the rest', async () => {
      const old = full('old', { at: new Date(now - 366 * DAY).toISOString() });
      const young = full('young', { at: new Date(now - 364 * DAY).toISOString() });
      await client.send(old, young);
      const before = (await client.json('/v1/report.json')).nps;
      now += 3_600_000;
      await client.collect.work();
      assert.doesNotMatch(await everything(), /words of old/);
      assert.match(await everything(), /words of young/);
      assert.deepEqual((await client.json('/v1/report.json')).nps, before);
      assert.equal((await audited()).filter(({ action }) => action === 'retention').length, 1);
    });

    it('takes what employees said by the groups in which it became visible, never by the day of one answer', async () => {
      const first = Math.floor(now / DAY) * DAY;
      for (let nth = 0; nth < 10; nth++)
        await client.send(
          employeeMessage({ score: nth, at: new Date(first + nth * DAY).toISOString(), comment: `of day ${nth}` }),
        );
      const visible = async (): Promise<number> => (await client.json('/v1/report.json')).enps.comments.length;
      now = first + 10 * DAY;
      assert.equal(await visible(), 10);
      const seen = new Set<number>();
      for (let nth = 0; nth < 15; nth++) {
        now = first + (365 + nth) * DAY + 3_600_001;
        await client.collect.work();
        seen.add(await visible());
      }
      assert.deepEqual([...seen], [10, 0]);
      assert.equal((await client.json('/v1/report.json')).enps.n, 10);
    });
  });
});
