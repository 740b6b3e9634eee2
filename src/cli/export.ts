import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { sendTo } from './import.js';
import { Complaint, type Io } from './io.js';

const FORMATS = ['csv', 'ndjson', 'sps'];

const USAGE = `askwell export [options]
  --to https://nps.example  a collector that runs; with --token, or ASKWELL_TOKEN in the environment
  --data ./askwell-data     or the folder of one that does not
  --database-url postgres://…  or its Postgres server
  --format csv              or ndjson (for a warehouse), sps (for SPSS and PSPP)
  --out file                default: standard output
  --survey nps --from 2026-01-01 --to-day 2026-12-31
  --since 2026-11-22T10:00:00Z
                            ndjson only: what changed since; the next value is printed at the end
`;

const text = { type: 'string' } as const;

/** Writes what a collector stores into a file. Exit code: 0 written, 1 not, 2 wrong arguments. */
export async function run(argv: string[], io: Io = process): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        to: text,
        token: text,
        data: text,
        'database-url': text,
        format: text,
        out: text,
        survey: text,
        from: text,
        'to-day': text,
        since: text,
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new Complaint((error as Error).message, 2);
  }
  if (values.help) {
    io.stdout.write(USAGE);
    return 0;
  }
  const format = values.format ?? 'csv';
  if (!FORMATS.includes(format)) throw new Complaint(`--format must be ${FORMATS.join(', ')}, not '${format}'.`, 2);
  if (values.since !== undefined && format !== 'ndjson') throw new Complaint('--since needs --format ndjson.', 2);
  const asked = { survey: values.survey, from: values.from, to: values['to-day'], since: values.since };
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const response = await sendTo(values, `/v1/export.${format}?${query}`);
  if (!response.ok) throw new Complaint(((await response.json()) as { error: string }).error, 1);
  if (values.out === undefined) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const chunk of response.body!) io.stdout.write(decoder.decode(chunk, { stream: true }));
  } else {
    try {
      await pipeline(Readable.fromWeb(response.body as never), createWriteStream(values.out));
    } catch (error) {
      throw new Complaint(
        `cannot write ${values.out}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
      );
    }
  }
  const next = response.headers.get('askwell-next-since');
  if (next) io.stderr.write(`Next time: --since ${next}\n`);
  return 0;
}
