import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createCollector, type Collector, type LogLine } from '../../src/collector/index.js';
import { connect, HOME, TOKEN, type Client } from './client.js';
import { clusterIn, emptyFolder, findPostgres, freePort, startCluster, type Cluster } from './cluster.js';
import { eachDatabase, hasPostgres } from './databases.js';
import { message } from './sample.js';

const post = (collect: Collector, ...messages: unknown[]): Promise<Response> =>
  collect(new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(messages) }));
const countOf = async (collect: Collector): Promise<number> => {
  const response = await collect(
    new Request(`${HOME}/v1/report.json`, { headers: { Authorization: `Bearer ${TOKEN}` } }),
  );
  assert.equal(response.status, 200);
  return ((await response.json()) as { nps: { n: number } }).nps.n;
};

await eachDatabase((kind) => {
  describe('a collector', () => {
    it('I8: takes what comes while its tables are being made, by two at once', async () => {
      const database = await kind.fresh();
      const both = [0, 1].map(() => createCollector({ database, token: TOKEN, rate: false }));
      const responses = await Promise.all(Array.from({ length: 40 }, (_, n) => post(both[n % 2]!, message())));
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
      assert.equal(await countOf(both[0]!), 40);
      await Promise.all(both.map((each) => each.close()));
    });

    it('I7: keeps one row for each id with another on the same database', async () => {
      const database = await kind.fresh();
      const both = [0, 1].map(() => createCollector({ database, token: TOKEN, rate: false }));
      const sent = Array.from({ length: 50 }, () => message({ score: 5 }));
      const all = sent.flatMap((one) => [1, 2, 3].map((revision) => ({ ...one, revision, score: revision })));
      const responses = await Promise.all(
        all.flatMap((one, n) => [post(both[n % 2]!, one), post(both[(n + 1) % 2]!, one)]),
      );
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
      const report = await both[0]!(
        new Request(`${HOME}/v1/report.json`, { headers: { Authorization: `Bearer ${TOKEN}` } }),
      );
      assert.deepEqual((await report.json()).histogram.slice(0, 5), [0, 0, 0, 50, 0]);
      await Promise.all(both.map((each) => each.close()));
    });

    it('answers what is under way before it closes, and nothing after', async () => {
      const database = await kind.fresh();
      const collect = createCollector({ database, token: TOKEN, rate: false });
      await collect.ready();
      const under = Array.from({ length: 20 }, () => post(collect, message()));
      await collect.close();
      assert.deepEqual(new Set((await Promise.all(under)).map(({ status }) => status)), new Set([202]));
      assert.equal((await post(collect, message())).status, 503);
      const again = createCollector({ database, token: TOKEN });
      assert.equal(await countOf(again), 20);
      await again.close();
    });

    it('stores neither the answer nor its loop item when one of them fails', async () => {
      const client = await connect(kind);
      await client.db.schema.alterTable('loop_items').renameTo('elsewhere').execute();
      const unhappy = message({ score: 1, contact: { ok: true, email: 'ann@example.com' } });
      const response = await post(client.collect, unhappy);
      assert.equal(response.status, 503);
      assert.ok(Number(response.headers.get('retry-after')) > 0);
      assert.equal(await countOfAsks(client), 0);
      await client.db.schema.alterTable('elsewhere').renameTo('loop_items').execute();
      await client.send(unhappy);
      assert.equal(await countOfAsks(client), 1);
      await client.close();
    });

    it('J6: logs one line a request, without words, addresses, ids or control signs', async () => {
      const lines: LogLine[] = [];
      const client = await connect(kind, { log: (line) => lines.push(line) });
      const secret = 'my-secret-words';
      await client.send(message({ comment: secret, person: { id: secret }, context: { path: `/${secret}` } }));
      await client.call('DELETE', `/v1/people/${secret}`);
      await client.call('POST', `/loop/${secret}`);
      await client.call('GET', `/v1/report.json?words=${secret}&survey=${secret}`);
      await client.call('GET', `/%0d%0a%1b[31m/\${jndi:ldap:x}/x`);
      await client.collect(
        new Request(`${HOME}/v1/messages`, {
          method: 'POST',
          body: secret,
          headers: { 'User-Agent': secret, Origin: 'https://evil.example' },
        }),
      );
      const text = lines.map((line) => JSON.stringify(line)).join('\n');
      assert.equal(lines.length, 6);
      assert.doesNotMatch(text, /my-secret/);
      assert.doesNotMatch(text, new RegExp(TOKEN));
      assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f]|\$\{/);
      assert.deepEqual(
        lines.map(({ status }) => status),
        [202, 200, 401, 200, 404, 403],
      );
      await client.close();
    });
  });
});

