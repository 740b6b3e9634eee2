import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A throw-away Postgres server, on the loopback only. */
export interface Cluster {
  folder: string;
  port: number;
  /** Address of a database in it. */
  url(database?: string): string;
  /** Runs a program of the server's own (`pg_ctl`, `pg_basebackup`) as the server's user. */
  program(name: string, ...args: string[]): Promise<string>;
  /** Runs any command as that user. */
  asServer(...command: string[]): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

async function firstThatExists(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

/** Folder of `initdb` and `pg_ctl`; undefined on a machine without Postgres. */
export async function findPostgres(): Promise<string | undefined> {
  const { stdout } = await execute('sh', ['-c', 'pg_config --bindir 2>/dev/null || true']);
  const versions = ['18', '17', '16', '15', '14'].map((version) => `/usr/lib/postgresql/${version}/bin`);
  const found = await firstThatExists(
    [...versions, stdout.trim(), '/usr/local/bin', '/opt/homebrew/bin']
      .filter(Boolean)
      .map((folder) => join(folder, 'initdb')),
  );
  return found?.replace(/\/initdb$/, '');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Postgres refuses to run as root; then its files belong to the user `postgres`, who runs it. */
const asRoot = process.getuid?.() === 0;

/** @param durable writes to the disk as a real server does; without, tests are faster and a power cut would lose data. */
export function clusterIn(bin: string, folder: string, port: number, { durable = false } = {}): Cluster {
  const program = (name: string, ...args: string[]): Promise<string> => asServer(join(bin, name), ...args);
  const asServer = async (...command: string[]): Promise<string> => {
    const [file, ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    return (await execute(file!, rest, { cwd: tmpdir() })).stdout;
  };
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=${durable ? 'on' : 'off'} -c max_connections=60`;
  return {
    folder,
    port,
    url: (database = 'postgres') => `postgres://askwell@127.0.0.1:${port}/${database}`,
    program,
    asServer,
    start: async () =>
      void (await program(
        'pg_ctl',
        '-D',
        join(folder, 'data'),
        '-o',
        settings,
        '-l',
        join(folder, 'log'),
        '-w',
        'start',
      )),
    stop: async () => void (await program('pg_ctl', '-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop')),
    async remove() {
      await this.stop().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'askwell-postgres-'));
  if (asRoot) {
    const { stdout } = await execute('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), Number(stdout));
  }
  return folder;
}

export async function startCluster(bin: string, options?: { durable?: boolean }): Promise<Cluster> {
  const cluster = clusterIn(bin, await emptyFolder(), await freePort(), options);
  await cluster.program(
    'initdb',
    '-D',
    join(cluster.folder, 'data'),
    '-U',
    'askwell',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
  );
  await cluster.start();
  return cluster;
}
