import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCollector, randomSecret } from '../collector/index.js';
import { Complaint, type Io } from './io.js';

const USAGE = `askwell import file.csv --survey nps [options]
  --to https://nps.example  a collector that runs; with --token, or ASKWELL_TOKEN in the environment
  --data ./askwell-data     or the folder of one that does not
  --database-url postgres://…  or its Postgres server
  --survey nps              to which survey the answers belong
  --kind relational         or transactional
  --score --comment --date --id <column>
                            where the file's first line does not say it by itself
  --dates mdy|dmy|ymd       how to read 03/04/2026
  --properties Branch,Plan  columns to keep, to compare by
The same file imported twice counts once.
`;

const text = { type: 'string' } as const;
const QUERY = ['survey', 'kind', 'score', 'comment', 'date', 'id', 'dates', 'properties'] as const;

/** Brings answers of another survey tool into a collector. Exit code: 0 all lines read, 1 some refused, 2 wrong arguments. */
export async function run(argv: string[], io: Io = process): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        to: text,
        token: text,
        data: text,
        'database-url': text,
        help: { type: 'boolean', short: 'h' },
        survey: text,
        kind: text,
        score: text,
        comment: text,
        date: text,
        id: text,
        dates: text,
        properties: text,
      },
    });
  } catch (error) {
    throw new Complaint((error as Error).message, 2);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    io.stdout.write(USAGE);
    return 0;
  }
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Complaint(`which file?\n\n${USAGE}`, 2);
  const query = new URLSearchParams(
    QUERY.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const response = await sendTo(values, `/v1/import?${query}`, await read(file));
  const answer = (await response.json()) as Answer;
  if (!response.ok) throw new Complaint(answer.error ?? `the collector answered ${response.status}.`, 1);
  io.stdout.write(`${answer.stored} stored, ${answer.duplicate} known before, ${answer.skipped} without a score.\n`);
  for (const { line, message } of answer.refused) io.stderr.write(`${file}, line ${line}: ${message}\n`);
  if (answer.refusedInAll > answer.refused.length)
    io.stderr.write(`… and ${answer.refusedInAll - answer.refused.length} more.\n`);
  return answer.refusedInAll ? 1 : 0;
}

interface Answer {
  error?: string;
  stored: number;
  duplicate: number;
  skipped: number;
  refused: { line: number; message: string }[];
  refusedInAll: number;
}

/** Where a command finds its collector: running elsewhere, or in a folder or database that this process opens itself. */
export interface Place {
  to?: string;
  token?: string;
  data?: string;
  'database-url'?: string;
}

/**
 * Sends one request to a collector, with its token.
 *
 * @throws Complaint when it is not said where the collector is, or it cannot be reached.
 */
export async function sendTo(place: Place, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { to, data, 'database-url': url } = place;
  const init = { method: body ? 'POST' : 'GET', ...(body && { body }) };
  if (to !== undefined) {
    const token = place.token ?? process.env.ASKWELL_TOKEN;
    if (!token) throw new Complaint('--to needs --token, or ASKWELL_TOKEN in the environment.', 2);
    if (!URL.canParse(to)) throw new Complaint(`--to must be an address such as https://nps.example, not '${to}'.`, 2);
    try {
      return await fetch(to.replace(/\/$/, '') + path, { ...init, headers: { Authorization: `Bearer ${token}` } });
    } catch (error) {
      throw new Complaint(
        `cannot reach ${to}: ${((error as Error).cause as Error | undefined)?.message ?? (error as Error).message}`,
      );
    }
  }
  if (data !== undefined && url !== undefined) throw new Complaint('give either --data or --database-url.', 2);
  if (data === undefined && url === undefined)
    throw new Complaint('say where the collector is: --to, --data or --database-url.', 2);
  // Only an import may begin a collector; whoever reads one has mistyped its folder.
  if (!body && data !== undefined && !existsSync(data))
    throw new Complaint(`there is no folder '${data}'; --data names that of a collector.`, 2);
  const token = randomSecret();
  const collect = createCollector({ database: url === undefined ? { dataDir: data! } : { url }, token });
  try {
    await collect.ready();
    const response = await collect(
      new Request(`http://localhost${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } }),
    );
    // Read while the database is open.
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    throw new Complaint((error as Error).message);
  } finally {
    await collect.close();
  }
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const handle = await open(file);
    const bytes = await handle.readFile();
    await handle.close();
    return new Uint8Array(bytes);
  } catch (error) {
    throw new Complaint(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
