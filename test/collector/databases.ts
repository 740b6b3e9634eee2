import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { after, describe } from 'node:test';
import type { DatabaseOptions } from '../../src/collector/database.js';
import { findPostgres, startCluster, type Cluster } from './cluster.js';
import { freshPglite } from './pglite.js';

export interface TestDatabase {
  name: 'PGlite' | 'Postgres';
  /** A database that nobody else uses. */
  fresh(): Promise<DatabaseOptions>;
}

let cluster: Promise<Cluster> | undefined;
let made = 0;

/** An empty database of a server that this file starts once. */
export async function freshPostgres(): Promise<{ url: string; cluster: Cluster }> {
  const bin = await findPostgres();
  cluster ??= startCluster(bin!);
  const server = await cluster;
  const name = `t${++made}`;
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { url: server.url(name), cluster: server };
}

/**
 * Runs the same suite on the embedded and on the real database. Where no Postgres is installed that is said aloud, and it is
 * a failure in CI.
 */
export async function eachDatabase(suite: (database: TestDatabase) => void): Promise<void> {
  const instances: PGlite[] = [];
  describe('on PGlite', () => {
    after(() => Promise.all(instances.map((instance) => instance.close())));
    suite({
      name: 'PGlite',
      async fresh() {
        const pglite = await freshPglite();
        instances.push(pglite);
        return { pglite };
      },
    });
  });
  if (await hasPostgres()) {
    describe('on Postgres', () => {
      after(async () => (await cluster)?.remove());
      suite({ name: 'Postgres', fresh: async () => ({ url: (await freshPostgres()).url, poolSize: 5 }) });
    });
  }
}

/** True where a Postgres is installed. Without one: says so, and throws when CI is set. */
export async function hasPostgres(): Promise<boolean> {
  if (await findPostgres()) return true;
  const words = 'No Postgres is installed here (initdb not found): the tests on a real server did NOT run.';
  if (process.env.CI) throw new Error(words);
  console.warn(`\n${words}\n`);
  return false;
}
