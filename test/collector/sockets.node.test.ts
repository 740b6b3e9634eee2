import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectSocket, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCollector } from '../../src/collector/index.js';
import { freshFolder, freshPglite } from './pglite.js';
import { message } from './sample.js';
import { endAll, serve, type Served } from './served.js';

describe('the server under hostile senders', () => {
  let folder: string;
  let served: Served;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-sockets-'));
    served = await serve(['--data', await freshFolder(join(folder, 'data')), '--token', 'known-token', '--rate', '1']);
  });
  after(async () => {
    await served.end('SIGTERM');
    endAll();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (): Promise<Socket> => {
    const socket = connectSocket(Number(new URL(served.address).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => {});
    return socket;
  };
  /** Sends raw bytes and gives back everything until the other side closes, or the first line as soon as `early`. */
  const raw = async (text: string, { early = false } = {}): Promise<string> => {
    const socket = await open();
    socket.write(text);
    let answer = '';
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        answer += chunk.toString();
        if (early && answer.includes('\r\n')) resolve();
      });
      socket.on('close', () => resolve());
    });
    socket.destroy();
    return answer;
  };
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  const head = (line: string, ...headers: string[]): string =>
    `${[line, 'Host: 127.0.0.1', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

  it('J1: refuses a gigabyte by its length, before it comes', async () => {
    assert.equal(
      statusOf(await raw(head('POST /v1/messages HTTP/1.1', 'Content-Length: 1073741824'), { early: true })),
      413,
    );
  });

  it('J1: refuses an endless body without a length after what a batch may have', async () => {
    const socket = await open();
    socket.write(head('POST /v1/messages HTTP/1.1', 'Transfer-Encoding: chunked'));
    let answer = '';
    let sent = 0;
    socket.on('data', (chunk) => (answer += chunk.toString()));
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    while (!answer && !socket.destroyed && sent < 1e9) {
      sent += 65_536;
      if (!socket.write(piece))
        await Promise.race([once(socket, 'drain'), once(socket, 'data'), once(socket, 'close')]);
    }
    socket.destroy();
    assert.equal(statusOf(answer), 413);
    assert.ok(sent < 32e6, `${sent} bytes were taken`);
  });

  it('J1: takes nothing of a sender who goes away in the middle, and goes on', async () => {
    for (let n = 0; n < 20; n++) {
      const socket = await open();
      socket.write('POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{');
      socket.destroy();
    }
    assert.equal((await fetch(`${served.address}/healthz`)).status, 200);
    assert.equal(served.process.exitCode, null);
  });

  it('J1: is not talked into a large body by a short length', async () => {
    const collect = createCollector({ database: { pglite: await freshPglite() }, token: 'known-token' });
    const request = new Request('http://collector.test/session', {
      method: 'POST',
      headers: { 'Content-Length': '2' },
      body: new URLSearchParams({ token: 'x'.repeat(20_000) }),
    });
    assert.equal(request.headers.get('content-length'), '2');
    assert.equal((await collect(request)).status, 413);
    await collect.close();
  });

  it('J1: lets go of a sender that is too slow', async () => {
    const socket = await open();
    socket.write('POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{');
    socket.resume();
    await once(socket, 'close');
  });

  it('J1: does not unpack a compressed body', async () => {
    const answer = await raw(`${head('POST /v1/messages HTTP/1.1', 'Content-Encoding: gzip', 'Content-Length: 2')}xx`);
    assert.equal(statusOf(answer), 415);
  });

  const lines: [string, number[]][] = [
    ['TRACE /v1/messages HTTP/1.1', [400, 405]],
    ['HEAD /v1/messages HTTP/1.1', [405]],
    ['GET //r HTTP/1.1', [400, 404]],
    ['GET /%2e%2e/etc/passwd HTTP/1.1', [404]],
    ['GET /../../etc/passwd HTTP/1.1', [404]],
    [`GET /${'x'.repeat(8000)} HTTP/1.1`, [404, 414]],
    [`GET /${'x'.repeat(40_000)} HTTP/1.1`, [414, 431]],
    ['GET /v1/people/%E0%A4%A HTTP/1.1', [400, 401, 404]],
    ['nonsense', [400]],
    ['GET /?__proto__[x]=1&constructor[prototype][x]=1 HTTP/1.1', [401]],
  ];
  for (const [line, statuses] of lines) {
    it(`J16: answers ${line.slice(0, 50)} with ${statuses.join(' or ')}`, async () => {
      const status = statusOf(await raw(head(line)));
      assert.ok(statuses.includes(status), String(status));
    });
  }

  it('J8, J12: slows down a flood with 429 and Retry-After, and keeps one row of it', async () => {
    const body = JSON.stringify(message());
    const statuses = new Map<number, number>();
    let limited: Response | undefined;
    for (let round = 0; round < 8; round++) {
      const responses = await Promise.all(
        Array.from({ length: 25 }, () =>
          fetch(`${served.address}/v1/messages`, {
            method: 'POST',
            body,
            headers: { Origin: served.address },
          }),
        ),
      );
      for (const response of responses) {
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status === 429) limited = response;
        await response.body?.cancel();
      }
    }
    assert.deepEqual(
      [...statuses.keys()].sort((a, b) => a - b),
      [202, 429],
    );
    assert.ok(Number(limited!.headers.get('retry-after')) >= 1);
    assert.match(limited!.headers.get('access-control-expose-headers')!, /Retry-After/);
    const report = await fetch(`${served.address}/v1/report.json`, {
      headers: { Authorization: 'Bearer known-token' },
    });
    assert.equal(((await report.json()) as { nps: { n: number } }).nps.n, 1);
  });

  it('J13: is not talked out of it by X-Forwarded-For', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const response = await fetch(`${served.address}/v1/messages`, {
          method: 'POST',
          body: JSON.stringify(message()),
          headers: { 'X-Forwarded-For': `203.0.${n}.1` },
        });
        await response.body?.cancel();
        return response.status;
      }),
    );
    assert.ok(statuses.filter((status) => status === 429).length > 100, String(statuses));
  });
});
