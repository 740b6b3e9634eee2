import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { openDatabase } from '../../src/collector/database.js';
import { freshPostgres, hasPostgres } from './databases.js';

if (await hasPostgres()) {
  describe('the tables, made by several processes at once', () => {
    const clients: pg.Client[] = [];
    const connect = async (url: string): Promise<pg.Client> => {
      const client = new pg.Client(url);
      await client.connect();
      clients.push(client);
      return client;
    };
    after(async () => {
      const { cluster } = await freshPostgres();
      await Promise.all(clients.map((client) => client.end()));
      await cluster.remove();
    });

    it('are made by one, for whom the others wait at its row', async () => {
      const { url } = await freshPostgres();
      const [first, eye] = [await connect(url), await connect(url)];
      await first.query('create table askwell_steps (name text primary key, at timestamptz not null default now())');
      await first.query("insert into askwell_steps (name) values ('lock')");
      await first.query("begin; select name from askwell_steps where name = 'lock' for update");
      let opened = false;
      const opening = Promise.all(Array.from({ length: 4 }, () => openDatabase({ url, poolSize: 2 }))).then((all) => {
        opened = true;
        return all;
      });
      const waiting = async (): Promise<number> =>
        Number(
          (
            await eye.query(`select count(*) from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`)
          ).rows[0].count,
        );
      while (!opened && (await waiting()) < 4);
      const { rows } = await eye.query("select to_regclass('asks') as asks");
      await first.query('commit');
      const all = await opening;
      await Promise.all(all.map(({ close }) => close()));
      assert.equal(rows[0].asks, null, 'a table was made while another process had the lock');
      const steps = await eye.query(
        "select name, count(*)::int as times from askwell_steps where name <> 'lock' group by 1",
      );
      assert.ok(steps.rows.length > 0);
      assert.deepEqual(new Set(steps.rows.map(({ times }) => times)), new Set([1]));
    });

    it('are the same after twelve that began on an empty database', async () => {
      const { url } = await freshPostgres();
      const all = await Promise.all(Array.from({ length: 12 }, () => openDatabase({ url, poolSize: 1 })));
      const keys = await Promise.all(
        all.map(({ read }) =>
          read.selectFrom('settings').select('value').where('name', '=', 'subject-key').executeTakeFirstOrThrow(),
        ),
      );
      await Promise.all(all.map(({ close }) => close()));
      assert.equal(new Set(keys.map(({ value }) => value)).size, 1);
    });
  });
}
