import type { Ask } from './ask.js';
import type { Backroom } from './backroom.js';
import type { User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { AskRecord, AskState, History } from '../core/history.js';
import { uuidv7 } from '../core/id.js';
import { quiet } from '../core/quiet.js';
import { deferAsk } from './deferred-ask.js';
import { writeDraft, type Said } from '../delivery/draft.js';
import type { Format } from '../delivery/format.js';
import type { Emit } from './events.js';
import type { Office } from './office.js';
import { prefilledScore } from '../page/address.js';
import { eraseLocal } from '../storage/erase.js';
import { openClaims } from '../storage/claims.js';
import { nowhere } from '../storage/nowhere.js';

/** What one session lends to its stage. Instants are epoch milliseconds. */
export interface StagePorts {
  config: ResolvedConfig;
  /** Begins the names of what is stored: employees' surveys share nothing with customers'. */
  name: string;
  preview: boolean;
  prefill?: number;
  /** May anything be stored on the device? */
  kept: boolean;
  now(): number;
  emit: Emit;
  backroom(): Promise<Backroom>;
  /** Show the question before the backroom is here; see `deferAsk`. */
  hurry?: boolean;
  /** Gets the format of an endpoint that is not built in. */
  loadFormat?: (name: string) => Promise<Format>;
  user(): User | undefined;
  /** Hash of the signed-in person. */
  person(): string | undefined;
  history(): History;
  remember(added: History): void;
  /** Reads again what other tabs have stored. */
  recall(): Promise<void>;
}

/** Where an ask begins: claimed against all other tabs, then handed to whoever shows it. */
export interface Stage {
  /** Claims an ask; `allowed` decides again with what other tabs have claimed. */
  claim(allowed: (taken: AskRecord[]) => boolean): Promise<AskRecord | undefined>;
  /** Makes the ask of a claim. `done` is called once, when it has ended. */
  open(record: AskRecord, trigger: string, life: AbortController, done: () => void): Ask | Promise<Ask>;
  /** The claim never became visible: it shall not count. */
  giveBack(record: AskRecord): void;
  /** Delivery and reports; delivers what earlier page views left as soon as it is opened. */
  office(): Promise<Office>;
  /** Erases what lies on the device, of earlier page views too, whether or not this one may store anything. */
  erase(): Promise<void>;
  stop(): void;
}

const DAY = 86_400_000;

export function openStage(ports: StagePorts): Stage {
  const { config, name, now } = ports;
  const anonymous = config.kind === 'employee';
  const durable = ports.kept ? openClaims(name) : Promise.resolve(nowhere);
  const keys = new Map<string, string>();
  /** By their dates they end after the ask was claimed, and yet they were there: a clock was ahead. */
  let ended = new Set<string>();
  let opening: Promise<Office> | undefined;

  /** Writes how far an ask came: to the history at once, to the durable copy behind it. */
  const mark = (record: AskRecord, state: AskState, at = now()): void => {
    Object.assign(record, { state, until: at });
    ports.remember({ v: 1, asks: [{ ...record }] });
    const key = keys.get(record.id);
    if (key) void durable.then((opened) => opened.put(key, { ...record }));
  };

  /** The asks that somebody put an end to, from `since` on. */
  const endedAfter = (since: number): string[] =>
    ports
      .history()
      .asks.filter(({ state, until }) => until >= since && /^(snoozed|dismissed|answered|opted-out)$/.test(state))
      .map(({ id }) => id);

  const office = (): Promise<Office> =>
    (opening ??= Promise.all([durable, ports.backroom()]).then(([opened, { openOffice }]) =>
      openOffice({ ...ports, durable: opened, mark, isOurs: (id) => keys.has(id) }),
    ));

  return {
    async claim(allowed) {
      let looked = false;
      const choose = (taken: AskRecord[], key = ''): AskRecord | undefined => {
        looked = true;
        if (!allowed(taken)) return undefined;
        const at = now();
        const by = ports.person();
        const id = uuidv7(anonymous ? at - (at % DAY) : at, crypto.getRandomValues(new Uint8Array(16)));
        keys.set(id, key);
        const { latest } = ports.history();
        ended = new Set(endedAfter(at));
        const record: AskRecord = {
          id,
          survey: config.survey,
          state: 'claimed',
          at,
          until: at,
          ...(by && { by }),
          ...(latest! > at && { known: latest }),
        };
        // Where nothing is claimed in a storage that all can see, at least the others on this page do.
        if (!ports.kept && !ports.preview) ports.remember({ v: 1, asks: [record] });
        return record;
      };
      const opened = await durable;
      const claimed = await opened.claim('ask/', choose);
      return claimed || (looked && opened.available) ? claimed : (await ports.backroom()).claimByLock(() => choose([]));
    },
    open(record, trigger, life, done) {
      const { signal } = life;
      /** Another tab got an answer, or a no, while this question was open: it is not asked twice. */
      const look = quiet(async () => {
        await ports.recall();
        if (endedAfter(record.at).some((id) => id !== record.id && !ended.has(id))) life.abort();
      });
      addEventListener('storage', look);
      const end = (): void => {
        removeEventListener('storage', look);
        done();
      };
      // It may be over before there are its makings.
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
      const prefill = ports.prefill ?? prefilledScore();
      const make = (clock = now): Promise<Ask> =>
        office().then((opened) =>
          opened.open({
            record,
            trigger,
            prefill,
            signal,
            now: clock,
            done: end,
          }),
        );
      const { kept, preview } = ports;
      if (!ports.hurry) return make();
      const begun = { ...record };
      const keep = (said: Said[]): void => {
        if (kept && config.endpoint) writeDraft(name, durable, { record: begun, trigger, said });
      };
      const shell = { id: record.id, kind: config.kind, config, prefill, preview, signal };
      return deferAsk(shell, make, now, keep);
    },
    giveBack: (record) => mark(record, 'returned'),
    office,
    async erase() {
      await opening?.then(
        (opened) => opened.forget(),
        () => {},
      );
      // What ends from now on writes nothing more of what is erased.
      keys.clear();
      await (ports.kept ? await durable : await openClaims(name)).erase();
      eraseLocal(name);
    },
    stop: () => void opening?.then((opened) => opened.stop()),
  };
}
