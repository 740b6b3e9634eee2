import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fuzz } from '../load/fuzz.js';
import { killCampaign } from '../load/kill.js';
import { connect } from './client.js';
import { eachDatabase, freshPostgres } from './databases.js';
import { freshFolder } from './pglite.js';
import { endAll } from './served.js';

await eachDatabase((kind) => {
  describe('a collector under attack', () => {
    after(endAll);

    it('J2, J3, J15: answers 1,500 nearly right bodies with 202, 400 or 413', async () => {
      const client = await connect(kind);
      const seen = await fuzz(client.collect, 1_500, 20_261_122);
      assert.ok(seen.get(202)! > 100 && seen.get(400)! > 300, JSON.stringify([...seen]));
      await client.close();
    });

    it('I6: loses nothing acknowledged through two kills in the midst of work', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'askwell-kill-'));
      const args =
        kind.name === 'PGlite'
          ? ['--data', await freshFolder(join(folder, 'data'))]
          : ['--database-url', (await freshPostgres()).url];
      const { acknowledged } = await killCampaign(args, 2, 7);
      assert.ok(acknowledged >= 30);
      await rm(folder, { recursive: true, force: true });
    });
  });
});
