import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { nps, tally } from '../../src/score/index.js';
import { eachDatabase } from './databases.js';
import { employeeMessage, message } from './sample.js';

const TOKEN = 'a-token-for-tests';
const HOME = 'http://collector.test';

await eachDatabase((kind) => {
  let collect: Collector;
  before(async () => {
    collect = createCollector({ database: await kind.fresh(), token: TOKEN });
    await collect.ready();
  });
  after(() => collect.close());

  const send = async (messages: unknown[]): Promise<void> => {
    const response = await collect(
      new Request(`${HOME}/v1/messages`, { method: 'POST', body: JSON.stringify(messages) }),
    );
    assert.equal(response.status, 202);
  };
  const get = (
    path: string,
    headers: Record<string, string> = { Authorization: `Bearer ${TOKEN}` },
  ): Promise<Response> => collect(new Request(HOME + path, { headers }));
  const report = async (query = ''): Promise<any> => (await get(`/v1/report.json${query}`)).json();

  describe('the report as data', () => {
    it('has no score before the first answer', async () => {
      const { nps: none, responseRate, asked, answered } = await report();
      assert.equal(none.n, 0);
      assert.equal(none.score, undefined);
      assert.deepEqual([responseRate, asked, answered], [undefined, 0, 0]);
    });

    it('has the score, its interval and the response rate of what was sent', async () => {
      const scores = [10, 9, 9, 8, 7, 3, 0, 10, 10, 6];
      await send(
        scores.map((score) => message({ score, survey: { id: 'first', kind: 'relational', wave: 'w', trigger: 't' } })),
      );
      const asked = Array.from({ length: 8 }, () =>
        message({ type: 'asked', survey: { id: 'second', kind: 'relational', wave: 'w', trigger: 't' } }),
      );
      await send(asked);
      await send(
        asked.slice(0, 2).map((one) => ({ ...message({ ...one, type: 'response', revision: 1, score: 10 }) })),
      );
      const first = await report('?survey=first');
      assert.equal(first.nps.score, 20);
      assert.equal(first.nps.n, 10);
      assert.deepEqual(first.counts, { detractors: 3, passives: 2, promoters: 5 });
      assert.deepEqual(first.histogram, [1, 0, 0, 1, 0, 0, 1, 1, 1, 2, 3]);
      assert.deepEqual(first.nps, nps(tally(scores)));
      const { responseRate, asked: shown, answered } = await report('?survey=second');
      assert.deepEqual([responseRate, shown, answered], [0.25, 8, 2]);
      assert.equal((await report()).nps.n, 12);
    });

    it('counts between two days, both included', async () => {
      const survey = { id: 'dated', kind: 'relational', wave: 'w', trigger: 't' } as const;
      await send(
        ['2026-03-01T00:00:00.000Z', '2026-03-02T23:59:59.999Z', '2026-03-03T00:00:00.000Z'].map((at) =>
          message({ at, survey }),
        ),
      );
      assert.equal((await report('?survey=dated&from=2026-03-01&to=2026-03-02')).nps.n, 2);
      assert.equal((await report('?survey=dated&from=2026-03-02')).nps.n, 2);
      assert.equal((await report('?survey=dated&to=2026-03-02T00:00:00Z')).nps.n, 1);
      assert.equal(
        (await report('?survey=dated&from=0000-01-01&to=9999-12-31')).nps.n,
        (await report('?survey=dated')).nps.n,
      );
      assert.equal((await report('?survey=dat%00ed')).nps.n, (await report('?survey=dated')).nps.n);
      const response = await get('/v1/report.json?from=lately');
      assert.equal(response.status, 400);
      assert.equal(((await response.json()) as { path: string }).path, 'from');
    });

    it('hides 4 answers of employees and shows 5', async () => {
      await send(Array.from({ length: 4 }, () => employeeMessage({ score: 9 })));
      const four = (await report()).enps;
      assert.deepEqual([four.hidden, four.n, four.score], [true, 0, undefined]);
      await send([employeeMessage({ score: 2 })]);
      const five = (await report('?survey=enps')).enps;
      assert.deepEqual([five.hidden, five.n, five.score], [false, 5, 60]);
    });
  });

  describe('who may read', () => {
    for (const [name, headers] of [
      ['nobody', {}],
      ['a wrong token', { Authorization: 'Bearer wrong' }],
      ['an empty token', { Authorization: 'Bearer ' }],
      ['a token by Basic', { Authorization: `Basic ${btoa(TOKEN)}` }],
      ['a made-up cookie', { Cookie: 'askwell_session=9999999999999.a.b' }],
    ] as [string, Record<string, string>][]) {
      it(`not ${name}`, async () => {
        assert.equal((await get('/v1/report.json', headers)).status, 401);
        const page = await get('/', headers);
        assert.equal(page.status, 401);
        assert.match(await page.text(), /name="token"/);
      });
    }
    it('not a token in the address', async () => {
      assert.equal((await get(`/?token=${TOKEN}`, {})).status, 401);
      assert.equal((await get(`/v1/report.json?token=${TOKEN}`, {})).status, 401);
    });
  });

  describe('the session of the page', () => {
    const form = (
      path: string,
      fields: Record<string, string>,
      headers: Record<string, string> = {},
    ): Promise<Response> =>
      collect(new Request(HOME + path, { method: 'POST', body: new URLSearchParams(fields), headers }));

    it('starts with the token in a form and lives in a cookie that no script reads', async () => {
      const response = await form('/session', { token: TOKEN });
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), '/');
      const cookie = response.headers.get('set-cookie')!;
      assert.match(cookie, /HttpOnly; SameSite=Strict/);
      assert.doesNotMatch(cookie, new RegExp(TOKEN));
      const page = await get('/', { Cookie: cookie.split(';')[0]! });
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/);
      assert.match(await page.text(), /Net Promoter Score/);
    });

    it('does not start with a wrong token', async () => {
      const response = await form('/session', { token: 'wrong' });
      assert.equal(response.status, 401);
      assert.equal(response.headers.get('set-cookie'), null);
    });

    it('ends with the button of the page, and not with a form of another page', async () => {
      const cookie = (await form('/session', { token: TOKEN })).headers.get('set-cookie')!.split(';')[0]!;
      assert.equal((await form('/session/end', {}, { Cookie: cookie })).status, 401);
      const csrf = /name="csrf" value="(\w+)"/.exec(await (await get('/', { Cookie: cookie })).text())![1]!;
      const response = await form('/session/end', { csrf }, { Cookie: cookie });
      assert.equal(response.status, 303);
      assert.match(response.headers.get('set-cookie')!, /Max-Age=0/);
    });
  });

  describe('the page', () => {
    it('J4: shows a comment as text', async () => {
      await send([
        message({
          comment: '<img src=x onerror=alert(1)>"\'&',
          survey: { id: 'xss', kind: 'relational', wave: 'w', trigger: 't' },
        }),
      ]);
      const page = await (await get('/?survey=xss')).text();
      assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
      assert.doesNotMatch(page, /<img/);
    });

    it('allows the style that stands in it, by its hash, and nothing else', async () => {
      for (const page of [await get('/'), await get('/', {}), await get('/?hasty=perhaps')]) {
        const policy = page.headers.get('content-security-policy')!;
        const [, style] = /<style>([^]*?)<\/style>/.exec(await page.text())!;
        const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
        assert.match(policy, /^default-src 'none'; /);
        assert.ok(policy.includes(`style-src 'sha256-${digest.toString('base64')}';`), policy);
        assert.doesNotMatch(policy, /unsafe|script-src|style-src 'self'/);
      }
    });

    it('comes in parts: what can be chosen, what one pass tells, and the rest; others have their turn between them', async () => {
      const parts: string[] = [];
      const turns: number[] = [];
      const decoder = new TextDecoder();
      let turn = 0;
      let next = setImmediate(function count() {
        turn++;
        next = setImmediate(count);
      });
      for await (const part of (await get('/?survey=xss')).body!) {
        parts.push(decoder.decode(part));
        turns.push(turn);
      }
      clearImmediate(next);
      assert.equal(parts.length, 3);
      assert.ok(turns[0]! < turns[1]! && turns[1]! < turns[2]!, turns.join());
      assert.match(parts[0]!, /<h1>/);
      assert.match(parts[1]!, /id="score"/);
      assert.match(parts[2]!, /id="comments"/);
      assert.equal(parts.join('').match(/<main/g)!.length, 1);
    });

    it('shows the score even where it cannot be divided as was asked, and says why', async () => {
      const survey = { id: 'many', kind: 'relational', wave: 'w', trigger: 't' } as const;
      const all = Array.from({ length: 101 }, (_, n) =>
        message({ survey, context: { properties: { desk: `d${n}` } }, person: { anonymousId: `p${n}` } }),
      );
      await send(all.slice(0, 100));
      await send(all.slice(100));
      const page = await (await get('/?survey=many&by=desk')).text();
      assert.match(page, /data-n="101"/);
      assert.match(page, /<p role="alert" class="late">by has more than 100 values/);
      for (const tag of ['main', 'body', 'html']) {
        assert.equal(page.match(new RegExp(`<${tag}[ >]`, 'g'))!.length, 1, tag);
        assert.equal(page.match(new RegExp(`</${tag}>`, 'g'))!.length, 1, tag);
      }
    });
  });

  describe('health', () => {
    it('is told to anybody', async () => {
      const response = await get('/healthz', {});
      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), { status: 'ok' });
    });
  });
});
