import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { connect, HOME, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { message } from './sample.js';

const SECRET = 'shared with the backend of the host';
const proofOf = (id: string, secret = SECRET): string => createHmac('sha256', secret).update(id).digest('hex');

await eachDatabase((kind) => {
  let client: Client;
  before(async () => {
    client = await connect(kind, { identitySecret: SECRET, origins: ['https://shop.example'] });
  });
  after(() => client.close());
  const stored = async (id: string) =>
    (await client.db.selectFrom('asks').selectAll().where('id', '=', id).execute())[0]!;

  describe('a message that names a person', () => {
    it('is theirs with the proof of the host’s backend', async () => {
      for (const id of ['u_42', 'ann@example.com', 'Jürgen 🙂']) {
        const sent = message({ person: { id, proof: proofOf(id), traits: { plan: 'pro' } } });
        await client.send(sent);
        assert.equal((await stored(sent.id)).person_id, id);
      }
    });

    it('is theirs whether the id was composed before or after it was signed', async () => {
      for (const signed of ['ren\u00e9e', 'rene\u0301e']) {
        const sent = message({ person: { id: signed, proof: proofOf(signed) } });
        await client.send(sent);
        assert.equal((await stored(sent.id)).person_id, 'ren\u00e9e');
      }
    });

    it('takes the proof in capitals too', async () => {
      const sent = message({ person: { id: 'u_42', proof: proofOf('u_42').toUpperCase() } });
      await client.send(sent);
      assert.equal((await stored(sent.id)).person_id, 'u_42');
    });

    const forged: [string, string | undefined][] = [
      ['no proof', undefined],
      ['the proof of somebody else', proofOf('u_43')],
      ['a proof by another secret', proofOf('u_42', 'other')],
      ['zeros', '0'.repeat(64)],
    ];
    for (const [name, proof] of forged) {
      it(`is stored as anonymous with ${name}`, async () => {
        const sent = message({
          person: { id: 'u_42', anonymousId: 'a1', ...(proof && { proof }), traits: { plan: 'pro' } },
        });
        assert.deepEqual(await client.send(sent), ['stored']);
        const row = await stored(sent.id);
        assert.deepEqual([row.person_id, row.traits, row.anonymous_id, row.score], [null, null, 'a1', 9]);
      });
    }

    it('never has its proof stored', async () => {
      const proof = proofOf('u_44');
      const sent = message({ person: { id: 'u_44', proof } });
      await client.send(sent);
      assert.doesNotMatch(JSON.stringify(await stored(sent.id)), new RegExp(proof));
    });
  });

  describe('the history of a person', () => {
    const history = (headers: Record<string, string>): Promise<Response> =>
      client.collect(new Request(`${HOME}/v1/history`, { headers }));
    const asPerson = (id: string, proof = proofOf(id)) => ({
      'Askwell-Person': encodeURIComponent(id),
      'Askwell-Proof': proof,
    });

    it('tells their own page what they were asked', async () => {
      const id = 'Jürgen@example.com';
      const answered = message({ person: { id, proof: proofOf(id) } });
      const snoozed = message({
        type: 'snoozed',
        revision: 1,
        person: { id, proof: proofOf(id) },
        survey: { id: 'other', kind: 'relational', wave: 'w', trigger: 't' },
      });
      await client.send(answered, snoozed, message({ person: { id: 'u_50', proof: proofOf('u_50') } }));
      const response = await history({ ...asPerson(id), Origin: 'https://shop.example' });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), 'https://shop.example');
      const { v, asks } = (await response.json()) as { v: number; asks: { id: string }[] };
      assert.equal(v, 1);
      const at = Date.parse(answered.at);
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      assert.deepEqual(
        asks.sort(byId),
        [
          { id: answered.id, survey: 'nps', state: 'answered', at, until: at },
          { id: snoozed.id, survey: 'other', state: 'snoozed', at, until: at },
        ].sort(byId),
      );
    });

    it('is told to nobody else', async () => {
      assert.equal((await history(asPerson('u_50', proofOf('u_51')))).status, 401);
      assert.equal((await history({ 'Askwell-Person': 'u_50' })).status, 401);
      assert.equal((await history({})).status, 400);
      assert.equal((await history({ 'Askwell-Person': '%E0%A4%A' })).status, 400);
      assert.equal((await history({ ...asPerson('u_50'), Origin: 'https://evil.example' })).status, 403);
    });

    it('J10: answers the same for somebody unknown as for somebody never asked', async () => {
      assert.deepEqual(await (await history(asPerson('nobody'))).json(), { v: 1, asks: [] });
    });

    it('may be read by a page of an allowed origin, with its two headers', async () => {
      const response = await client.collect(
        new Request(`${HOME}/v1/history`, {
          method: 'OPTIONS',
          headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'GET' },
        }),
      );
      assert.equal(response.status, 204);
      assert.match(response.headers.get('access-control-allow-headers')!, /Askwell-Person, Askwell-Proof/);
    });
  });
});
