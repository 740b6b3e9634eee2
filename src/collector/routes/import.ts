import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { readImport } from '../import/import.js';
import { audit } from '../privacy/audit.js';
import { readBytes } from '../read-bytes.js';
import { Refusal } from '../refusal.js';
import { upsertAsks } from '../upsert.js';
import { noteWays } from '../ways.js';

const MOST_BYTES = 64 * 1024 * 1024;
const SLOW_MS = 120_000;
const BATCH = 500;

/**
 * `POST /v1/import?survey=…`: a CSV file of another survey tool, as the body or as the file of a form. All lines that can be
 * read are stored; the others are named.
 */
export function importRoutes(app: Hono, { store, bearer, now }: Access): void {
  app.post('/v1/import', async (c) => {
    await bearer(c.req.raw);
    const bytes = await fileIn(c.req.raw, await readBytes(c.req.raw, MOST_BYTES, SLOW_MS));
    const { rows, skipped, refused } = await readImport(decode(bytes), new URL(c.req.url).searchParams, now());
    let stored = 0;
    for (let i = 0; i < rows.length; i += BATCH) {
      const some = rows.slice(i, i + BATCH);
      const results = await store('write', async (db) => {
        await noteWays(db, some);
        return upsertAsks(db, some);
      });
      stored += results.filter(({ status }) => status === 'stored').length;
    }
    await store('write', (db) => audit(db, 'import', stored));
    return c.json({
      stored,
      duplicate: rows.length - stored,
      skipped,
      refused: refused.slice(0, 100),
      refusedInAll: refused.length,
    });
  });
}

/** What `curl -F file=@answers.csv` and a file field of a page send is taken out of its form. */
async function fileIn({ headers }: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) return bytes;
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
    const file = [...form.values()].find((value) => typeof value !== 'string');
    if (file) return new Uint8Array(await file.arrayBuffer());
  } catch {
    // Refused below.
  }
  throw new Refusal(400, 'is a form without a file', '');
}

function decode(bytes: Uint8Array): string {
  // Excel's "Unicode text" is UTF-16; its CSV is UTF-8 with a mark.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'is not UTF-8; save the file as "CSV UTF-8"', '');
  }
}
