import type { Database } from '../database.js';
import { createSigner, type Signer } from '../secret.js';

const signers = new WeakMap<Database, Promise<Signer>>();

/** Makes the names under which persons stand where their ids may not: HMACs under a key that only this database knows. */
export function subjects(db: Database): Promise<Signer> {
  let signer = signers.get(db);
  if (!signer) {
    signer = db
      .selectFrom('settings')
      .select('value')
      .where('name', '=', 'subject-key')
      .executeTakeFirstOrThrow()
      .then(({ value }) => createSigner(value));
    // A failure is not remembered.
    signer.catch(() => signers.delete(db));
    signers.set(db, signer);
  }
  return signer;
}
