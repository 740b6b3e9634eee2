const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });

const lookInDatabase = async (name: string): Promise<boolean> => {
  // Only a database that is there is opened, because opening makes it.
  if (!(await indexedDB.databases()).some((found) => found.name === name)) return false;
  const database = await settled(indexedDB.open(name));
  database.onversionchange = () => database.close();
  try {
    const store = database.objectStoreNames[0]!;
    return !!(await settled(database.transaction(store).objectStore(store).count(IDBKeyRange.bound('out/', 'out0'))));
  } finally {
    database.close();
  }
};

/** Does a message wait in localStorage? The same at once, and for all that was not written in a minute in which the browser was killed. */
export function answersWaitHere(name = 'askwell'): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`${name}:out/`));
  } catch {
    return false;
  }
}

/**
 * Does a message wait from an earlier page view? Looks without creating anything: a visitor who was never asked gets no
 * database. A browser that was killed may have kept an answer in IndexedDB alone, so both storages are looked at.
 * Never rejects, and answers within 1.5 s, as a browser that never does counts as empty. `name` is that of the outbox.
 */
export async function answersWait(name = 'askwell'): Promise<boolean> {
  if (answersWaitHere(name)) return true;
  try {
    return await Promise.race([
      lookInDatabase(name),
      new Promise<boolean>((resolve) => setTimeout(resolve, 1500, false)),
    ]);
  } catch {
    return false;
  }
}
