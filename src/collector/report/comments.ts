import { sql } from 'kysely';
import { categorize, type Category } from '../../core/category.js';
import type { Database } from '../database.js';
import { answersIn } from './customers.js';
import type { Filter } from './filter.js';

/** What a customer said. */
export interface Comment {
  at: Date;
  survey: string;
  score: number;
  category: Category;
  comment: string;
  reasons?: string[];
}

/** Which comments: of one category, with these words in them, from before an instant (for the next page). */
export interface CommentFilter {
  category?: Category;
  words?: string;
  before?: Date;
  limit: number;
}

const RANGES: Record<Category, readonly [number, number]> = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] };

/** The latest comments of customers. */
export async function readComments(
  db: Database,
  filter: Filter,
  { category, words, before, limit }: CommentFilter,
): Promise<Comment[]> {
  const range = category && RANGES[category];
  const rows = await db
    .selectFrom('asks')
    .select(['at', 'survey', 'score', 'comment', 'reasons'])
    .where('comment', 'is not', null)
    .where(answersIn(filter))
    .$if(before !== undefined, (query) => query.where('at', '<', before!))
    .$if(range !== undefined, (query) => query.where('score', '>=', range![0]).where('score', '<=', range![1]))
    .$if(words !== undefined, (query) => query.where('comment', 'ilike', `%${words!.replace(/[\\%_]/g, '\\$&')}%`))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ at, survey, score, comment, reasons }) => ({
    at,
    survey,
    score: score!,
    category: categorize(score!),
    comment: comment!,
    ...(reasons && { reasons }),
  }));
}

/** How often each reason was chosen, by category, the most frequent first. */
export type Reasons = ({ reason: string; n: number } & Record<`${Category}s`, number>)[];

export async function readReasons(db: Database, filter: Filter, limit: number): Promise<Reasons> {
  const { rows } = await sql<Reasons[number]>`
    select reason, count(*)::int as n, count(*) filter (where score <= 6)::int as detractors,
      count(*) filter (where score in (7, 8))::int as passives, count(*) filter (where score >= 9)::int as promoters
    from asks cross join lateral jsonb_array_elements_text(reasons) as one(reason)
    where reasons is not null and ${answersIn(filter)}
    group by reason order by n desc, reason limit ${limit}`.execute(db);
  return rows;
}
