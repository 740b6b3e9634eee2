/** Every statement that the collector sends, as a real server logged it: docs/database.md says why each runs on a distributed one. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createCollector } from '../../src/collector/index.js';
import { HOME, TOKEN } from './client.js';
import { findPostgres, startCluster, type Cluster } from './cluster.js';
import { hasPostgres } from './databases.js';
import { employeeMessage, message } from './sample.js';

/** What ties rows of different machines together, or is not there on some distributed Postgres. */
const NOWHERE: Record<string, RegExp> = {
  'an advisory lock': /advisory/i,
  'a sequence': /\b(serial|bigserial|sequence|nextval|identity)\b/i,
  'a foreign key': /\breferences\b|foreign key/i,
  'a unique constraint beside the key': /\bunique\b/i,
  'a trigger, rule or function': /create (or replace )?(trigger|rule|function|procedure)/i,
  'an extension': /create extension/i,
  'a temporary table': /\btemp(orary)?\b/i,
  'a lock of a table': /\block table\b/i,
  'skip locked': /skip locked/i,
  notifications: /\b(listen|notify)\b/i,
  'a cursor': /\bdeclare\b.*\bcursor\b/i,
  'a level of isolation of its own': /isolation level/i,
};

if (await hasPostgres()) {
  describe('the statements of the collector', () => {
    let cluster: Cluster;
    let statements: string[];
    before(async () => {
      cluster = await startCluster((await findPostgres())!);
      const client = new pg.Client(cluster.url());
      await client.connect();
      await client.query("alter system set log_statement = 'all'");
      await client.query('select pg_reload_conf()');
      await client.end();
      const collect = createCollector({
        database: { url: cluster.url() },
        token: TOKEN,
        identitySecret: 'secret',
        retentionDays: 365,
        rate: false,
        // Nobody listens there: trying and failing is enough.
        webhook: { url: 'http://127.0.0.1:9/', secret: `whsec_${Buffer.alloc(32).toString('base64')}` },
      });
      await collect.ready();
      const call = (method: string, path: string, body?: unknown): Promise<Response> =>
        collect(
          new Request(HOME + path, {
            method,
            headers: { Authorization: `Bearer ${TOKEN}` },
            ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          }),
        );
      const unhappy = message({ score: 2, contact: { ok: true, email: 'ann@example.com' }, reasons: ['price'] });
      const old = message({ at: '2020-01-01T00:00:00.000Z', person: { anonymousId: 'old' }, comment: 'old' });
      const sent = [unhappy, unhappy, old, ...Array.from({ length: 12 }, () => employeeMessage({ score: 5 }))];
      const asked: [string, string, unknown?][] = [
        ['POST', '/v1/messages', sent],
        ['POST', '/v1/import?survey=s', 'Score,Branch\n9,North\n9,North\n'],
        ['PATCH', `/v1/loop/${unhappy.id}`, { state: 'contacted' }],
        ['DELETE', '/v1/people/nobody'],
        ['POST', '/v1/messages', old],
        ['GET', '/v1/people/old'],
        ['GET', '/v1/loop?survey=nps&state=new'],
        ['GET', '/?survey=nps&from=2026-01-01&to=2026-12-31&by=branch&words=x&category=detractor&hasty=without'],
        ['GET', '/v1/report.json?by=locale'],
        ['GET', '/v1/export.csv?survey=nps&from=2026-01-01'],
        ['GET', '/v1/export.ndjson?since=2026-01-01'],
        ['GET', '/healthz'],
      ];
      for (const [method, path, body] of asked) {
        const response = await call(method, path, body);
        await response.text();
        assert.ok(response.ok, `${method} ${path}: ${response.status}`);
      }
      await collect.work();
      await collect.close();
      await cluster.stop();
      const log = await readFile(join(cluster.folder, 'log'), 'utf8');
      statements = log
        .split(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /m)
        .flatMap((entry) => /^LOG: {2}(?:statement|execute [^:]*): ([^]*)/.exec(entry)?.[1]?.trim() ?? []);
    });
    after(() => cluster.remove());

    it('were all heard', () => {
      const firsts = [
        'create table',
        'create index',
        'insert into',
        'update "asks"',
        'update "loop_items"',
        'update "notices"',
      ];
      for (const first of [...firsts, 'delete from "loop_items"', 'select', 'begin', 'commit'])
        assert.ok(
          statements.some((statement) => statement.toLowerCase().startsWith(first)),
          first,
        );
      assert.ok(statements.length > 60, String(statements.length));
    });

    for (const [what, pattern] of Object.entries(NOWHERE)) {
      it(`use ${what} nowhere`, () =>
        assert.deepEqual(
          statements.filter((statement) => pattern.test(statement)),
          [],
        ));
    }

    it('join tables by the id by which they are spread, and by nothing else', () => {
      const joins = statements.flatMap((statement) => [
        ...statement.matchAll(/join "[^]*? on ([^]*?)(?= where| order| group|$)/gi),
      ]);
      assert.ok(joins.length > 0);
      for (const [, on] of joins) assert.match(on!, /^"ask"\."id" = "item"\."id"/);
    });
  });
}
