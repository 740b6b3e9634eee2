/** Behind PgBouncer, which gives every transaction another connection and hands on no settings of one. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createCollector } from '../../src/collector/index.js';
import { HOME, TOKEN } from './client.js';
import { freePort, type Cluster } from './cluster.js';
import { freshPostgres, hasPostgres } from './databases.js';
import { findProgram } from './programs.js';
import { message } from './sample.js';

if ((await hasPostgres()) && (await findProgram('pgbouncer', 'pgbouncer'))) {
  describe('behind a pooler in transaction mode', () => {
    let cluster: Cluster;
    let pooler: ChildProcess;
    let url: string;

    before(async () => {
      const direct = await freshPostgres();
      cluster = direct.cluster;
      const port = await freePort();
      url = direct.url.replace(String(cluster.port), String(port));
      const settings = join(cluster.folder, 'pgbouncer.ini');
      await writeFile(
        settings,
        `[databases]\n* = host=127.0.0.1 port=${cluster.port} user=askwell pool_size=3
[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nauth_type = any\npool_mode = transaction\nunix_socket_dir =\n`,
      );
      // PgBouncer, too, refuses to run as root.
      const { uid, gid } = await stat(cluster.folder);
      await chown(settings, uid, gid);
      pooler = spawn('pgbouncer', [settings], { uid, gid });
      let said = '';
      await new Promise<void>((resolve, reject) => {
        pooler.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()).includes('process up') && resolve());
        pooler.once('exit', () => reject(new Error(said)));
      });
    });
    after(async () => {
      const gone = once(pooler, 'exit');
      pooler.kill('SIGINT');
      await gone;
      await cluster.remove();
    });

    it('several collectors make the tables, take messages and report', async () => {
      const all = Array.from({ length: 4 }, () =>
        createCollector({ database: { url, poolSize: 3 }, token: TOKEN, rate: false }),
      );
      const sent = Array.from({ length: 60 }, (_, n) =>
        message({ score: n % 11, contact: { ok: true, email: 'ann@example.com' } }),
      );
      const responses = await Promise.all(
        sent.flatMap((one, n) =>
          [0, 1].map((k) =>
            all[(n + k) % 4]!(new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(one) })),
          ),
        ),
      );
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
      const report = await all[0]!(
        new Request(`${HOME}/v1/report.json`, { headers: { Authorization: `Bearer ${TOKEN}` } }),
      );
      assert.equal(((await report.json()) as { nps: { n: number } }).nps.n, 60);
      await Promise.all(all.map((collect) => collect.close()));
    });

    it('leaves no setting behind on the connections that others use as well', async () => {
      const client = new pg.Client(url);
      await client.connect();
      const { rows } = await client.query('show statement_timeout');
      await client.end();
      assert.equal(rows[0].statement_timeout, '0');
    });
  });
}
