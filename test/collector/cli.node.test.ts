import assert from 'node:assert/strict';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { getRequestListener } from '@hono/node-server';
import { run as runExport } from '../../src/cli/export.js';
import { run as runImport } from '../../src/cli/import.js';
import type { Io } from '../../src/cli/io.js';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { freshFolder, freshPglite } from './pglite.js';

const FILE = fileURLToPath(new URL('./data/surveymonkey.csv', import.meta.url));

describe('askwell import and export', () => {
  let folder: string;
  let data: string;
  let pglite: PGlite;
  let collect: Collector;
  let server: Server;
  let address: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-cli-'));
    data = await freshFolder(join(folder, 'data'));
    pglite = await freshPglite();
    collect = createCollector({ database: { pglite }, token: 'known-token' });
    server = createServer(getRequestListener(collect)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await collect.close();
    await pglite.close();
    await rm(folder, { recursive: true, force: true });
  });
  const printed = (): Io & { out: string; err: string } => {
    const io = {
      out: '',
      err: '',
      stdin: (async function* () {})(),
      stdout: { write: (words: string) => (io.out += words) },
      stderr: { write: (words: string) => (io.err += words) },
    };
    return io;
  };

  it('do not take a folder with a slip in its name for an empty collector', async () => {
    const slip = `${data}-slip`;
    await assert.rejects(runExport(['--data', slip], printed()), /there is no folder '.*-slip'; --data names/);
    await assert.rejects(access(slip));
  });

  for (const [name, place] of [
    ['a data folder', () => ['--data', data]],
    ['a collector that runs', () => ['--to', address, '--token', 'known-token']],
  ] as const) {
    it(`bring a file into ${name} and out again`, async () => {
      const io = printed();
      assert.equal(await runImport([FILE, '--survey', 'old', ...place()], io), 1);
      assert.match(io.out, /^4 stored, 0 known before, 1 without a score/);
      assert.match(io.err, /line 8: The date.*\n.*line 9: The score/);
      const again = printed();
      await runImport([FILE, '--survey', 'old', ...place()], again);
      assert.match(again.out, /^0 stored, 4 known before/);
      const out = join(folder, 'out.csv');
      assert.equal(await runExport(['--out', out, ...place()], printed()), 0);
      const csv = await readFile(out, 'utf8');
      assert.equal(csv[0], '\ufeff');
      assert.match(csv, /Größe passt nicht/);
      const feed = printed();
      await runExport(['--format', 'ndjson', '--survey', 'old', ...place()], feed);
      assert.equal(feed.out.trim().split('\n').length, 4);
      assert.match(feed.err, /Next time: --since \d{4}-/);
    });
  }

  const wrong: [string, () => Promise<number>, number, RegExp][] = [
    ['no file', () => runImport([], printed()), 2, /which file/],
    ['no place', () => runImport([FILE, '--survey', 'x'], printed()), 2, /where the collector is/],
    ['a file that is not there', () => runImport(['none.csv', '--data', data], printed()), 1, /ENOENT/],
    ['employees', () => runImport([FILE, '--data', data, '--kind', 'employee'], printed()), 1, /kind/],
    ['a wrong token', () => runExport(['--to', address, '--token', 'wrong'], printed()), 1, /token/i],
    [
      'a collector that is not there',
      () => runExport(['--to', 'http://127.0.0.1:1', '--token', 'x'], printed()),
      1,
      /cannot reach/,
    ],
    ['an unknown format', () => runExport(['--format', 'xls', '--data', data], printed()), 2, /csv, ndjson, sps/],
    ['an unknown option', () => runExport(['--outt', 'x'], printed()), 2, /outt/],
  ];
  for (const [name, call, exitCode, words] of wrong) {
    it(`complain about ${name}`, () =>
      assert.rejects(call, (error: Error & { exitCode: number }) => {
        assert.match(error.message, words);
        assert.equal(error.exitCode, exitCode);
        return true;
      }));
  }
});
