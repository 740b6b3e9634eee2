import { isPostgres, type DatabaseOptions } from './database.js';
import type { LogLine } from './log.js';
import { checkMail, type MailOptions } from './notify/mail.js';
import { checkWebhook, type WebhookOptions } from './notify/webhook.js';
import type { Rate } from './rate.js';

export interface CollectorOptions {
  /** Where answers are kept: `{dataDir}`, `{url}` or `{pglite}`. Default: what `databaseUrl`, else `data` says. */
  database?: DatabaseOptions;
  /** Short for `{dataDir}`, as the command has it: folder of the embedded Postgres. Default: `./askwell-data`. */
  data?: string;
  /** Short for `{url}`, as the command has it: `postgres://user:password@host/database`. */
  databaseUrl?: string;
  /** Opens the report and everything else that is not for pages. Long and random: `randomSecret()` makes one. */
  token: string;
  /** Origins whose pages may send, such as `https://shop.example`; `*` for all. The collector's own is always allowed. */
  origins?: readonly string[];
  /** Where the host mounts the handler, such as `/askwell`. Default: at the root. */
  basePath?: string;
  /** With it, a message names a person only with `person.proof`: hex HMAC-SHA-256 of `person.id` under this secret. */
  identitySecret?: string;
  /** How much one network (/24, /48) may send: messages, not requests. Default: 100 a second, 3,000 at once. */
  rate?: Rate | false;
  /**
   * The address that a request came from, for `rate`. A Fetch `Request` does not know it, so without this all senders share
   * one limit. See `senderOf()` for hosts behind proxies.
   */
  clientAddress?: (request: Request) => string | undefined;
  /** News of the loop to another system, by Standard Webhooks. */
  webhook?: WebhookOptions;
  /** News of the loop by e-mail; needs the package `nodemailer`. */
  mail?: MailOptions;
  /** Where the report page is for people, such as `https://nps.example/`; stands in the mail. */
  reportAddress?: string;
  /** After how many days identity and comments are taken out of an answer; its score stays. Default: never. */
  retentionDays?: number;
  /** Gets one object for each request, without personal data. Default: no log. */
  log?: (line: LogLine) => void;
  /** Epoch milliseconds. Default: the system's clock. */
  now?: () => number;
}

/** The database that the options name. */
export function databaseOf({ database, data, databaseUrl }: CollectorOptions): DatabaseOptions {
  return database ?? (databaseUrl === undefined ? { dataDir: data ?? './askwell-data' } : { url: databaseUrl });
}

const NAMES: Record<keyof CollectorOptions, true> = {
  database: true,
  data: true,
  databaseUrl: true,
  token: true,
  origins: true,
  basePath: true,
  identitySecret: true,
  rate: true,
  clientAddress: true,
  webhook: true,
  mail: true,
  reportAddress: true,
  retentionDays: true,
  log: true,
  now: true,
};

/** @throws TypeError that names the option and the mend. */
export function checkOptions(options: CollectorOptions): void {
  const { token, origins = [], basePath = '', identitySecret, rate, retentionDays, webhook, mail } = options;
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(NAMES, name))
      throw new TypeError(`createCollector: there is no option '${name}'; there are ${Object.keys(NAMES).join(', ')}.`);
  }
  const database = databaseOf(options);
  if (typeof database !== 'object' || !('dataDir' in database || 'url' in database || 'pglite' in database)) {
    throw new TypeError("createCollector: 'database' must be {dataDir}, {url} or {pglite}.");
  }
  // An empty one would be a database in memory, which forgets what it has acknowledged.
  if ('dataDir' in database && !database.dataDir) {
    throw new TypeError("createCollector: 'data' must name a folder, such as ./askwell-data.");
  }
  const addresses = 'url' in database ? { databaseUrl: database.url, readUrl: database.readUrl } : {};
  for (const [name, url] of Object.entries(addresses)) {
    if (url !== undefined && !isPostgres(url))
      throw new TypeError(`createCollector: '${name}' must look like postgres://user:password@host/database.`);
  }
  // An empty one would take everybody's word for who they are.
  if (identitySecret !== undefined && !identitySecret) {
    throw new TypeError("createCollector: 'identitySecret' is empty; leave it out to do without proofs.");
  }
  if (!Array.isArray(origins)) {
    throw new TypeError("createCollector: 'origins' must be a list, such as ['https://shop.example'].");
  }
  if (typeof token !== 'string' || !token) {
    throw new TypeError("createCollector: 'token' is missing; randomSecret() makes a good one.");
  }
  if (basePath !== '' && !/^(\/[\w.~-]+)+$/.test(basePath)) {
    throw new TypeError("createCollector: 'basePath' must look like /askwell, without a slash at the end.");
  }
  if (rate && !(rate.perSecond > 0 && rate.burst >= 1)) {
    throw new TypeError("createCollector: 'rate' must be {perSecond, burst}, both above 0, or false.");
  }
  if (retentionDays !== undefined && !(retentionDays >= 1)) {
    throw new TypeError("createCollector: 'retentionDays' must be at least 1.");
  }
  if (webhook) checkWebhook(webhook);
  if (mail) checkMail(mail);
}
