import { isIP, type AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { isPostgres } from '../collector/database.js';
import { createCollector, randomSecret, senderOf, type Collector, type CollectorOptions } from '../collector/index.js';

const USAGE = `askwell serve [options]
  --port 8787               0 takes a free one
  --host 127.0.0.1          0.0.0.0 listens to other machines
  --data ./askwell-data     folder of the embedded Postgres
  --database-url postgres://user:password@host/database
                            a Postgres server instead, whatever --data says; --read-url one of its standbys, for the
                            reports
  --token …                 opens the report; without it one is made and printed
  --origin https://…        origin whose pages may send; give it again for more; '*' for all
  --identity-secret …       shared with your backend, which proves who is who
  --webhook-url https://… --webhook-secret whsec_…
                            news of unhappy customers to another system
  --smtp smtps://user:password@host --mail-from … --mail-to …
                            the same by e-mail
  --report-address https://…  where the report is for people, for the mail
  --retention-days 730      then identity and comments are taken out of an answer
  --rate 100                messages a second from one network; 0 for no limit
  --proxy 10.0.0.1          address of your own proxy, whose X-Forwarded-For is believed; give it again for more
  --quiet                   no log of requests
Secrets are better in the environment, where no list of processes shows them: ASKWELL_TOKEN, ASKWELL_DATABASE_URL,
ASKWELL_READ_URL, ASKWELL_IDENTITY_SECRET, ASKWELL_WEBHOOK_SECRET, ASKWELL_SMTP.
`;

/** Runs the collector until it is told to stop (SIGTERM, SIGINT). Exit code: 0 stopped, 1 cannot start, 2 wrong arguments. */
export async function run(argv: string[]): Promise<number> {
  const given = readArguments(argv);
  if (typeof given === 'string') {
    process.stderr.write(given ? `${given}\n\n${USAGE}` : USAGE);
    return given ? 2 : 0;
  }
  const { port, host, proxies, options, made } = given;
  const addresses = new WeakMap<Request, string>();
  let collect: Collector;
  try {
    collect = createCollector({ ...options, clientAddress: (request) => addresses.get(request) });
    await collect.ready().catch(waitFor);
  } catch (error) {
    process.stderr.write(`askwell serve: ${(error as Error).message}\n`);
    return error instanceof TypeError ? 2 : 1;
  }
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => {
      addresses.set(
        request,
        senderOf(incoming.socket.remoteAddress ?? '', request.headers.get('x-forwarded-for'), proxies),
      );
      return collect(request);
    },
    // The whole of a request, headers and body, within this time: a slow sender must not hold a socket for ever.
    // An idle connection stays longer than proxies keep theirs (60 s is usual): whoever closes first loses what the other sends.
    serverOptions: {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 75_000,
    },
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

/** Machines start in any order: a server that is not there yet is no reason to end. A wrong password or name is one. */
const NOT_YET = /^(ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P03|53300)$/;

/** @throws the error when waiting would not mend it. */
function waitFor(error: unknown): void {
  const { code, message } = error as Error & { code?: unknown };
  // The pool has no code for a connection that takes too long.
  const name = typeof code === 'string' ? code : /timeout|timed out/.test(message) ? 'ETIMEDOUT' : '';
  if (!NOT_YET.test(name)) throw error;
  process.stderr.write(`askwell serve: no database yet (${name}); until it is there, requests are answered 503.\n`);
}

interface Given {
  port: number;
  host: string;
  proxies: ReadonlySet<string>;
  options: CollectorOptions;
  made: boolean;
}

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const OPTIONS = {
  port: text,
  host: text,
  data: text,
  'database-url': text,
  'read-url': text,
  token: text,
  origin: list,
  'identity-secret': text,
  'webhook-url': text,
  'webhook-secret': text,
  smtp: text,
  'mail-from': text,
  'mail-to': list,
  'report-address': text,
  'retention-days': text,
  rate: text,
  proxy: list,
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options that may come from the environment. */
const SECRETS = ['token', 'database-url', 'read-url', 'identity-secret', 'webhook-secret', 'smtp'] as const;

/** The options, or what is wrong with the arguments; an empty text asks for the usage. */
function readArguments(argv: string[]): Given | string {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: OPTIONS }));
  } catch (error) {
    return `askwell serve: ${(error as Error).message}`;
  }
  if (values.help) return '';
  for (const name of SECRETS) {
    const variable = `ASKWELL_${name.toUpperCase().replaceAll('-', '_')}`;
    values[name] ??= process.env[variable];
    if (values[name] === '')
      return `askwell serve: --${name} (or ${variable} in the environment) is empty; give it a value, or leave it out.`;
  }
  // What was forgotten must not look like what was left out: a variable of the shell that is not set is an empty text.
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes('')) return `askwell serve: --${name} is empty; give it a value, or leave it out.`;
  }
  const numbers = {
    port: Number(values.port ?? 8787),
    rate: Number(values.rate ?? 100),
    days: Number(values['retention-days'] ?? 1),
  };
  if (!Number.isInteger(numbers.port) || numbers.port < 0 || numbers.port > 65_535)
    return wrong('port', 'a number from 0 to 65535');
  if (!(numbers.rate >= 0)) return wrong('rate', 'a number of messages a second, or 0');
  if (!(numbers.days >= 1)) return wrong('retention-days', 'a number of days from 1');
  const { data, token } = values;
  const [url, readUrl, webhook, smtp] = [
    values['database-url'],
    values['read-url'],
    values['webhook-url'],
    values.smtp,
  ];
  for (const [name, address] of Object.entries({ 'database-url': url, 'read-url': readUrl })) {
    if (address !== undefined && !isPostgres(address))
      return wrong(name, 'an address such as postgres://user:password@host/database');
  }
  const proxy = values.proxy?.find((one) => !isIP(one));
  if (proxy !== undefined) return wrong('proxy', `an IP address, such as 10.0.0.1, not '${proxy}'`);
  const report = values['report-address'];
  if (report !== undefined && !/^https?:\/\/./.test(report))
    return wrong('report-address', `an address such as https://nps.example/, not '${report}'`);
  if (readUrl !== undefined && url === undefined) return 'askwell serve: --read-url needs --database-url.';
  if (webhook !== undefined && !values['webhook-secret']) return wrong('webhook-secret', 'given with --webhook-url');
  if (smtp !== undefined && (!values['mail-from'] || !values['mail-to']))
    return wrong('mail-from and --mail-to', 'given with --smtp');
  return {
    port: numbers.port,
    host: values.host ?? '127.0.0.1',
    proxies: new Set(values.proxy),
    made: !token,
    options: {
      database:
        url === undefined ? { dataDir: data ?? './askwell-data' } : { url, ...(readUrl !== undefined && { readUrl }) },
      token: token ?? randomSecret(),
      origins: values.origin ?? [],
      rate: numbers.rate ? { perSecond: numbers.rate, burst: numbers.rate * 30 } : false,
      ...(values['identity-secret'] && { identitySecret: values['identity-secret'] }),
      ...(webhook !== undefined && { webhook: { url: webhook, secret: values['webhook-secret']! } }),
      ...(smtp !== undefined && { mail: { smtp, from: values['mail-from']!, to: values['mail-to']! } }),
      ...(values['report-address'] && { reportAddress: values['report-address'] }),
      ...(values['retention-days'] && { retentionDays: numbers.days }),
      ...(!values.quiet && { log: (line: object) => void process.stderr.write(`${JSON.stringify(line)}\n`) }),
    },
  };
}

const wrong = (name: string, what: string): string => `askwell serve: --${name} must be ${what}.`;
