import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.js';
import type { Filter } from '../report/filter.js';
import { categorize } from '../../core/category.js';
import type { AsksTable } from '../tables.js';
import type { Signer } from '../secret.js';

/** A row that leaves the house: flat, with the table's own names; what is absent is left out. */
export type ExportRow = Record<string, unknown>;

const PAGE = 5_000;

/** What one employee's row tells: neither when, nor in which words or language. */
const EMPLOYEE = ['type', 'survey', 'kind', 'wave', 'score', 'source'] as const;
const PRIVATE = new Set(['received_at', 'released', 'contact_ok']);

/**
 * Rows in pages, so that a million of them need no memory.
 *
 * Employees' answers appear when their group is released, under another id and with the group's date, without comments:
 * two exports can differ only by whole groups of five.
 *
 * @param what `answers`: only those with a score. `since`: only rows that changed at or after that instant, in the order of
 * their change; otherwise in the order of ids.
 */
export async function* readExport(
  db: Database,
  filter: Filter,
  what: { answers?: boolean; since?: Date },
  subject: Signer,
): AsyncGenerator<ExportRow[]> {
  const byChange = what.since !== undefined;
  let last: { id: string; changed: string } | undefined;
  for (;;) {
    const page = await db
      .selectFrom('asks')
      .selectAll()
      // As text, because a Date would lose the microseconds and with them the place in the order.
      .select(sql<string>`changed_at::text`.as('changed'))
      .where((is) => is.or([is('kind', '<>', 'employee'), is('released', 'is not', null)]))
      .$if(what.answers === true, (query) => query.where('type', '=', 'response'))
      .$if(filter.survey !== undefined, (query) => query.where('survey', '=', filter.survey!))
      .$if(filter.from !== undefined, (query) => query.where(sql`coalesce(released, at)`, '>=', filter.from!))
      .$if(filter.to !== undefined, (query) => query.where(sql`coalesce(released, at)`, '<', filter.to!))
      .$if(byChange, (query) => query.where('changed_at', '>=', what.since!).orderBy('changed_at'))
      .$if(last !== undefined, (query) =>
        query.where(
          byChange
            ? sql<boolean>`(changed_at, id) > (${last!.changed}::timestamptz, ${last!.id}::uuid)`
            : sql<boolean>`id > ${last!.id}::uuid`,
        ),
      )
      .orderBy('id')
      .limit(PAGE)
      .execute();
    if (page.length) yield await Promise.all(page.map((row) => leave(row, subject)));
    if (page.length < PAGE) return;
    last = page.at(-1)!;
  }
}

async function leave(row: Selectable<AsksTable> & { changed: string }, subject: Signer): Promise<ExportRow> {
  const category = row.score === null ? {} : { category: categorize(row.score) };
  if (row.kind === 'employee') {
    const kept = Object.fromEntries(EMPLOYEE.map((name) => [name, row[name]]));
    return {
      id: `e-${(await subject.sign(row.id)).slice(0, 32)}`,
      revision: 0,
      at: row.released!,
      ...kept,
      ...category,
    };
  }
  const { changed: _changed, ...columns } = row;
  return {
    ...Object.fromEntries(Object.entries(columns).filter(([name, value]) => value !== null && !PRIVATE.has(name))),
    ...category,
  };
}
