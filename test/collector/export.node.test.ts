import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { parseCsv } from '../../src/collector/import/parse-csv.js';
import { connect, type Client } from './client.js';
import { eachDatabase, freshPostgres, hasPostgres } from './databases.js';
import { findProgram, runProgram } from './programs.js';
import { employeeMessage, message } from './sample.js';

/** J5. */
const DANGEROUS = [
  '=HYPERLINK("http://evil.example";"click")',
  '+1+2',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1,2)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  ';=1+1',
  'plain, "quoted"',
  'line\nbreak',
  "'apostrophe",
  '1e5',
  '007',
  '',
];

const calc = await findProgram('soffice', 'libreoffice-calc-nogui');
const pspp = await findProgram('pspp', 'pspp');
const postgres = await hasPostgres();

await eachDatabase((kind) => {
  let client: Client;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-export-'));
    client = await connect(kind);
    await client.send(
      ...DANGEROUS.map((text, index) => message({ score: index % 11, ...(text.trim() && { comment: text }) })),
    );
    await client.send(
      message({ type: 'asked' }),
      message({
        score: 10,
        sampling: { probability: 0.25 },
        survey: { id: 'say "hi", world', kind: 'relational', wave: 'w', trigger: 't' },
      }),
    );
  });
  after(async () => {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  });
  const get = async (path: string): Promise<string> => (await client.call('GET', path)).text();
  const meanOf = async (): Promise<{ mean: number; n: number }> => {
    const rows = await client.db.selectFrom('asks').select('score').where('type', '=', 'response').execute();
    return { mean: rows.reduce((sum, { score }) => sum + score!, 0) / rows.length, n: rows.length };
  };

  describe('the CSV', () => {
    it('begins with a byte order mark, ends its lines with CRLF, and holds answers only', async () => {
      const response = await client.call('GET', '/v1/export.csv');
      assert.match(response.headers.get('content-type')!, /^text\/csv/);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
      assert.equal(text[0], '\ufeff');
      assert.equal(text.replace(/\r\n/g, '').includes('\r'), false);
      const [head, ...rows] = parseCsv(text);
      assert.equal(rows.length, DANGEROUS.length + 1);
      for (const name of head!.cells) assert.match(name, /^[a-z_]{1,32}$/);
      for (const { cells } of rows) {
        assert.equal(cells.length, head!.cells.length);
        assert.match(cells[head!.cells.indexOf('score')]!, /^\d+$/);
        assert.match(cells[head!.cells.indexOf('category_code')]!, /^-?[01]$/);
      }
      assert.ok(rows.some(({ cells }) => cells[head!.cells.indexOf('weight')] === '4'));
    });

    it('gives every text back once the apostrophe is off', async () => {
      const [head, ...rows] = parseCsv(await get('/v1/export.csv'));
      const at = head!.cells.indexOf('comment');
      const comments = rows.map(({ cells }) => cells[at]!);
      for (const text of DANGEROUS) {
        const kept = text.replace(/\r\n?/g, '\n').normalize('NFC');
        assert.ok(
          comments.some((each) => each === kept || each === `'${kept}`),
          JSON.stringify(text),
        );
      }
      for (const each of comments) assert.doesNotMatch(each, /^\s*[=+\-@＝]/);
    });

    if (calc) {
      it('J5: opens in LibreOffice Calc with every cell as text and no formula run', async () => {
        await writeFile(
          join(folder, 'answers.csv'),
          Buffer.from(await (await client.call('GET', '/v1/export.csv')).arrayBuffer()),
        );
        // 44 comma, 34 quote, 76 UTF-8, from line 1; as a spreadsheet that recognises formulas and numbers.
        const filter = 'CSV:44,34,76,1,,0,false,true,true';
        await runProgram(
          'soffice',
          [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            `--infilter=${filter}`,
            '--convert-to',
            'fods',
            'answers.csv',
          ],
          folder,
        );
        const sheet = await readFile(join(folder, 'answers.fods'), 'utf8');
        const body = sheet.slice(sheet.indexOf('<table:table '));
        assert.doesNotMatch(body, /table:formula=/);
        assert.match(body, /HYPERLINK/);
        assert.match(body, /office:value-type="float" office:value="10"/);
        assert.match(body, /line<\/text:p><text:p>break/);
      });
    }
  });

  describe('the SPSS syntax', () => {
    if (pspp) {
      it('runs in PSPP to the same mean and the same score', async () => {
        await writeFile(join(folder, 'answers.sps'), await get('/v1/export.sps'));
        await runProgram('pspp', ['-O', 'format=csv', '-o', 'result.csv', 'answers.sps'], folder);
        const result = await readFile(join(folder, 'result.csv'), 'utf8');
        assert.doesNotMatch(result, /error|warning/i);
        const { mean, n } = await meanOf();
        const [scores, points] = [...result.matchAll(/,(\d+),(-?[\d.]+),[\d.]+$/gm)].map(
          ([, count, value]) => [Number(count), Number(value)] as const,
        );
        assert.equal(scores![0], n);
        assert.ok(Math.abs(scores![1] - mean) < 0.005, `${scores} ${mean}`);
        const { score } = (await client.json('/v1/report.json')).nps;
        assert.ok(Math.abs(points![1] - score) < 0.005, `${points} ${score}`);
      });
    }
  });

  describe('the feed for a warehouse', () => {
    it('names what changed since it was last read, repeats the overlap, and misses nothing', async () => {
      // The clock that counts is the database's, which stamps the changes.
      const own = await connect(kind, { now: () => Date.now() + 600_000 });
      const read = async (since?: string): Promise<{ rows: any[]; next: string }> => {
        const response = await own.call(
          'GET',
          `/v1/export.ndjson${since ? `?since=${encodeURIComponent(since)}` : ''}`,
        );
        const text = await response.text();
        return {
          rows: text
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
          next: response.headers.get('askwell-next-since')!,
        };
      };
      const first = message({ score: 3 });
      const before = await read();
      await own.send(first, message({ type: 'asked' }));
      assert.equal((await read(before.next)).rows.length, 2);
      const one = await read();
      assert.equal(one.rows.length, 2);
      assert.deepEqual(one.rows.find(({ id }) => id === first.id).category, 'detractor');
      // Long ago: pretend that the first reading was before an hour.
      await own.db
        .updateTable('asks')
        .set({ changed_at: new Date(Date.now() - 3_600_000) })
        .execute();
      await own.send({ ...first, revision: 2, score: 9 });
      const two = await read(one.next);
      assert.deepEqual(
        two.rows.map(({ id, score, revision }) => ({ id, score, revision })),
        [{ id: first.id, score: 9, revision: 2 }],
      );
      assert.equal((await own.call('GET', '/v1/export.ndjson?since=lately')).status, 400);
      await own.close();
    });

    it('is complete over many pages that changed at one instant', async () => {
      const own = await connect(kind);
      const all = Array.from({ length: 5_050 }, () => message({ score: 7 }));
      for (let i = 0; i < all.length; i += 100) await own.send(...all.slice(i, i + 100));
      await own.db.updateTable('asks').set({ changed_at: new Date() }).execute();
      const lines = (await (await own.call('GET', '/v1/export.ndjson')).text()).trimEnd().split('\n');
      assert.deepEqual(new Set(lines.map((line) => JSON.parse(line).id)), new Set(all.map(({ id }) => id)));
      assert.equal(lines.length, all.length);
      await own.close();
    });

    if (postgres) {
      it('loads into Postgres to the same totals, however often it is replayed', async () => {
        const warehouse = new pg.Client((await freshPostgres()).url);
        await warehouse.connect();
        await warehouse.query(
          'create table answers (id text primary key, survey text, type text, score integer, category text)',
        );
        const load = async (since: string): Promise<string> => {
          const response = await client.call('GET', `/v1/export.ndjson?since=${since}`);
          for (const line of (await response.text()).trimEnd().split('\n')) {
            await warehouse.query(
              `insert into answers select * from json_populate_record(null::answers, $1::json)
               on conflict (id) do update set (survey, type, score, category) = (excluded.survey, excluded.type, excluded.score, excluded.category)`,
              [line],
            );
          }
          return response.headers.get('askwell-next-since')!;
        };
        const next = await load('1970-01-01');
        await client.send(message({ score: 0 }), message({ score: 10 }));
        await load(next);
        await load(next);
        const {
          rows: [total],
        } = await warehouse.query<{ n: number; score: number }>(
          `select count(*)::int as n, (100.0 * (sum((score >= 9)::int) - sum((score <= 6)::int)) / count(*))::float8 as score
           from answers where type = 'response'`,
        );
        const { nps } = await client.json('/v1/report.json');
        assert.equal(total!.n, nps.n);
        assert.ok(Math.abs(total!.score - nps.score) < 1e-9);
        await warehouse.end();
      });
    }
  });

  describe('an export of an employee survey', () => {
    it('K11: holds no column by which a row could be joined to a person, and only whole groups', async () => {
      const own = await connect(kind);
      const sent = Array.from({ length: 7 }, (_, score) => employeeMessage({ score, comment: `words ${score}` }));
      await own.send(...sent.slice(0, 4));
      assert.equal((await (await own.call('GET', '/v1/export.ndjson')).text()).trim(), '');
      await own.send(...sent.slice(4, 6));
      const six = (await (await own.call('GET', '/v1/export.ndjson')).text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.equal(six.length, 6);
      for (const row of six) {
        assert.deepEqual(Object.keys(row).sort(), [
          'at',
          'category',
          'id',
          'kind',
          'revision',
          'score',
          'source',
          'survey',
          'type',
          'wave',
        ]);
        assert.match(row.at, /T00:00:00.000Z$/);
        assert.ok(!sent.some(({ id }) => row.id.includes(id.slice(0, 8))));
      }
      await own.send(sent[6]!);
      for (const name of ['csv', 'ndjson', 'sps']) {
        const text = await (await own.call('GET', `/v1/export.${name}`)).text();
        assert.doesNotMatch(text, /words/);
        assert.equal(text.match(/e-[\da-f]{32}/g)!.length, 6);
      }
      await own.close();
    });
  });

  describe('an export', () => {
    it('needs the token and is written down', async () => {
      const { collect } = client;
      for (const name of ['csv', 'ndjson', 'sps']) {
        assert.equal((await collect(new Request(`http://collector.test/v1/export.${name}`))).status, 401);
      }
      await get('/v1/export.csv?survey=nothing');
      const rows = await client.db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'export')
        .where('rows', '=', 0)
        .execute();
      assert.ok(rows.length > 0);
    });
  });
});
