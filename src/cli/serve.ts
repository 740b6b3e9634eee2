import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { createCollector, randomSecret, type CollectorOptions } from '../collector/index.js';

const USAGE = `askwell serve [options]
  --port 8787               0 takes a free one
  --host 127.0.0.1          0.0.0.0 listens to other machines
  --data ./askwell-data     folder of the embedded Postgres
  --database-url postgres://user:password@host/database
                            a Postgres server instead
  --token …                 opens the report; also from ASKWELL_TOKEN; without it one is made and printed
  --origin https://…        origin whose pages may send; give it again for more; '*' for all
  --quiet                   no log of requests
`;

/** Runs the collector until it is told to stop (SIGTERM, SIGINT). Exit code: 0 stopped, 1 cannot start, 2 wrong arguments. */
export async function run(argv: string[]): Promise<number> {
  const given = readArguments(argv);
  if (typeof given === 'string') {
    process.stderr.write(given ? `${given}\n\n${USAGE}` : USAGE);
    return given ? 2 : 0;
  }
  const { port, host, options, made } = given;
  let collect;
  try {
    collect = createCollector(options);
    await collect.ready();
  } catch (error) {
    process.stderr.write(`askwell serve: ${(error as Error).message}\n`);
    return error instanceof TypeError ? 2 : 1;
  }
  const server = createAdaptorServer({
    fetch: collect,
    // The whole of a request, headers and body, within this time: a slow sender must not hold a socket for ever.
    serverOptions: { requestTimeout: 15_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  });
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    await collect.close();
    process.stderr.write(`askwell serve: cannot listen on ${host}:${port}: ${(error as Error).message}\n`);
    return 1;
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  const secret = made ? `Its token, new at every start unless --token gives one: ${options.token}\n` : '';
  process.stdout.write(`Messages go to ${address}/v1/messages\nThe report is at ${address}/\n${secret}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const drained = new Promise((resolve) => server.close(resolve));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await drained;
  await collect.close();
  return 0;
}

interface Given { port: number; host: string; options: CollectorOptions; made: boolean }

/** The options, or what is wrong with the arguments; an empty text asks for the usage. */
function readArguments(argv: string[]): Given | string {
  const text = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: text, host: text, data: text, 'database-url': text, token: text, origin: { ...text, multiple: true },
        quiet: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return `askwell serve: ${(error as Error).message}`;
  }
  if (values.help) return '';
  const port = Number(values.port ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `askwell serve: --port must be a number from 0 to 65535.`;
  if (values.data !== undefined && values['database-url'] !== undefined) {
    return 'askwell serve: give either --data or --database-url.';
  }
  const token = values.token ?? process.env.ASKWELL_TOKEN;
  return {
    port,
    host: values.host ?? '127.0.0.1',
    made: !token,
    options: {
      database: values['database-url'] === undefined ? { dataDir: values.data ?? './askwell-data' } : { url: values['database-url'] },
      token: token || randomSecret(),
      origins: values.origin ?? [],
      ...(!values.quiet && { log: (line: object) => void process.stderr.write(`${JSON.stringify(line)}\n`) }),
    },
  };
}
