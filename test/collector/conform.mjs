/** What any runtime must answer; run by runtimes.node.test.ts in Node, and in Bun and Deno where they are installed. */
import process from 'node:process';
import { createCollector } from '../../dist/collector.js';
const check = (what, ok) => {
  if (!ok) throw new Error(what);
};
const collect = createCollector({
  database: { dataDir: process.env.DIR },
  token: 't',
  rate: false,
  origins: ['https://shop.example'],
  identitySecret: 's',
});
await collect.ready();
const H = 'http://x.test';
const id = crypto.randomUUID();
const at = new Date().toISOString();
const m = {
  schema: 'askwell/1',
  type: 'response',
  id,
  revision: 1,
  final: true,
  at,
  survey: { id: 'nps', kind: 'relational', wave: 'w', trigger: 't' },
  score: 2,
  comment: 'ü 🙂',
  contact: { ok: true, email: 'a@b.c' },
  shown: { question: 'q', locale: 'en', dir: 'ltr', layout: 'corner', at },
  sampling: { probability: 1 },
  context: { properties: { branch: 'n' } },
  lib: { name: 'askwell', version: '1' },
};
const post = (b, h = {}) =>
  collect(
    new Request(H + '/v1/messages', {
      method: 'POST',
      body: typeof b === 'string' ? b : JSON.stringify(b),
      headers: h,
    }),
  );
const auth = { Authorization: 'Bearer t' };
check('202', (await post(m)).status === 202);
check('dup', (await (await post(m)).json()).results[0].status === 'duplicate');
check('400', (await post({ ...m, score: 11 })).status === 400);
check('403', (await post(m, { Origin: 'https://evil.example' })).status === 403);
check('413', (await post({ ...m, comment: 'x'.repeat(17000) })).status === 413);
check('401', (await collect(new Request(H + '/v1/report.json'))).status === 401);
const report = await (await collect(new Request(H + '/v1/report.json', { headers: auth }))).json();
check('n', report.nps.n === 1 && report.nps.score === -100);
check('page', (await (await collect(new Request(H + '/', { headers: auth }))).text()).includes('ü 🙂'));
check('loop', (await (await collect(new Request(H + '/v1/loop', { headers: auth }))).json()).items.length === 1);
check('csv', (await (await collect(new Request(H + '/v1/export.csv', { headers: auth }))).text()).includes('a@b.c'));
check(
  'session',
  (await collect(new Request(H + '/session', { method: 'POST', body: 'token=t' }))).headers
    .get('set-cookie')
    .includes('HttpOnly'),
);
check('erase', (await collect(new Request(H + '/v1/people/u', { method: 'DELETE', headers: auth }))).status === 200);
check('health', (await collect(new Request(H + '/healthz'))).status === 200);
await collect.close();
console.log('conforms');
process.exit(0);
