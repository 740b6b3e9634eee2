import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { getRequestListener } from '@hono/node-server';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { personHash } from '../../src/core/person.js';
import { collectorHistory } from '../../src/storage/remote.js';
import { freshPglite } from './pglite.js';
import { message } from './sample.js';

const proofOf = (id: string): string => createHmac('sha256', 'shared').update(id).digest('hex');
const keyOf = (id: string): string => `askwell:${personHash(id)}`;

describe('the history that a collector keeps', () => {
  let pglite: PGlite;
  let collect: Collector;
  let server: Server;
  let url: string;
  const sent = message({ person: { id: 'u_42', proof: proofOf('u_42') } });
  before(async () => {
    pglite = await freshPglite();
    collect = createCollector({ database: { pglite }, token: 'token', identitySecret: 'shared' });
    server = createServer(getRequestListener(collect)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await collect(new Request(`${url}/v1/messages`, { method: 'POST', body: JSON.stringify(sent) }));
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await collect.close();
    await pglite.close();
  });

  it('is that of the person, marked as theirs, so that another device does not ask again', async () => {
    for (const user of [{ id: 'u_42', proof: proofOf('u_42') }, () => ({ id: 'u_42', proof: proofOf('u_42') })]) {
      const at = Date.parse(sent.at);
      const history = await collectorHistory({ url: `${url}/`, user }).read(keyOf('u_42'));
      assert.deepEqual(history!.asks, [
        { id: sent.id, survey: 'nps', state: 'answered', at, until: at, by: personHash('u_42') },
      ]);
    }
  });

  const nothing: [string, { id?: string; proof?: string } | undefined, string][] = [
    ['nobody', undefined, 'askwell:device'],
    ['a person without proof', { id: 'u_42' }, keyOf('u_42')],
    ['a forged proof', { id: 'u_42', proof: proofOf('u_43') }, keyOf('u_42')],
    ['the key of somebody else', { id: 'u_42', proof: proofOf('u_42') }, keyOf('u_43')],
    ['the device of a person', { id: 'u_42', proof: proofOf('u_42') }, 'askwell:device'],
  ];
  for (const [name, user, key] of nothing) {
    it(`is nothing for ${name}`, async () =>
      assert.equal(await collectorHistory({ url, user: () => user }).read(key), undefined));
  }
});
