import type { Database } from '../database.js';
import { hmac } from '../secret.js';

const keys = new WeakMap<Database, Promise<string>>();

/** The name under which a person stands where their id may not: an HMAC under a key that only this database knows. */
export async function subjectOf(db: Database, person: string): Promise<string> {
  return hmac(await subjectKey(db), person);
}

/** The key itself, for pseudonyms of many. */
export function subjectKey(db: Database): Promise<string> {
  let key = keys.get(db);
  if (!key) {
    key = db.selectFrom('settings').select('value').where('name', '=', 'subject-key').executeTakeFirstOrThrow().then(({ value }) => value);
    // A failure is not remembered.
    key.catch(() => keys.delete(db));
    keys.set(db, key);
  }
  return key;
}
