import type { Opened } from './database.js';
import type { LogLine } from './log.js';
import { failureName } from './log.js';
import { notifyDue } from './notify/notify.js';
import type { CollectorOptions } from './options.js';
import { retain } from './privacy/retention.js';

/** How often somebody looks whether a notice is due, and whether answers have come of age. */
const LOOK_MS = 15_000;
const RETAIN_MS = 3_600_000;

export interface Work {
  /** Does what is due now. Resolves when it is done; never rejects. */
  run(): Promise<void>;
  /** Does it soon. */
  wake(): void;
  /** Waits for what is under way, and starts nothing more. */
  stop(): Promise<void>;
}

/**
 * What a collector does without being asked: sends notices of the loop, and empties old answers. Several processes may do so
 * on one database. A runtime that freezes between requests has no timers; there a host calls `run()` from its own schedule.
 */
export function createWork(options: CollectorOptions, database: () => Promise<Opened>, now: () => number): Work {
  const { webhook, mail, reportAddress, retentionDays, log } = options;
  const notifies = Boolean(webhook ?? mail);
  let retained = -Infinity;
  let underWay: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const all = async (): Promise<void> => {
    const { write } = await database();
    if (notifies) while (await notifyDue(write, { webhook, mail, report: reportAddress, now })) if (stopped) return;
    if (retentionDays !== undefined && now() - retained >= RETAIN_MS) {
      retained = now();
      await retain(write, retentionDays, now());
    }
  };
  const run = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    // Woken while it works, it looks once more: what woke it may have come after its last look.
    if (underWay) {
      again = true;
      return underWay;
    }
    underWay = all()
      .catch((error: unknown) => log?.(line(error, now())))
      .finally(() => (underWay = undefined))
      .then(() => {
        if (!again) return undefined;
        again = false;
        return run();
      });
    return underWay;
  };
  const timer = notifies || retentionDays !== undefined ? setInterval(() => void run(), LOOK_MS) : undefined;
  // A timer must not keep a program alive that is otherwise done.
  (timer as { unref?: () => void } | undefined)?.unref?.();
  return {
    run,
    wake: () => void (notifies && run()),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

function line(error: unknown, now: number): LogLine {
  return {
    at: new Date(now).toISOString(),
    method: 'WORK',
    path: '',
    status: 0,
    milliseconds: 0,
    failure: failureName(error),
  };
}
