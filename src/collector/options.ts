import type { DatabaseOptions } from './database.js';
import type { LogLine } from './log.js';

export interface CollectorOptions {
  /** Where answers are kept: `{dataDir}`, `{url}` or `{pglite}`. */
  database: DatabaseOptions;
  /** Opens the report and everything else that is not for pages. Long and random: `randomSecret()` makes one. */
  token: string;
  /** Origins whose pages may send, such as `https://shop.example`; `*` for all. The collector's own is always allowed. */
  origins?: readonly string[];
  /** Where the host mounts the handler, such as `/askwell`. Default: at the root. */
  basePath?: string;
  /** With it, a message names a person only with `person.proof`: hex HMAC-SHA-256 of `person.id` under this secret. */
  identitySecret?: string;
  /** Gets one object for each request, without personal data. Default: no log. */
  log?: (line: LogLine) => void;
  /** Epoch milliseconds. Default: the system's clock. */
  now?: () => number;
}

/** @throws TypeError that names the option and the mend. */
export function checkOptions(options: CollectorOptions): void {
  const { database, token, basePath = '' } = options;
  if (!database || !('dataDir' in database || 'url' in database || 'pglite' in database)) {
    throw new TypeError("createCollector: 'database' must be {dataDir}, {url} or {pglite}.");
  }
  if (typeof token !== 'string' || !token) {
    throw new TypeError("createCollector: 'token' is missing; randomSecret() makes a good one.");
  }
  if (basePath !== '' && !/^(\/[\w.~-]+)+$/.test(basePath)) {
    throw new TypeError("createCollector: 'basePath' must look like /askwell, without a slash at the end.");
  }
}
