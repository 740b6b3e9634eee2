import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findPostgres } from '../collector/cluster.js';
import { findChromium } from '../tools/browsers.mjs';

test('the load test in small: all is taken, read and exported, on every database', async (t) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./load.ts', import.meta.url)), '--small'],
    { timeout: 300_000 },
  );
  for (const line of stdout.trim().split('\n')) t.diagnostic(line);
  const databases = ['PGlite', ...((await findPostgres()) ? ['Postgres, one process', 'Postgres, two processes'] : [])];
  // Figures of so short a run say nothing about speed, so none is held to; that they come says that nothing was refused.
  for (const name of databases)
    for (const size of [100, 1])
      assert.match(stdout, new RegExp(`^\\| ${name} \\| ${size} \\| \\d+ \\| \\d+ \\| \\d`, 'm'));
  for (const from of ['one network', 'many networks'])
    assert.match(stdout, new RegExp(`200 requests a second from ${from}: .*quiet \\d+ × 202$`, 'm'));
  if (databases.length > 1) {
    assert.match(stdout, /^Postgres: report page, first in .* status 200\)$/m);
    assert.match(stdout, /^Postgres: export\.csv in .* status 200\)$/m);
    if (await findChromium())
      assert.match(stdout, /^Postgres: report in Chromium: .* the page is whole after \d+ ms$/m);
  }
});
