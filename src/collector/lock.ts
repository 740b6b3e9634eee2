/** Folders that this process holds. */
const held = new Set<string>();

/**
 * Takes a data folder for this process alone. PGlite does not look whether another process has the same files open, and two
 * writers would destroy them.
 *
 * @returns a function that gives the folder back.
 * @throws Error that names the folder and the process that holds it. The mark of a process that is gone is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const { mkdir, readFile, rm, writeFile } = await import('node:fs/promises');
  const { join, resolve } = await import('node:path');
  const path = resolve(folder);
  if (held.has(path)) throw new Error(`The data folder ${folder} is already open in this process.`);
  held.add(path);
  const mark = join(path, 'askwell.lock');
  try {
    await mkdir(path, { recursive: true });
    for (;;) {
      try {
        await writeFile(mark, String(process.pid), { flag: 'wx' });
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = Number(await readFile(mark, 'utf8').catch(() => ''));
        // After a restart in a container the old holder had the same process id as this one.
        if (holder && holder !== process.pid && isAlive(holder)) {
          throw new Error(
            `The data folder ${folder} is in use by process ${holder}. For several processes use a Postgres server (--database-url).`,
            { cause: error },
          );
        }
        await rm(mark, { force: true });
      }
    }
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    held.delete(path);
    await rm(mark, { force: true });
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
