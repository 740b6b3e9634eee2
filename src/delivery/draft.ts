import type { AskRecord } from '../core/history.js';
import type { Claims } from '../storage/claims.js';
import type { Durable } from '../storage/indexed-db.js';

/** One call to an ask: the method, what it was given, and when (epoch ms). */
export type Said = [name: string, given: unknown[], at: number];

/** What was said in an ask before the rest of us was there to make messages of it. */
export interface Draft {
  record: AskRecord;
  trigger: string;
  said: Said[];
}

/** Beside the messages that wait, and counted like one, so that the next page view looks after it. */
const place = (id: string): string => `out/${id}`;

/** Writes a draft down: in localStorage before this returns, and in IndexedDB. `name` begins the names of what is kept. */
export function writeDraft(name: string, durable: Promise<Claims>, draft: Draft): void {
  const key = place(draft.record.id);
  const text = JSON.stringify(draft);
  try {
    localStorage.setItem(`${name}:${key}`, text);
  } catch {
    // Denied or full: the other copy has to do.
  }
  void durable.then((opened) => opened.put(key, text));
}

export function removeDraft(name: string, durable: Durable, id: string): void {
  try {
    localStorage.removeItem(`${name}:${place(id)}`);
  } catch {
    // Denied: there is none.
  }
  void durable.delete(place(id));
}

/** The drafts of a survey that earlier page views have left, each once, with the longer list of what was said. */
export async function readDrafts(name: string, durable: Durable, survey: string): Promise<Draft[]> {
  const texts: unknown[] = (await durable.entries('out/')).map(([, text]) => text);
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`${name}:out/`)) texts.push(localStorage.getItem(key));
  } catch {
    // Denied: there is none.
  }
  const drafts: Record<string, Draft> = {};
  for (const text of texts) {
    try {
      const draft: Draft = JSON.parse(text as string);
      const { record, said } = draft;
      if (record.survey === survey && said.length > (drafts[record.id]?.said.length ?? 0)) drafts[record.id] = draft;
    } catch {
      // A message, or broken.
    }
  }
  return Object.values(drafts);
}
