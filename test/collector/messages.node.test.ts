import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCollector, type Collector } from '../../src/collector/index.js';
import { openDatabase, type Database, type Opened } from '../../src/collector/database.js';
import type { Message } from '../../src/core/message.js';
import { connect } from './client.js';
import { eachDatabase } from './databases.js';
import { message, newId } from './sample.js';

const ADDRESS = 'http://collector.test/v1/messages';

await eachDatabase((kind) => {
  let collect: Collector;
  let db: Database;
  let opened: Opened;
  before(async () => {
    const database = await kind.fresh();
    collect = createCollector({ database, token: 'a-token-for-tests', origins: ['https://shop.example'] });
    await collect.ready();
    opened = await openDatabase(database);
    db = opened.write;
  });
  after(async () => {
    await collect.close();
    await opened.close();
  });

  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    collect(
      new Request(ADDRESS, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      }),
    );
  const results = async (response: Response): Promise<{ id: string; revision: number; status: string }[]> =>
    ((await response.json()) as { results: { id: string; revision: number; status: string }[] }).results;
  const statuses = async (response: Response): Promise<string[]> =>
    (await results(response)).map(({ status }) => status);
  const stored = (id: string) => db.selectFrom('asks').selectAll().where('id', '=', id).execute();

  describe('one message', () => {
    it('is stored, and the answer says so', async () => {
      const sent = message({
        comment: 'Günstig 👍',
        reasons: ['price'],
        person: { id: 'u_42', traits: { plan: 'pro' } },
      });
      const response = await post(sent);
      assert.equal(response.status, 202);
      assert.deepEqual(await results(response), [{ id: sent.id, revision: 1, status: 'stored' }]);
      const [row] = await stored(sent.id);
      assert.equal(row!.score, 9);
      assert.equal(row!.comment, 'Günstig 👍');
      assert.deepEqual(row!.reasons, ['price']);
      assert.deepEqual(row!.traits, { plan: 'pro' });
      assert.deepEqual(row!.at, new Date(sent.at));
    });

    it('may come as text/plain, which needs no preflight', async () => {
      const response = await post(message(), {
        'Content-Type': 'text/plain;charset=UTF-8',
        Origin: 'https://shop.example',
      });
      assert.equal(response.status, 202);
      assert.equal(response.headers.get('access-control-allow-origin'), 'https://shop.example');
      assert.match(response.headers.get('access-control-expose-headers')!, /Retry-After/);
    });

    it('keeps a score of 0', async () => {
      const sent = message({ score: 0 });
      await post(sent);
      assert.equal((await stored(sent.id))[0]!.score, 0);
    });
  });

  describe('revisions of one ask', () => {
    const id = newId();
    const history: Message[] = [
      message({ id, type: 'asked' }),
      message({ id, revision: 1, score: 3, final: false }),
      message({ id, revision: 2, score: 4, comment: 'later' }),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
      [2, 2, 0, 1, 1, 0],
    ];
    for (const order of orders) {
      it(`end the same in the order ${order.join(' ')}, one by one`, async () => {
        const own = newId();
        for (const index of order) assert.equal((await post({ ...history[index]!, id: own })).status, 202);
        const rows = await stored(own);
        assert.equal(rows.length, 1);
        assert.equal(rows[0]!.score, 4);
        assert.equal(rows[0]!.revision, 2);
        assert.equal(rows[0]!.comment, 'later');
        assert.equal(rows[0]!.asked, true);
      });

      it(`end the same in the order ${order.join(' ')}, in one batch`, async () => {
        const own = newId();
        assert.equal((await post(order.map((index) => ({ ...history[index]!, id: own })))).status, 202);
        const [row] = await stored(own);
        assert.equal(row!.score, 4);
        assert.equal(row!.revision, 2);
        assert.equal(row!.asked, true);
      });
    }

    it('are told apart in the answer', async () => {
      const own = newId();
      const say = (revision: number): Promise<Response> => post(message({ id: own, revision }));
      assert.deepEqual(await statuses(await say(2)), ['stored']);
      assert.deepEqual(await statuses(await say(2)), ['duplicate']);
      assert.deepEqual(await statuses(await say(1)), ['superseded']);
      assert.deepEqual(await statuses(await say(3)), ['stored']);
      const first = message();
      assert.deepEqual(
        await statuses(await post([first, first, message({ id: own, revision: 2 }), message({ type: 'asked' })])),
        ['stored', 'duplicate', 'superseded', 'stored'],
      );
    });

    it('keep the score when a message without one comes later', async () => {
      const own = newId();
      await post(message({ id: own, revision: 1, score: 8 }));
      for (const type of ['dismissed', 'snoozed', 'opted-out'] as const) {
        assert.deepEqual(await statuses(await post(message({ id: own, type, revision: 5 }))), ['superseded']);
      }
      const [row] = await stored(own);
      assert.equal(row!.type, 'response');
      assert.equal(row!.score, 8);
    });

    it('count as one id whatever the case of its letters', async () => {
      const own = newId();
      await post(message({ id: own.toUpperCase() }));
      assert.deepEqual(await statuses(await post(message({ id: own }))), ['duplicate']);
    });

    it('I5: 100 identical messages at the same moment make one row', async () => {
      const sent = message();
      const responses = await Promise.all(Array.from({ length: 100 }, () => post(sent)));
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
      const said = (await Promise.all(responses.map(statuses))).flat();
      assert.equal(said.filter((status) => status === 'stored').length, 1);
      assert.equal((await stored(sent.id)).length, 1);
    });

    it('survive 40 batches that share their ids in different orders', async () => {
      const ids = Array.from({ length: 20 }, newId);
      const batches = Array.from({ length: 40 }, (_, turn) => {
        const batch = ids.map((own, index) => message({ id: own, revision: 1 + ((turn + index) % 40) }));
        return turn % 2 ? batch.reverse() : batch;
      });
      const responses = await Promise.all(batches.map((batch) => post(batch)));
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
      for (const own of ids) assert.equal((await stored(own))[0]!.revision, 40);
    });
  });

  describe('a wrong message', () => {
    const wrong: [string, unknown, string][] = [
      ['a score of 11', message({ score: 11 }), 'score'],
      ['a score in words', { ...message(), score: '9' }, 'score'],
      ['a score of null', { ...message(), score: null }, 'score'],
      ['a response without a score', { ...message(), score: undefined }, 'score'],
      ['an empty comment', message({ comment: '' }), 'comment'],
      ['a comment that is empty once cleaned', message({ comment: '\u0000\u0007' }), 'comment'],
      [
        'an unknown kind',
        message({ survey: { id: 'nps', kind: 'other' as never, wave: 'w', trigger: 't' } }),
        'survey.kind',
      ],
      ['an id that is none', message({ id: '1' }), 'id'],
      ['another schema', { ...message(), schema: 'askwell/2' }, 'schema'],
      ['a revision of 2^53', message({ revision: 2 ** 53 }), 'revision'],
      ['a revision past an integer of Postgres', message({ revision: 2 ** 31 }), 'revision'],
      ['a fault in a batch', [message(), message(), { ...message(), at: 'yesterday' }], '[2].at'],
      ['text', 'hello', ''],
      ['half a document', '{"schema":', ''],
      ['NaN', '{"score": NaN}', ''],
      ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), ''],
      ['nothing', '', ''],
      ['an empty list', [], ''],
      ['a number', '7', ''],
      ['100 brackets', `${'['.repeat(100)}${']'.repeat(100)}`, ''],
      ['a key that reaches the prototype', `{"person":{"traits":{"__proto__":{"x":1}}}}`, 'person.traits.__proto__'],
    ];
    for (const [name, body, path] of wrong) {
      it(`is refused with its path: ${name}`, async () => {
        const before = await db.selectFrom('asks').select(db.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
        const response = await post(body);
        assert.equal(response.status, 400);
        assert.equal(((await response.json()) as { path: string }).path, path);
        const now = await db.selectFrom('asks').select(db.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
        assert.deepEqual(now, before);
        assert.equal(({} as { x?: number }).x, undefined);
      });
    }

    it('does not come back in the answer (J17)', async () => {
      const secret = 'my-secret-words';
      for (const body of [
        { ...message(), survey: secret },
        message({ wave: secret } as never),
        { ...message(), type: secret },
        secret,
      ]) {
        assert.doesNotMatch(await (await post(body)).text(), new RegExp(secret));
      }
    });
  });

  describe('limits', () => {
    const padded = (bytes: number): string => {
      const text = JSON.stringify(message({ context: { properties: { pad: '' } } }));
      return text.replace('"pad":""', `"pad":"${'x'.repeat(bytes - text.length)}"`);
    };
    it('16,384 bytes are taken and 16,385 are not', async () => {
      assert.equal((await post(padded(16_384))).status, 202);
      assert.equal((await post(padded(16_385))).status, 413);
    });
    it('hold for each message of a batch', async () => {
      assert.equal((await post(`[${padded(9000)},${padded(9000)}]`)).status, 202);
      assert.equal((await post(`[${padded(900)},${padded(16_385)}]`)).status, 413);
      assert.equal((await post(`[${padded(900)},${padded(16_385)}`)).status, 413);
    });
    it('100 messages are taken and 101 are not', async () => {
      assert.equal((await post(Array.from({ length: 100 }, () => message()))).status, 202);
      assert.equal((await post(Array.from({ length: 101 }, () => message()))).status, 413);
    });
    it('a batch larger than what a sender may send at once is taken from one who was silent', async () => {
      const strict = await connect(kind, { rate: { perSecond: 1, burst: 30 }, now: () => 1e12 });
      await strict.send(...Array.from({ length: 100 }, () => message()));
      await strict.close();
    });
    it('a million brackets are refused without parsing (J2)', async () => {
      assert.ok([400, 413].includes((await post('['.repeat(1_000_000))).status));
      assert.equal((await post('['.repeat(16_000))).status, 400);
    });
    it('other types of content are refused', async () => {
      assert.equal((await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status, 415);
      assert.equal((await post(message(), { 'Content-Encoding': 'gzip' })).status, 415);
    });
    it('other methods are refused and named', async () => {
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
        const response = await collect(new Request(ADDRESS, { method }));
        assert.equal(response.status, 405);
        assert.equal(response.headers.get('allow'), 'POST');
      }
      assert.equal((await collect(new Request('http://collector.test/v2/messages', { method: 'POST' }))).status, 404);
    });
  });

  describe('words as they are', () => {
    const texts = [
      `'; drop table asks; --`,
      `"quoted" \\ back`,
      `=HYPERLINK("http://evil")`,
      '<script>alert(1)</script>',
      '\u202eright to left',
      '👩‍👩‍👧‍👦',
      'e\u0301',
      '${jndi:ldap://x}',
      '%s%n',
      '\ttab\nline',
    ];
    for (const text of texts) {
      it(`J3: ${JSON.stringify(text)} is stored verbatim, in NFC`, async () => {
        const sent = message({
          comment: text,
          reasons: [text],
          context: { path: text, properties: { [text]: text } },
          person: { id: text },
        });
        assert.equal((await post(sent)).status, 202);
        const [row] = await stored(sent.id);
        const kept = text.normalize('NFC');
        assert.deepEqual(
          [row!.comment, row!.reasons, row!.path, row!.properties, row!.person_id],
          [kept, [kept], kept, { [kept]: kept }, kept],
        );
      });
    }
    it('J2: NUL and other controls go, half a surrogate is replaced, CR becomes LF', async () => {
      const sent = JSON.stringify(message()).replace(
        '"score":9',
        '"score":9,"comment":"a\\u0000b\\u001bc\\ud800d\\r\\ne"',
      );
      assert.equal((await post(sent)).status, 202);
      assert.equal((await stored(JSON.parse(sent).id))[0]!.comment, 'abc\ufffdd\ne');
    });
    it('J2: a byte order mark is skipped and the last of two equal keys counts', async () => {
      assert.equal((await post(`\ufeff${JSON.stringify(message())}`)).status, 202);
      const twice = JSON.stringify(message()).replace('"score":9', '"score":3,"score":9');
      assert.equal((await post(twice)).status, 202);
    });
  });

  describe('origins', () => {
    const preflight = (origin: string): Promise<Response> =>
      collect(
        new Request(ADDRESS, {
          method: 'OPTIONS',
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type,idempotency-key',
          },
        }),
      );
    it('a preflight of an allowed origin is answered 204 without a body', async () => {
      const response = await preflight('https://shop.example');
      assert.equal(response.status, 204);
      assert.equal(response.body, null);
      assert.equal(response.headers.get('access-control-allow-origin'), 'https://shop.example');
      assert.match(response.headers.get('access-control-allow-headers')!, /Content-Type, Idempotency-Key/);
      assert.match(response.headers.get('access-control-allow-methods')!, /POST/);
      assert.ok(Number(response.headers.get('access-control-max-age')) > 0);
      assert.match(response.headers.get('vary')!, /Origin/);
    });
    const refused = [
      'https://evil.example',
      'https://shop.example.evil.com',
      'https://shop.example:8443',
      'http://shop.example',
      'null',
      '',
    ];
    for (const origin of refused) {
      it(`J7: '${origin}' is refused, and so is its preflight`, async () => {
        const sent = message();
        const response = await post(sent, { Origin: origin });
        assert.equal(response.status, 403);
        assert.equal(response.headers.get('access-control-allow-origin'), null);
        assert.equal((await preflight(origin)).status, 403);
        assert.deepEqual(await stored(sent.id), []);
      });
    }
    it('the own origin and a request without one are taken', async () => {
      assert.equal((await post(message(), { Origin: 'http://collector.test' })).status, 202);
      assert.equal((await post(message())).status, 202);
    });
    it('an allowed page can read why it was refused', async () => {
      const response = await post('{}', { Origin: 'https://shop.example' });
      assert.equal(response.status, 400);
      assert.equal(response.headers.get('access-control-allow-origin'), 'https://shop.example');
    });
  });
});
