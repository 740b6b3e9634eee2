import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { connect, type Client } from './client.js';
import { eachDatabase } from './databases.js';
import { employeeMessage, message, newId } from './sample.js';

const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const unhappy = (change = {}) =>
  message({ score: 2, comment: 'too slow', contact: { ok: true, email: 'ann@example.com' }, ...change });

await eachDatabase((kind) => {
  let client: Client;
  let now = Date.parse('2026-11-22T12:00:00Z');
  let received: { headers: IncomingHttpHeaders; body: string }[] = [];
  let answers: number[] = [];
  let receiver: Server;
  let mails: { from: string; to: string[]; text: string }[] = [];
  let post: SMTPServer;

  before(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request
        .on('data', (chunk) => (body += chunk))
        .on('end', () => {
          received.push({ headers: request.headers, body });
          const status = answers.shift() ?? 204;
          response.writeHead(status, status === 302 ? { Location: 'http://169.254.169.254/' } : {}).end();
        });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    post = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, session, done) {
        let text = '';
        stream
          .on('data', (chunk) => (text += chunk))
          .on('end', () => {
            const { mailFrom, rcptTo } = session.envelope;
            mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text });
            done();
          });
      },
    });
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
    const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
    client = await connect(kind, {
      now: () => now,
      webhook: { url: `http://127.0.0.1:${port(receiver)}/hook`, secret: SECRET },
      mail: { smtp: `smtp://127.0.0.1:${port(post.server)}`, from: 'askwell@example.com', to: ['care@example.com'] },
      reportAddress: 'https://nps.example/',
    });
  });
  after(async () => {
    await client.close();
    receiver.close();
    receiver.closeAllConnections();
    await new Promise<void>((resolve) => post.close(() => resolve()));
  });
  beforeEach(async () => {
    answers = [];
    // What an earlier test left to send.
    await client.collect.work();
    received = [];
    mails = [];
  });

  const item = async (id: string): Promise<any> =>
    (await client.json('/v1/loop')).items.find((one: { id: string }) => one.id === id);

  describe('an item of the loop', () => {
    it('is raised by a detractor who agreed to contact, due in 48 hours', async () => {
      const sent = unhappy({ person: { id: 'u_1' } });
      await client.send(sent);
      await client.collect.work();
      assert.deepEqual(await item(sent.id), {
        id: sent.id,
        state: 'new',
        due: '2026-11-24T12:00:00.000Z',
        overdue: false,
        createdAt: '2026-11-22T12:00:00.000Z',
        survey: 'nps',
        score: 2,
        comment: 'too slow',
        email: 'ann@example.com',
        person: 'u_1',
      });
    });

    const none: [string, object][] = [
      ['a passive', { score: 7 }],
      ['a promoter', { score: 10 }],
      ['nobody to contact', { contact: undefined }],
      ['contact refused', { contact: { ok: false } }],
    ];
    for (const [name, change] of none) {
      it(`is not raised by ${name}`, async () => {
        const sent = unhappy(change);
        await client.send(sent);
        assert.equal(await item(sent.id), undefined);
      });
    }

    it('is not raised by an employee', async () => {
      const sent = employeeMessage({ score: 0 });
      await client.send(sent);
      assert.equal(await item(sent.id), undefined);
    });

    it('is raised once, by the revision that gave permission, however often it comes', async () => {
      const id = newId();
      await client.send(message({ id, score: 2, revision: 1, final: false }));
      assert.equal(await item(id), undefined);
      const last = unhappy({ id, revision: 2 });
      await client.send(last, last);
      await client.send(last);
      await client.send(message({ id, score: 2, revision: 1, final: false }));
      await client.collect.work();
      assert.equal((await client.json('/v1/loop')).items.filter((one: { id: string }) => one.id === id).length, 1);
      assert.equal(received.filter(({ body }) => body.includes(id)).length, 1);
    });
  });

  describe('the states', () => {
    const patch = (id: string, change: unknown): Promise<Response> => client.call('PATCH', `/v1/loop/${id}`, change);
    const raised = async (): Promise<string> => {
      const sent = unhappy();
      await client.send(sent);
      return sent.id;
    };

    it('go from new by contacted to resolved, with owner, due time and reason', async () => {
      const id = await raised();
      assert.equal((await patch(id, { owner: 'Bo', due: '2026-11-23T09:00:00Z' })).status, 200);
      now += 3_600_000;
      assert.equal((await patch(id, { state: 'contacted' })).status, 200);
      now += 3_600_000;
      const response = await patch(id, { state: 'resolved', reason: 'refunded' });
      const { state, owner, due, reason, contactedAt, closedAt, overdue } = await response.json();
      assert.deepEqual(
        { state, owner, due, reason, contactedAt, closedAt, overdue },
        {
          state: 'resolved',
          owner: 'Bo',
          due: '2026-11-23T09:00:00.000Z',
          reason: 'refunded',
          overdue: false,
          contactedAt: '2026-11-22T13:00:00.000Z',
          closedAt: '2026-11-22T14:00:00.000Z',
        },
      );
    });

    it('skip no step', async () => {
      const id = await raised();
      for (const state of ['resolved', 'declined']) assert.equal((await patch(id, { state })).status, 409);
      await patch(id, { state: 'contacted' });
      assert.equal((await patch(id, { state: 'new' })).status, 409);
      assert.equal((await patch(id, { state: 'declined', reason: 'no answer' })).status, 200);
      assert.equal((await patch(id, { state: 'resolved' })).status, 409);
    });

    for (const closed of ['resolved', 'declined'] as const) {
      it(`end with ${closed}: only words may still be added`, async () => {
        const id = await raised();
        for (const state of ['contacted', closed]) assert.equal((await patch(id, { state })).status, 200);
        for (const state of ['new', 'contacted', closed === 'resolved' ? 'declined' : 'resolved'])
          assert.equal((await patch(id, { state })).status, 409, state);
        assert.equal((await patch(id, { state: closed, reason: 'refunded' })).status, 200);
        const { state, reason, closedAt } = await item(id);
        assert.deepEqual([state, reason, typeof closedAt], [closed, 'refunded', 'string']);
      });
    }

    const wrong: [unknown, string][] = [
      [{ state: 'done' }, 'state'],
      [{ owner: 5 }, 'owner'],
      [{ due: 'soon' }, 'due'],
      [{ reason: 'x'.repeat(2001) }, 'reason'],
      [{ score: 10 }, ''],
      [[], ''],
      ['{', ''],
    ];
    for (const [change, path] of wrong) {
      it(`are not changed by ${JSON.stringify(change).slice(0, 40)}`, async () => {
        const response = await patch(await raised(), change);
        assert.equal(response.status, 400);
        assert.equal(((await response.json()) as { path: string }).path, path);
      });
    }

    it('of an item that does not exist are 404', async () => {
      assert.equal((await patch(newId(), { state: 'contacted' })).status, 404);
      assert.equal((await patch('1', { state: 'contacted' })).status, 404);
    });

    it('need the token', async () => {
      const request = new Request('http://collector.test/v1/loop', { headers: {} });
      assert.equal((await client.collect(request)).status, 401);
    });

    it('are counted, with the overdue ones and the hours to close', async () => {
      const id = await raised();
      const before = (await client.json('/v1/loop')).summary;
      now += 49 * 3_600_000;
      const { items, summary } = await client.json('/v1/loop?state=new');
      assert.equal(summary.overdue, before.overdue + before.states.new + before.states.contacted);
      assert.ok(items.every((one: { state: string; overdue: boolean }) => one.state === 'new' && one.overdue));
      await patch(id, { state: 'contacted' });
      await patch(id, { state: 'resolved' });
      assert.equal(typeof (await client.json('/v1/loop')).summary.medianHoursToClose, 'number');
    });
  });

  describe('the webhook', () => {
    it('J19: carries a signature that the official library verifies', async () => {
      // The library compares with the clock of the machine.
      now = Date.now();
      const sent = unhappy();
      await client.send(sent);
      await client.collect.work();
      assert.equal(received.length, 1);
      const [{ headers, body }] = received as [(typeof received)[0]];
      const event = new Webhook(SECRET).verify(body, headers as Record<string, string>) as any;
      assert.equal(event.type, 'loop.created');
      assert.deepEqual([event.data.id, event.data.score, event.data.email], [sent.id, 2, 'ann@example.com']);
      assert.throws(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>));
      assert.throws(() =>
        new Webhook(`whsec_${btoa('another secret of 24 bytes.')}`).verify(body, headers as Record<string, string>),
      );
    });

    it('is tried again under the same id until it is taken, and not after', async () => {
      answers = [500, 302, 503];
      const sent = unhappy();
      await client.send(sent);
      for (let i = 0; i < 8; i++) {
        await client.collect.work();
        now += 3_600_000;
      }
      assert.equal(received.length, 4);
      assert.deepEqual(new Set(received.map(({ headers }) => headers['webhook-id'])), new Set([`msg_${sent.id}`]));
      assert.equal((await item(sent.id)).undelivered, undefined);
    });

    it('waits before it tries again, and says meanwhile why', async () => {
      answers = [500];
      const sent = unhappy();
      await client.send(sent);
      await client.collect.work();
      now += 4_000;
      await client.collect.work();
      assert.equal(received.length, 1);
      assert.equal((await item(sent.id)).undelivered, 'status 500');
      now += 3_000;
      await client.collect.work();
      assert.equal(received.length, 2);
    });

    it('I7: goes out once when several look for what is due at the same moment', async () => {
      const { notifyDue } = await import('../../src/collector/notify/notify.js');
      const { port } = receiver.address() as AddressInfo;
      const options = { webhook: { url: `http://127.0.0.1:${port}/hook`, secret: SECRET }, now: () => now };
      await client.collect.work();
      received = [];
      const { receive } = await import('../../src/collector/receive.js');
      for (let i = 0; i < 5; i++) await receive(client.db, [unhappy()], ['webhook'], now);
      await Promise.all(Array.from({ length: 8 }, () => notifyDue(client.db, options)));
      assert.equal(received.length, 5);
    });
  });

  describe('the mail', () => {
    it('reaches a real SMTP server with what the reader needs', async () => {
      const sent = unhappy({
        comment: 'Grüße\r\nBcc: evil@example.com',
        survey: { id: 'nps\r\nBcc: x@y.z', kind: 'relational', wave: 'w', trigger: 't' },
      });
      await client.send(sent);
      await client.collect.work();
      assert.equal(mails.length, 1);
      const { from, to, text } = mails[0]!;
      assert.deepEqual([from, to], ['askwell@example.com', ['care@example.com']]);
      const [head, ...rest] = text.split('\r\n\r\n');
      assert.match(head!, /^Subject: Call back: score 2/m);
      assert.doesNotMatch(head!, /^Bcc:/m);
      const encoding = /Content-Transfer-Encoding: (\S+)/.exec(head!)![1]!;
      const body =
        encoding === 'base64'
          ? Buffer.from(rest.join(''), 'base64').toString()
          : Buffer.from(
              rest
                .join('\n\n')
                .replace(/=\r\n/g, '')
                .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            ).toString();
      assert.match(body, /ann@example\.com/);
      assert.match(body, /Grüße/);
      assert.match(body, /https:\/\/nps\.example\//);
    });
  });
});
