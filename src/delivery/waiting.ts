/** How the keys of waiting messages begin, in localStorage. */
export const OUT = 'askwell:out:';

/**
 * Does an answer wait from an earlier page view? Looks without creating anything: a visitor who was never asked gets no
 * database. A browser that was killed may have kept the answer in IndexedDB alone, so both are looked at.
 */
export async function answersWait(): Promise<boolean> {
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith(OUT))) return true;
  } catch {
    // Denied storage: IndexedDB may still be there.
  }
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'askwell')) return false;
    return await new Promise((resolve, reject) => {
      const open = indexedDB.open('askwell');
      open.onerror = open.onblocked = reject;
      open.onsuccess = () => {
        const db = open.result;
        const count = db.transaction(db.objectStoreNames).objectStore(db.objectStoreNames[0]!)
          .count(IDBKeyRange.bound('out/', 'out0'));
        count.onerror = reject;
        count.onsuccess = () => {
          db.close();
          resolve(count.result > 0);
        };
      };
    });
  } catch {
    return false;
  }
}
