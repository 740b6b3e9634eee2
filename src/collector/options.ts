import type { DatabaseOptions } from './database.js';
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

/** @throws TypeError that names the option and the mend. */
export function checkOptions(options: CollectorOptions): void {
  const { token, basePath = '', rate, retentionDays, webhook, mail } = options;
  const database = databaseOf(options);
  if (typeof database !== 'object' || !('dataDir' in database || 'url' in database || 'pglite' in database)) {
    throw new TypeError("createCollector: 'database' must be {dataDir}, {url} or {pglite}.");
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
