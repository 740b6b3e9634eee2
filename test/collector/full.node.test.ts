/** I6: what a collector says and keeps while its database is locked, or its disk is full. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { HOME, TOKEN } from './client.js';
import { findPostgres, startCluster, type Cluster } from './cluster.js';
import { hasPostgres } from './databases.js';
import { message } from './sample.js';

const post = (collect: Collector, messages: unknown[]): Promise<Response> =>
  collect(new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(messages) }));
/** Words that no compression makes smaller, so that the table grows by what is sent. */
const long = () => message({ comment: randomBytes(2900).toString('base64') });

if ((await hasPostgres()) && process.platform === 'linux') {
  describe('while the database cannot write', () => {
    let cluster: Cluster;
    let collect: Collector;
    let client: pg.Client;
    before(async () => {
      cluster = await startCluster((await findPostgres())!);
      collect = createCollector({ database: { url: cluster.url() }, token: TOKEN, rate: false });
      await collect.ready();
      client = new pg.Client(cluster.url());
      await client.connect();
    });
    after(async () => {
      await client.end();
      await collect.close();
      await cluster.remove();
    });
    const stored = async (): Promise<Set<string>> =>
      new Set((await client.query<{ id: string }>('select id from asks')).rows.map(({ id }) => id));

    it('a locked table is answered 503, stores nothing, and takes the same message when the lock is gone', async () => {
      await client.query('begin; lock table asks in access exclusive mode');
      const sent = message();
      const refused = await post(collect, [sent]);
      assert.equal(refused.status, 503);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      await client.query('rollback');
      assert.ok(!(await stored()).has(sent.id));
      assert.equal((await post(collect, [sent])).status, 202);
      assert.ok((await stored()).has(sent.id));
    });

    it('the head of the report is there while the rest is still counted', async () => {
      await client.query('begin; lock table loop_items in access exclusive mode');
      const response = await collect(new Request(`${HOME}/`, { headers: { Authorization: `Bearer ${TOKEN}` } }));
      assert.equal(response.status, 200);
      const reader = response.body!.getReader();
      const decoder = new TextDecoder();
      const head = decoder.decode((await reader.read()).value, { stream: true });
      assert.match(head, /<h1>Net Promoter Score<\/h1>[^]*Compare by/);
      assert.doesNotMatch(head, /<main>/);
      await client.query('rollback');
      let rest = '';
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        rest += decoder.decode(piece.value, { stream: true });
      assert.match(rest, /<main>[^]*from <span data-n="1">[^]*<\/html>$/);
    });

    it('a full disk is answered 503; what was acknowledged is there, the rest is taken when there is room', async () => {
      const [postmaster] = (await readFile(join(cluster.folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
      const room = (bytes: string): Promise<string> =>
        cluster.asServer('prlimit', '--pid', postmaster!, `--fsize=${bytes}:`);
      // No file may grow beyond this: more than a segment of the log, less than the table is about to need.
      await room(String(17 * 1024 * 1024));
      // Connections inherit the limit when they are made.
      const cramped = createCollector({ database: { url: cluster.url() }, token: TOKEN, rate: false });
      const acknowledged: string[] = [];
      let refused: ReturnType<typeof long>[] | undefined;
      for (let n = 0; n < 200 && !refused; n++) {
        const batch = Array.from({ length: 50 }, long);
        const { status, headers } = await post(cramped, batch);
        if (status === 202) acknowledged.push(...batch.map(({ id }) => id));
        else {
          assert.equal(status, 503);
          assert.ok(Number(headers.get('retry-after')) > 0);
          refused = batch;
        }
      }
      assert.ok(refused, 'the disk was never full');
      await cramped.close();
      const there = await stored();
      assert.deepEqual(
        acknowledged.filter((id) => !there.has(id)),
        [],
      );
      assert.ok(refused.every(({ id }) => !there.has(id)));
      await room('unlimited');
      assert.equal((await post(collect, refused)).status, 202);
      const now = await stored();
      assert.ok(refused.every(({ id }) => now.has(id)));
    });
  });
}
