import type { Format } from '../format.js';
import { serialize } from '../serialize.js';

/**
 * A row in a table of Supabase, or of any PostgREST: `url` is `https://<project>.supabase.co/rest/v1/<table>`,
 * `options.key` the public (anon) key. An upsert by `id`, so the comment joins the score. That an earlier revision which arrives
 * late does not overwrite a later one is the table's part: see the trigger in docs/recipes.md.
 */
export const format: Format = (message, { url, options }) => {
  const { id, revision, type, final, at, survey, score, category, comment, reasons } = message;
  const to = new URL(url!, location.href);
  to.searchParams.set('on_conflict', 'id');
  return {
    url: to.href,
    body: serialize({ id, revision, type, final, at, survey: survey.id, score, category, comment, reasons, message })!,
    headers: {
      'Content-Type': 'application/json',
      apikey: options?.key ?? '',
      Authorization: `Bearer ${options?.key}`,
      Prefer: 'resolution=merge-duplicates,return=minimal',
    },
  };
};
