import { Refusal } from '../refusal.js';

/** Which column holds what; named in the query, or found by the words that survey tools write into the first line. */
export interface ImportColumns {
  score: number;
  comment?: number;
  date?: number;
  id?: number;
  properties: Map<string, number>;
}

const GUESSES = {
  score: [/^(nps|score|nps score|rating)$/i, /how likely.*recommend/i, /\brecommend/i, /\bnps\b/i],
  comment: [
    /^(comment|comments|feedback|verbatim|kommentar|commentaire|comentarios?|commento|opmerking)$/i,
    /(reason|why).*\b(score|rating|answer)/i,
    /open.?ended/i,
    /\b([ck]omm?ent|feedback)/i,
    /\bwhy\b/i,
  ],
  date: [
    /^(end date|date submitted|submitted( at)?|completed( at)?|date|timestamp|created( at)?|datum|fecha|data)$/i,
    /date modified/i,
    /date created/i,
    /start date/i,
    /\bdate\b/i,
  ],
  id: [/^(respondent|response|answer|submission)[ _-]?(id|number)$/i, /^id$/i],
} as const;

/**
 * Finds the columns in the first line and, as SurveyMonkey writes two, in the second.
 *
 * @throws Refusal 400 with the parameter that says which column it is.
 */
export function findColumns(
  head: readonly string[],
  under: readonly string[] | undefined,
  query: URLSearchParams,
): ImportColumns {
  const titles = head.map((title, index) => ({ title: title.trim(), under: under?.[index]?.trim() ?? '', index }));
  const named = (name: string, parameter: string): number => {
    const found = titles.find(({ title, under: second }) =>
      [title, second].some((each) => each.toLowerCase() === name.toLowerCase()),
    );
    if (!found) throw new Refusal(400, 'names no column of the file', parameter);
    return found.index;
  };
  const taken = new Set<number>();
  const column = (parameter: keyof typeof GUESSES): number | undefined => {
    const name = query.get(parameter);
    let index: number | undefined;
    if (name !== null) index = named(name, parameter);
    else {
      for (const pattern of GUESSES[parameter]) {
        index ??= titles.find(
          (each) => !taken.has(each.index) && (pattern.test(each.title) || pattern.test(each.under)),
        )?.index;
      }
    }
    if (index !== undefined) taken.add(index);
    return index;
  };
  const score = column('score');
  if (score === undefined) throw new Refusal(400, 'must name the column with the 0 to 10', 'score');
  const [id, date, comment] = [column('id'), column('date'), column('comment')];
  const names =
    query
      .get('properties')
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return { score, id, date, comment, properties: new Map(names.map((name) => [name, named(name, 'properties')])) };
}

/** SurveyMonkey's second line names the parts of a question; it holds no answer. */
export function isSecondHead(cells: readonly string[]): boolean {
  return cells.some((cell) => /^(response|open-ended response)$/i.test(cell.trim()));
}
