/** Rows J8 to J20 of the list of what a collector on the open network meets; size, slowness and sockets: sockets.node.test.ts. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { sendWebhook } from '../../src/collector/notify/webhook.js';
import { connect, HOME, TOKEN, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { selfSigned } from './certificate.js';
import { message, newId } from './sample.js';

const post = (collect: Collector, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  collect(new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(body), headers }));

await eachDatabase((kind) => {
  let client: Client;
  before(async () => {
    client = await connect(kind);
  });
  after(() => client.close());
  const first = async (response: Response): Promise<string> =>
    ((await response.json()) as { results: { status: string }[] }).results[0]!.status;

  describe('a sender of ill will', () => {
    it('J8: who repeats one message 10,000 times has one row, and is slowed down', async () => {
      const strict = await connect(kind, { rate: { perSecond: 100, burst: 3000 }, now: () => 0 });
      const sent = message();
      const seen = new Map<number, number>();
      for (let round = 0; round < 100; round++) {
        const responses = await Promise.all(
          Array.from({ length: 100 }, () => post(strict.collect, sent, { Origin: HOME })),
        );
        for (const { status, headers } of responses) {
          seen.set(status, (seen.get(status) ?? 0) + 1);
          if (status !== 429) continue;
          assert.ok(Number(headers.get('retry-after')) >= 1);
          assert.match(headers.get('access-control-expose-headers')!, /Retry-After/);
        }
      }
      assert.deepEqual(Object.fromEntries(seen), { 202: 3000, 429: 7000 });
      assert.equal((await strict.db.selectFrom('asks').select('id').execute()).length, 1);
      await strict.close();
    });

    it('J9: the same revision with other words changes nothing, nor does a lower one', async () => {
      const sent = message({ revision: 3, score: 9, comment: 'mine' });
      assert.equal(await first(await post(client.collect, sent)), 'stored');
      assert.equal(await first(await post(client.collect, { ...sent, score: 0, comment: 'not mine' })), 'duplicate');
      assert.equal(await first(await post(client.collect, { ...sent, revision: 2, score: 0 })), 'superseded');
      const row = await client.db.selectFrom('asks').selectAll().where('id', '=', sent.id).executeTakeFirstOrThrow();
      assert.deepEqual([row.revision, row.score, row.comment], [3, 9, 'mine']);
    });

    it('J9: a revision of 2^53 is refused, and one that waited for a month in an outbox is not', async () => {
      assert.equal((await post(client.collect, message({ revision: 2 ** 53 }))).status, 400);
      let now = Date.parse('2026-11-22T10:11:12Z');
      const patient = await connect(kind, { now: () => now });
      const sent = message({ final: false });
      await patient.send(sent);
      now += 30 * 86_400_000;
      assert.deepEqual(await patient.send({ ...sent, revision: 2, final: true, comment: 'from the train' }), [
        'stored',
      ]);
      await patient.close();
    });

    it('J10: an id opens nothing for reading, whether it exists or not', async () => {
      const sent = message({ score: 2, contact: { ok: true, email: 'ann@example.com' } });
      await client.send(sent);
      const answers = await Promise.all(
        [sent.id, newId()].flatMap((id) =>
          [
            ['GET', `/v1/messages/${id}`],
            ['GET', `/v1/messages?id=${id}`],
            ['PATCH', `/v1/loop/${id}`],
            ['GET', `/v1/people/${id}`],
            ['DELETE', `/v1/people/${id}`],
          ].map(async ([method, path]) => {
            const response = await client.collect(new Request(HOME + path!, { method: method! }));
            return `${method} ${path!.replace(id, 'id')} ${response.status} ${await response.text()}`;
          }),
        ),
      );
      assert.deepEqual(answers.slice(0, 5), answers.slice(5));
      assert.doesNotMatch(answers.join(), / 20\d |ann@/);
    });

    it('J11: the report of one survey holds nothing of another, and that of an unknown one nothing at all', async () => {
      await client.send(message({ comment: 'of the first', survey: { ...message().survey, id: 'first' } }));
      await client.send(message({ comment: 'of the second', survey: { ...message().survey, id: 'second' } }));
      const of = async (survey: string): Promise<string> =>
        JSON.stringify({ ...(await client.json(`/v1/report.json?survey=${survey}`)), choices: undefined });
      assert.match(await of('first'), /of the first/);
      assert.doesNotMatch(await of('first'), /second/);
      assert.doesNotMatch(await of('third'), /of the (first|second)|"new":[1-9]/);
      assert.match(await of('third'), /"nps":\{"n":0/);
    });

    it('J14: who answers before anybody could have read is counted, said, and left out on demand', async () => {
      const robots = await connect(kind);
      const robot = (n: number) => message({ score: 0, timing: { toScoreMs: 150 + n, toFinalMs: 200 + n } });
      await robots.send(...Array.from({ length: 90 }, (_, n) => robot(n)));
      await robots.send(...Array.from({ length: 10 }, () => message({ score: 10, timing: { toScoreMs: 500 } })));
      const all = await robots.json('/v1/report.json?by=layout');
      assert.deepEqual([all.nps.n, all.nps.score, all.hasty], [100, -80, { n: 90, counted: true }]);
      const people = await robots.json('/v1/report.json?by=layout&hasty=without');
      assert.deepEqual([people.nps.n, people.nps.score, people.hasty], [10, 100, { n: 90, counted: false }]);
      assert.equal(people.groups.groups.corner.n, 10);
      assert.match(
        await (await robots.call('GET', '/')).text(),
        /90 answers came within half a second.*hasty=without/s,
      );
      assert.equal((await robots.call('GET', '/v1/report.json?hasty=x')).status, 400);
      await robots.close();
    });

    it('J15: keys of prototypes in a query or a body are values and nothing else', async () => {
      for (const query of [
        '__proto__[x]=1&constructor.prototype.x=1',
        'by=__proto__',
        'survey=__proto__&by=constructor',
      ])
        assert.ok([200, 400].includes((await client.call('GET', `/v1/report.json?${query}`)).status), query);
      for (const body of ['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"state":"__proto__"}'])
        assert.equal((await client.call('PATCH', `/v1/loop/${newId()}`, body)).status, 400);
      assert.equal(({} as { x?: unknown }).x, undefined);
    });
  });
});

describe('J18: the webhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const refused = [
    'https://169.254.169.254/latest/meta-data',
    'https://2852039166/',
    'https://0xa9fea9fe/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://0.0.0.0/',
    'https://[::]/',
    'https://metadata.google.internal/',
    'http://crm.example/',
    'http://169.254.169.254/',
    'file:///etc/passwd',
  ];
  for (const url of refused) {
    it(`does not go to ${url}`, () =>
      assert.throws(() => createCollector({ token: TOKEN, webhook: { url, secret } }), /webhook: 'url'/));
  }

  it('says nothing to a machine that a name was bent to, because it cannot prove the name', async () => {
    const heard: string[] = [];
    const server = createServer(await selfSigned(), (request, response) => {
      heard.push(request.url!);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await assert.rejects(sendWebhook({ url: `https://localhost:${port}/`, secret }, 'msg_1', {}, Date.now()));
    assert.deepEqual(heard, []);
    server.close();
  });
});

it('J20: no secret is compared letter by letter', async () => {
  const folder = fileURLToPath(new URL('../../src/collector/', import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  assert.ok(files.length > 40);
  for (const name of files) {
    const code = await readFile(join(folder, name), 'utf8');
    const found =
      /(?:token|proof|csrf|signature|secret)\)?\s*[!=]==(?!\s*(?:undefined|null|''|'string'))|[!=]==\s*[\w.]*(?:token|proof|csrf|signature|secret)\b/i.exec(
        code,
      );
    assert.equal(found, null, `${name}: ${found?.[0]}`);
  }
});
