import assert from 'node:assert/strict';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../../src/cli/serve.js';
import { freshFolder } from './pglite.js';
import { endAll, serve } from './served.js';
import { message } from './sample.js';

describe('askwell serve', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-serve-'));
  });
  after(async () => {
    endAll();
    await rm(folder, { recursive: true, force: true });
  });

  const post = (address: string, body: unknown): Promise<Response> =>
    fetch(`${address}/v1/messages`, { method: 'POST', body: JSON.stringify(body) });
  const count = async (address: string, token: string): Promise<number> => {
    const response = await fetch(`${address}/v1/report.json`, { headers: { Authorization: `Bearer ${token}` } });
    return ((await response.json()) as { nps: { n: number } }).nps.n;
  };

  it('keeps every acknowledged answer through kill -9, and says where the report is', async () => {
    const data = await freshFolder(join(folder, 'killed'));
    const first = await serve(['--data', data, '--token', 'known-token']);
    assert.equal((await post(first.address, [message(), message()])).status, 202);
    await first.end('SIGKILL');
    const second = await serve(['--data', data, '--token', 'known-token']);
    assert.equal(await count(second.address, 'known-token'), 2);
    assert.equal(await second.end('SIGTERM'), 0);
  });

  it('makes a token when none is given, prints it, and writes it into no log', async () => {
    const served = await serve(['--data', join(folder, 'token')]);
    const token = /(\w{48})\s/.exec(served.printed())![1]!;
    assert.equal(await count(served.address, token), 0);
    await served.end('SIGTERM');
    assert.doesNotMatch(served.logged(), new RegExp(token));
    assert.match(served.logged(), /"path":"\/v1\/report.json","status":200/);
  });

  it('does not open a data folder that another process has open', async () => {
    const data = await freshFolder(join(folder, 'taken'));
    const first = await serve(['--data', data]);
    await assert.rejects(serve(['--data', data]), /ended with 1: .*in use by process \d+/);
    await first.end('SIGTERM');
  });

  const wrong: [string, string[]][] = [
    ['an unknown option', ['--prot', '80']],
    ['a port that is none', ['--port', 'http']],
    ['an origin that is none', ['--origin', 'shop']],
    ['a standby without a server', ['--read-url', 'postgres://x']],
    ['a secret that is empty', ['--identity-secret', '']],
    ['a folder that is empty', ['--data', '']],
    ['a token that is empty', ['--token', '']],
    ['an origin that is empty', ['--origin', '']],
    ['another kind of database', ['--database-url', 'mysql://x']],
    ['a proxy that is no address', ['--proxy', 'nonsense']],
    ['a report at no address', ['--report-address', 'nonsense']],
  ];
  for (const [name, args] of wrong) {
    it(`ends with 2 on ${name}`, async () => assert.equal(await run(args), 2));
  }
  it('ends with 2 on a secret that is empty in the environment', async () => {
    process.env['ASKWELL_IDENTITY_SECRET'] = '';
    try {
      assert.equal(await run([]), 2);
    } finally {
      delete process.env['ASKWELL_IDENTITY_SECRET'];
    }
  });
  it('answers 503 with Retry-After while there is no database, and --data does not stand in for it', async () => {
    const data = join(folder, 'unused');
    const served = await serve(['--data', data, '--database-url', 'postgres://nobody@127.0.0.1:1/none']);
    assert.match(served.logged(), /no database yet \(ECONNREFUSED\)/);
    for (const response of [await post(served.address, message()), await fetch(`${served.address}/healthz`)]) {
      assert.equal(response.status, 503);
      assert.ok(Number(response.headers.get('retry-after')) > 0);
    }
    await assert.rejects(access(data));
    assert.equal(await served.end('SIGTERM'), 0);
  });
});
