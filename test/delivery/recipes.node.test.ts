import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { PGlite } from '@electric-sql/pglite';

const recipes = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');

/** The code blocks of one chapter, as a reader would copy them. */
function blocks(chapter: string, language: string): string[] {
  const text = recipes.split(`\n## ${chapter}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!);
}

const ID = '0192f6c0-0000-7000-8000-000000000001';
const answer = (revision: number, comment?: string) => ({
  id: ID,
  revision,
  type: 'response',
  final: revision > 1,
  at: '2026-11-22T10:00:00.000Z',
  survey: 'nps',
  score: 3,
  category: 'detractor',
  ...(comment && { comment }),
  reasons: ['price'],
  message: { revision },
});

describe('recipes', () => {
  it('the statement keeps the highest revision, in any order, any number of times', async () => {
    const db = new PGlite();
    const [table, statement, week] = blocks('The statement', 'sql');
    await db.exec(table!);
    for (const revision of [2, 1, 2, 3, 1]) {
      await db.query(statement!, [ID, revision, JSON.stringify({ type: 'response', score: 10, revision })]);
    }
    const { rows } = await db.query<{ revision: number; message: { revision: number } }>(
      'select revision, message from answers',
    );
    assert.deepEqual(
      rows.map((row) => [row.revision, row.message.revision]),
      [[3, 3]],
    );
    assert.deepEqual((await db.query(week!)).rows, [{ nps: '100.0', answers: 1 }]);
    await db.close();
  });

  describe('Supabase', () => {
    const columns = [
      'id',
      'revision',
      'type',
      'final',
      'at',
      'survey',
      'score',
      'category',
      'comment',
      'reasons',
      'message',
    ] as const;
    const prepare = async () => {
      const db = new PGlite();
      await db.exec('create role anon; grant usage on schema public to anon;');
      await db.exec(blocks('Supabase', 'sql')[0]!);
      // What Supabase grants on every table, so that only the policies protect it.
      await db.exec('grant all on answers to anon');
      return db;
    };
    /** What PostgREST does for one request of a page. */
    const asPage = (db: PGlite, method: string, run: () => Promise<unknown>) =>
      db.transaction(async (tx) => {
        await tx.exec(`set local role anon; select set_config('request.method', '${method}', true)`);
        return run.call(tx);
      });
    const upsert = (db: PGlite, of: Record<string, unknown>) => {
      const present = columns.filter((column) => of[column] !== undefined);
      const values = present.map((column) =>
        typeof of[column] === 'object' ? JSON.stringify(of[column]) : of[column],
      );
      return asPage(db, 'POST', function (this: PGlite) {
        return this.query(
          `insert into answers (${present.join()}) values (${present.map((_, n) => `$${n + 1}`).join()})
           on conflict (id) do update set ${present.map((column) => `${column} = excluded.${column}`).join()}`,
          values,
        );
      });
    };

    it('takes an upsert of a page, and what comes late does not overwrite', async () => {
      const db = await prepare();
      await upsert(db, answer(2, 'Too dear.'));
      await upsert(db, answer(1));
      await upsert(db, answer(2, 'Too dear.'));
      const { rows } = await db.query('select revision, comment, score from answers');
      assert.deepEqual(rows, [{ revision: 2, comment: 'Too dear.', score: 3 }]);
      await db.close();
    });

    it('lets a page neither read answers nor change those of others', async () => {
      const db = await prepare();
      await upsert(db, answer(1));
      const read = await asPage(db, 'GET', function (this: PGlite) {
        return this.query('select * from answers');
      });
      assert.deepEqual((read as { rows: unknown[] }).rows, []);
      for (const method of ['PATCH', 'DELETE']) {
        const sql = method === 'PATCH' ? 'update answers set score = 10, revision = 99' : 'delete from answers';
        await asPage(db, method, function (this: PGlite) {
          return this.query(sql);
        });
      }
      assert.deepEqual((await db.query('select score, revision from answers')).rows, [{ score: 3, revision: 1 }]);
      await db.close();
    });
  });

  it('Google Sheets: one row for each answer, no formula from a comment', () => {
    const sheet: unknown[][] = [];
    const script = blocks('Google Sheets', 'js').find((code) => code.includes('doPost'))!;
    const page = {
      getLastRow: () => sheet.length,
      getRange: (row: number, column: number, height: number, width: number) => ({
        getValues: () =>
          Array.from({ length: height }, (_, n) =>
            (sheet[row - 1 + n] ?? ['', '']).slice(column - 1, column - 1 + width),
          ),
        setValues: ([values]: [unknown[]]) => {
          sheet[row - 1] = values;
        },
      }),
    };
    const world = {
      LockService: { getScriptLock: () => ({ waitLock() {}, releaseLock() {} }) },
      SpreadsheetApp: { getActive: () => ({ getSheets: () => [page] }) },
      ContentService: { createTextOutput: (text: string) => text },
    };
    const doPost = runInNewContext(`${script}; doPost`, world) as (e: unknown) => unknown;
    const post = (message: unknown) => doPost({ postData: { contents: JSON.stringify(message) } });
    for (const message of [answer(1), answer(3, '=1+1'), answer(2, 'old'), { ...answer(1), id: 'other', score: 0 }]) {
      assert.equal(post(message), 'stored');
    }
    assert.deepEqual(
      sheet.map((row) => [row[0], row[1], row[4], row[5]]),
      [
        [ID, 3, 3, "'=1+1"],
        ['other', 1, 0, ''],
      ],
    );
  });

  it('every kind of endpoint that was promised has a chapter', () => {
    for (const chapter of [
      'Google Sheets',
      'Zapier',
      'n8n',
      'Slack',
      'Supabase',
      'Express',
      'FastAPI',
      'Rails',
      'Laravel',
      'Go',
    ]) {
      assert.ok(recipes.includes(`\n## ${chapter}\n`), chapter);
    }
  });
});
