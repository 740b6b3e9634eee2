import { createAsk, type Ask } from './ask.js';
import type { User } from './config/config.js';
import type { ResolvedConfig } from './config/resolve.js';
import type { AskFacts } from './core/compose.js';
import type { AskRecord, History } from './core/history.js';
import { uuidv7 } from './core/id.js';
import { probability } from './core/sampling.js';
import { waveOf } from './core/wave.js';
import type { Format } from './delivery/format.js';
import { createOutbox, type Diagnostics } from './delivery/outbox.js';
import type { Emit } from './events.js';
import { prefilledScore, whereAmI } from './page/address.js';
import { claimWith } from './storage/claim.js';
import { openDurable } from './storage/indexed-db.js';
import { nowhere } from './storage/nowhere.js';
import { reportPrivacy, type PrivacyReport } from './storage/report.js';
import { VERSION } from './version.js';

/** What one session lends to its stage. Instants are epoch milliseconds. */
export interface StagePorts {
  config: ResolvedConfig;
  preview: boolean;
  prefill?: number;
  /** May anything be stored on the device? */
  kept: boolean;
  now(): number;
  emit: Emit;
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

/** Everything that is needed only once somebody is asked or an answer waits: claims, messages, delivery, reports. */
export interface Stage {
  /** Claims an ask against all other tabs; `allowed` decides again with what they have claimed. */
  claim(allowed: (taken: AskRecord[]) => boolean): Promise<AskRecord | undefined>;
  /** Makes the ask of a claim. `done` is called once, when it has ended. */
  open(record: AskRecord, trigger: string, life: AbortController, done: () => void): Ask;
  /** The claim never became visible: it shall not count. */
  giveBack(record: AskRecord): void;
  /** How many messages wait for delivery. */
  waiting(): Promise<number>;
  privacyReport(): Promise<PrivacyReport>;
  diagnostics(): Promise<Diagnostics & { version: string }>;
  retryFailed(): Promise<void>;
  erase(): Promise<void>;
  stop(): void;
}

const DAY = 86_400_000;
const PREFIX = 'ask/';

const bytes = (): Uint8Array => crypto.getRandomValues(new Uint8Array(16));

export function createStage(ports: StagePorts): Stage {
  const { config, preview, now, emit, remember } = ports;
  const anonymous = config.kind === 'employee';
  const { kept } = ports;
  const name = anonymous ? 'askwell-employee' : 'askwell';
  const durable = kept ? openDurable(name) : Promise.resolve(nowhere);
  const outbox = durable.then((opened) => createOutbox({
    durable: opened, name, version: VERSION, survey: config.survey, endpoint: config.endpoint, now, random: Math.random,
    ...(kept && { local: () => localStorage }),
    loadFormat: ports.loadFormat,
    onEvent: (delivery) => emit('askwell-delivery', delivery),
  }));
  const keys = new Map<string, string>();

  /** Writes how far an ask came: to the history at once, to the durable copy behind it. */
  const mark = (record: AskRecord, state: AskRecord['state']): void => {
    Object.assign(record, { state, until: now() });
    remember({ v: 1, asks: [{ ...record }] });
    const key = keys.get(record.id);
    if (key) void durable.then((opened) => opened.put(key, { ...record }));
  };

  /** The random name of an anonymous person, made when first needed and never for an employee. */
  const anonymousId = (): string => {
    let { anonymousId: id } = ports.history();
    if (!id) remember({ v: 1, asks: [], anonymousId: (id = uuidv7(now(), bytes())) });
    return id!;
  };

  const factsOf = (record: AskRecord, trigger: string): AskFacts => {
    const user = ports.user();
    const quiet = anonymous || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
    return {
      id: record.id,
      survey: { id: config.survey, kind: config.kind, wave: waveOf(config.wave, record.at).name, trigger },
      probability: probability(config.sampling),
      version: VERSION,
      ...(!quiet && {
        person: {
          ...(user?.id && { id: user.id }),
          ...(user?.proof && { proof: user.proof }),
          ...(!preview && { anonymousId: anonymousId() }),
          ...(user?.traits && { traits: user.traits }),
        },
        context: whereAmI(config.context),
      }),
    };
  };

  return {
    claim: async (allowed) => claimWith<AskRecord>(await durable, PREFIX, (taken, key) => {
      if (!allowed(taken)) return;
      const at = now();
      const by = ports.person();
      const id = uuidv7(anonymous ? at - (at % DAY) : at, bytes());
      keys.set(id, key);
      return { id, survey: config.survey, state: 'claimed', at, until: at, ...(by && { by }) };
    }),
    open(record, trigger, life, done) {
      /** Another tab got an answer, or a no, while this question was open: it is not asked twice. */
      const look = async (): Promise<void> => {
        await ports.recall();
        const settled = /^(snoozed|dismissed|answered|opted-out)$/;
        if (ports.history().asks.some(({ id, state, until }) => id !== record.id && until >= record.at && settled.test(state))) life.abort();
      };
      addEventListener('storage', look);
      return createAsk({
        config, preview, now, emit,
        signal: life.signal,
        facts: factsOf(record, trigger),
        prefill: ports.prefill ?? prefilledScore(),
        post: async (message) => (await outbox).post(message),
        mark: (state) => preview || mark(record, state),
        done() {
          removeEventListener('storage', look);
          done();
        },
      });
    },
    giveBack: (record) => mark(record, 'returned'),
    waiting: async () => (await outbox).waiting(),
    privacyReport: async () => reportPrivacy(ports.history(), await durable),
    diagnostics: async () => ({ version: VERSION, ...(await (await outbox).diagnostics()) }),
    retryFailed: async () => void (await (await outbox).retryFailed()),
    erase: async () => {
      await (await outbox).erase();
      await (await durable).erase();
    },
    stop: () => void outbox.then((opened) => opened.stop()),
  };
}

export type StageFactory = typeof createStage;