async function countOfAsks({ db }: Client): Promise<number> {
  return (await db.selectFrom('asks').select('id').execute()).length;
}

if (await hasPostgres()) {
  const bin = (await findPostgres())!;

  describe('while the server is away', () => {
    let cluster: Cluster;
    let collect: Collector;
    before(async () => {
      cluster = await startCluster(bin);
      collect = createCollector({ database: { url: cluster.url() }, token: TOKEN, rate: false });
      await collect.ready();
    });
    after(async () => {
      await collect.close();
      await cluster.remove();
    });

    it('I6: everything is answered 503 with Retry-After, and stored when the sender tries again', async () => {
      const sent = message();
      assert.equal((await post(collect, sent)).status, 202);
      await cluster.stop();
      for (const request of [
        () => post(collect, message()),
        () => post(collect, { ...sent, revision: 2 }),
        () => collect(new Request(`${HOME}/healthz`)),
        () => collect(new Request(`${HOME}/v1/report.json`, { headers: { Authorization: `Bearer ${TOKEN}` } })),
        () => collect(new Request(`${HOME}/`, { headers: { Authorization: `Bearer ${TOKEN}` } })),
      ]) {
        const response = await request();
        assert.equal(response.status, 503);
        assert.ok(Number(response.headers.get('retry-after')) > 0);
      }
      await cluster.start();
      assert.equal((await post(collect, { ...sent, revision: 2 })).status, 202);
      assert.equal(await countOf(collect), 1);
      assert.equal((await collect(new Request(`${HOME}/healthz`))).status, 200);
    });

    it('a collector that starts without it answers 503, and works when it comes', async () => {
      await cluster.stop();
      const early = createCollector({ database: { url: cluster.url() }, token: TOKEN, rate: false });
      await assert.rejects(early.ready());
      assert.equal((await post(early, message())).status, 503);
      await cluster.start();
      assert.equal((await post(early, message())).status, 202);
      await early.close();
    });

    it('a server that only reads is no health, and takes nothing', async () => {
      const client = new pg.Client(cluster.url());
      await client.connect();
      await client.query('alter database postgres set default_transaction_read_only = on');
      await client.end();
      const frozen = createCollector({ database: { url: cluster.url() }, token: TOKEN, rate: false });
      await frozen.ready();
      assert.equal((await frozen(new Request(`${HOME}/healthz`))).status, 503);
      assert.equal((await post(frozen, message())).status, 503);
      await frozen.close();
    });
  });

  describe('with a streaming standby', () => {
    let primary: Cluster;
    let standby: Cluster;
    let collect: Collector;
    before(async () => {
      primary = await startCluster(bin);
      standby = clusterIn(bin, await emptyFolder(), await freePort());
      await primary.program(
        'pg_basebackup',
        '-h',
        '127.0.0.1',
        '-p',
        String(primary.port),
        '-U',
        'askwell',
        '-D',
        join(standby.folder, 'data'),
        '-R',
        '-X',
        'stream',
        '--no-sync',
      );
      await standby.start();
      collect = createCollector({
        database: { url: primary.url(), readUrl: standby.url() },
        token: TOKEN,
        rate: false,
      });
      await collect.ready();
    });
    after(async () => {
      await collect.close();
      await standby.remove();
      await primary.remove();
    });
    const query = async (cluster: Cluster, text: string): Promise<any> => {
      const client = new pg.Client(cluster.url());
      await client.connect();
      const { rows } = await client.query(text);
      await client.end();
      return rows[0];
    };

    it('reports come from the standby, and go on when the primary is away', async () => {
      assert.equal((await query(standby, 'select pg_is_in_recovery() as standby')).standby, true);
      const ids = Array.from({ length: 30 }, () => message());
      assert.equal((await post(collect, ...ids)).status, 202);
      const { lsn } = await query(primary, 'select pg_current_wal_lsn() as lsn');
      while (!(await query(standby, `select pg_last_wal_replay_lsn() >= '${lsn}' as there`)).there);
      assert.equal(await countOf(collect), 30);
      await primary.stop();
      assert.equal(await countOf(collect), 30);
      assert.equal((await post(collect, message())).status, 503);
    });
  });
}
