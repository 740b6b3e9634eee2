import type { Context, Hono } from 'hono';
import { sql } from 'kysely';
import type { Access } from '../access.js';
import { CSV_START, csvLine } from '../export/csv.js';
import { readExport, type ExportRow } from '../export/rows.js';
import { SPSS_END, SPSS_START, spssLine } from '../export/spss.js';
import { audit } from '../privacy/audit.js';
import { releaseEmployees } from '../privacy/release.js';
import { subjects } from '../privacy/subject.js';
import { instant, readFilter } from '../report/filter.js';
import { toStream } from '../stream.js';

/** A row that a statement under way has stamped, but not yet committed, is this old at most when it appears. */
const OVERLAP_MS = 60_000;

interface Form {
  type: string;
  start: string;
  line(row: ExportRow): string;
  end: string;
  answers: boolean;
}

const FORMS: Record<string, Form> = {
  csv: { type: 'text/csv; charset=utf-8', start: CSV_START, line: csvLine, end: '', answers: true },
  ndjson: {
    type: 'application/x-ndjson',
    start: '',
    line: (row) => `${JSON.stringify(row)}\n`,
    end: '',
    answers: false,
  },
  sps: { type: 'text/plain; charset=utf-8', start: SPSS_START, line: spssLine, end: SPSS_END, answers: true },
};

/**
 * `GET /v1/export.csv .ndjson .sps`. The NDJSON feed takes `since`, the instant of `Askwell-Next-Since` of the time before; it
 * repeats the last minute, so that nothing that was being written is missed: load by `id`, keep the last.
 */
export function exportRoutes(app: Hono, access: Access): void {
  for (const [name, form] of Object.entries(FORMS)) app.get(`/v1/export.${name}`, (c) => answer(c, access, name, form));
}

async function answer(c: Context, { store, bearer, now }: Access, name: string, form: Form): Promise<Response> {
  await bearer(c.req.raw);
  const query = new URL(c.req.url).searchParams;
  const filter = readFilter(query);
  const since = name === 'ndjson' ? (instant(query, 'since') ?? new Date(0)) : undefined;
  const signer = await store('write', async (db) => {
    await releaseEmployees(db, now());
    return subjects(db);
  });
  // The first page decides between an answer and 503; after it the status is on its way.
  const pages = await store('read', async (db) => {
    // By the clock that stamps the changes: this process may have another.
    const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
    const next = new Date(rows[0]!.now.getTime() - OVERLAP_MS).toISOString();
    const all = readExport(db, filter, { answers: form.answers, ...(since && { since }) }, signer);
    return { first: await all.next(), all, next };
  });
  let rows = 0;
  const lines = async function* (): AsyncGenerator<string> {
    yield form.start;
    for (let page = pages.first; !page.done; page = await pages.all.next()) {
      rows += page.value.length;
      yield page.value.map(form.line).join('');
    }
    yield form.end;
    await store('write', (db) => audit(db, 'export', rows));
  };
  return c.body(toStream(lines()), 200, {
    'Content-Type': form.type,
    'Content-Disposition': `attachment; filename="askwell.${name}"`,
    'Cache-Control': 'no-store',
    ...(since && { 'Askwell-Next-Since': pages.next }),
  });
}
