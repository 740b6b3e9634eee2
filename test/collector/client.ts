import assert from 'node:assert/strict';
import { createCollector, type Collector, type CollectorOptions } from '../../src/collector/index.js';
import { openDatabase, type Database } from '../../src/collector/database.js';
import type { TestDatabase } from './databases.js';

export const TOKEN = 'a-token-for-tests';
export const HOME = 'http://collector.test';

/** A collector on a database of its own, with short ways to talk to it and to look past it into the tables. */
export interface Client {
  collect: Collector;
  db: Database;
  /** Sends messages and expects them to be taken. */
  send(...messages: unknown[]): Promise<string[]>;
  /** A request with the token. */
  call(method: string, path: string, body?: unknown): Promise<Response>;
  json(path: string): Promise<any>;
  close(): Promise<void>;
}

export async function connect(kind: TestDatabase, options: Partial<CollectorOptions> = {}): Promise<Client> {
  const database = await kind.fresh();
  const collect = createCollector({ database, token: TOKEN, rate: false, ...options });
  await collect.ready();
  const opened = await openDatabase(database);
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    collect(
      new Request(HOME + path, {
        method,
        headers: { Authorization: `Bearer ${TOKEN}` },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  return {
    collect,
    db: opened.write,
    call,
    async send(...messages) {
      const response = await collect(
        new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(messages) }),
      );
      const body = (await response.json()) as { results: { status: string }[] };
      assert.equal(response.status, 202, JSON.stringify(body));
      return body.results.map(({ status }) => status);
    },
    async json(path) {
      const response = await call('GET', path);
      assert.equal(response.status, 200, await response.clone().text());
      return response.json();
    },
    async close() {
      await collect.close();
      await opened.close();
    },
  };
}
