/** How many messages wait in localStorage: known at once, but without what was written in a minute in which the browser was killed. */
export function countWaiting(name: string): number {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${name}:out/`)).length;
  } catch {
    return 0;
  }
}

/**
 * How many messages wait in IndexedDB: also those that localStorage has lost, or never had because it was full. Makes no
 * database where there is none. Never settles, or rejects, where the browser has no answer.
 */
export async function countKept(name: string): Promise<number> {
  // Where storage is denied, Chromium leaves a rejection of its own behind when it is asked for the databases.
  if (!localStorage || !(await indexedDB.databases()).some((one) => one.name === name)) return 0;
  const request = indexedDB.open(name);
  // Another tab has just erased it.
  request.onupgradeneeded = () => request.transaction!.abort();
  await new Promise((resolve) => (request.onsuccess = resolve));
  const database = request.result;
  // No key comes behind those of messages that wait.
  const found = database.transaction('kept').objectStore('kept').count(IDBKeyRange.lowerBound('out/'));
  database.close();
  await new Promise((resolve) => (found.onsuccess = resolve));
  return found.result;
}
