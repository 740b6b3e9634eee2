import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { createCollector } from '../../src/collector/index.js';
import type { Random } from '../model/random.js';

/**
 * What the way to the collector does to one request. `drop-after`, `half`, `half-head`: stored, and the answer is lost on the
 * way back. `twice`: two copies arrive at once. `late`: the request is held back, so that a later one can overtake it.
 */
const FAULTS = [
  'ok',
  'slow',
  '500',
  '503',
  '429',
  '400',
  '404',
  'no-cors',
  'hang',
  'drop-before',
  'drop-after',
  'half',
  'half-head',
  'twice',
  'late',
] as const;
type Fault = (typeof FAULTS)[number];

/** The weather of a while: always the same fault, or another one for each request. */
export type Weather = Fault | 'mixed';
export const WEATHERS: readonly Weather[] = [
  'ok',
  'mixed',
  'mixed',
  'drop-before',
  'drop-after',
  '500',
  '500',
  'late',
  'hang',
];

export interface Row {
  id: string;
  revision: number;
  score: number | null;
  comment: string | null;
}

/** A real collector on a real Postgres (PGlite), behind a network that can be made bad. */
export interface FaultyEndpoint {
  port: number;
  weather: Weather;
  random: Random;
  /** What becomes of preflights. */
  preflight: 'ok' | 'refused' | 'endless';
  /** Requests by what was done to them. */
  counts: Record<string, number>;
  /** Messages that were stored, each time that they were. */
  stored: number;
  rows(): Promise<Row[]>;
  /** Everything is well again; what hung is let go of. */
  heal(): void;
  /** Also serves pages: what this returns for a path. */
  page: (path: string, search: URLSearchParams) => string | undefined;
  close(): Promise<void>;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

export async function faultyEndpoint(): Promise<FaultyEndpoint> {
  const pglite = new PGlite();
  const collect = createCollector({ database: { pglite }, token: 'campaign', origins: ['*'], rate: false });
  await collect.ready();
  const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

  const hung = new Set<Socket>();

  const meet = async (fault: Fault, request: IncomingMessage, response: ServerResponse, body: string) => {
    const store = async () => {
      const headers = { 'content-type': request.headers['content-type'] ?? '', origin: request.headers.origin ?? '' };
      const answer = await collect(new Request('http://collector/v1/messages', { method: 'POST', body, headers }));
      if (answer.ok) self.stored++;
      return answer;
    };
    const reply = async () => {
      const answer = await store();
      response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...cors }).end(await answer.text());
    };
    const raw = (text: string) => request.socket.end(text, () => request.socket.destroy());
    switch (fault) {
      case 'ok':
        return reply();
      case 'slow':
        return wait(600).then(reply);
      case 'late':
        return wait(self.random.below(2500)).then(reply);
      case 'twice':
        return Promise.all([store(), reply()]);
      case '503':
      case '429':
        return response.writeHead(+fault, { ...cors, 'retry-after': '1' }).end();
      case '500':
      case '400':
      case '404':
        return response.writeHead(+fault, cors).end();
      case 'no-cors':
        return store().then(() => response.writeHead(202).end());
      case 'drop-before':
        return request.socket.destroy();
      case 'drop-after':
        return store().then(() => request.socket.destroy());
      case 'half':
        return store().then(() =>
          raw(
            `HTTP/1.1 202 Accepted\r\n${Object.entries(cors)
              .map((pair) => `${pair.join(': ')}\r\n`)
              .join('')}Content-Length: 500\r\n\r\n{"ha`,
          ),
        );
      case 'half-head':
        return store().then(() => raw('HTTP/1.1 20'));
      case 'hang':
        hung.add(request.socket);
        return wait(4000 + self.random.below(10_000)).then(() => request.socket.destroy());
    }
  };

  const server = createServer((request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://page');
    const page = request.method === 'GET' ? self.page(path, searchParams) : undefined;
    if (page !== undefined) {
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(200, { 'content-type': type }).end(page);
    } else if (path !== '/answers') response.writeHead(404).end();
    else if (request.method === 'OPTIONS') {
      if (self.preflight === 'endless') return void hung.add(request.socket);
      if (self.preflight === 'refused') return void response.writeHead(403).end();
      response.writeHead(204, { ...cors, 'access-control-allow-headers': 'content-type, idempotency-key' }).end();
    } else {
      bodyOf(request)
        .then((body) => {
          const fault = self.weather === 'mixed' ? self.random.pick(FAULTS) : self.weather;
          self.counts[fault] = (self.counts[fault] ?? 0) + 1;
          return meet(fault, request, response, body);
        })
        // The page went away in the middle of it.
        .catch(() => response.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const self: FaultyEndpoint = {
    port: (server.address() as AddressInfo).port,
    weather: 'ok',
    preflight: 'ok',
    random: undefined as never,
    counts: {},
    stored: 0,
    page: () => undefined,
    rows: async () => (await pglite.query<Row>('select id::text, revision, score, comment from asks')).rows,
    heal() {
      self.weather = 'ok';
      self.preflight = 'ok';
      for (const socket of hung) socket.destroy();
      hung.clear();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await collect.close();
      await pglite.close();
    },
  };
  return self;
}
