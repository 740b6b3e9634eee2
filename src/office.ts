import { createAsk, type Ask, type Kept } from './ask.js';
import type { AskFacts } from './core/compose.js';
import type { AskRecord, AskState } from './core/history.js';
import { uuidv7 } from './core/id.js';
import type { Message } from './core/message.js';
import { probability } from './core/sampling.js';
import { waveOf } from './core/wave.js';
import { createOutbox, type Diagnostics } from './delivery/outbox.js';
import { whereAmI } from './page/address.js';
import type { StagePorts } from './stage.js';
import { eraseLocal } from './storage/erase.js';
import type { Durable } from './storage/indexed-db.js';
import { reportPrivacy, type PrivacyReport } from './storage/report.js';
import { VERSION } from './version.js';

/** What the stage lends to its office. */
export interface OfficePorts extends StagePorts {
  durable: Durable;
  /** Writes how far an ask came into the history. */
  mark(record: AskRecord, state: AskState): void;
}

/** One showing, before anything was said. */
export interface Opening {
  record: AskRecord;
  trigger: string;
  prefill?: number;
  signal: AbortSignal;
  /** Called once, when the ask has ended. */
  done(): void;
}

/** Makes asks, posts what is said in them, and tells what lies around. */
export interface Office {
  open(opening: Opening): Ask;
  diagnostics(): Promise<Diagnostics & { version: string }>;
  privacyReport(): Promise<PrivacyReport>;
  retryFailed(): Promise<unknown>;
  erase(): Promise<void>;
  stop(): void;
}

export function createOffice(ports: OfficePorts): Office {
  const { config, durable, emit, kept, mark, name, now, preview, remember } = ports;
  const outbox = createOutbox({
    durable,
    name,
    version: VERSION,
    survey: config.survey,
    endpoint: config.endpoint,
    now,
    random: Math.random,
    ...(kept && { local: () => localStorage }),
    loadFormat: ports.loadFormat,
    onEvent: (delivery) => emit('askwell-delivery', delivery),
  });
  const post = (message: Message): Promise<Kept> => outbox.post(message);

  /** The random name of an anonymous person, made when first needed and never for an employee. */
  const anonymousId = (): string => {
    let { anonymousId: id } = ports.history();
    if (!id)
      remember({ v: 1, asks: [], anonymousId: (id = uuidv7(now(), crypto.getRandomValues(new Uint8Array(16)))) });
    return id;
  };

  const factsOf = (record: AskRecord, trigger: string): AskFacts => {
    const user = ports.user();
    const { kind, survey, wave } = config;
    const quiet = kind === 'employee' || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
    return {
      id: record.id,
      survey: { id: survey, kind, wave: waveOf(wave, record.at).name, trigger },
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
    open: ({ record, trigger, prefill, signal, done }) =>
      createAsk({
        config,
        preview,
        now,
        emit,
        post,
        prefill,
        signal,
        done,
        facts: factsOf(record, trigger),
        mark: (state) => preview || mark(record, state),
      }),
    diagnostics: () => outbox.diagnostics().then((found) => ({ version: VERSION, ...found })),
    privacyReport: () => reportPrivacy(ports.history(), durable),
    retryFailed: () => outbox.retryFailed(),
    async erase() {
      outbox.erase();
      await durable.erase();
      eraseLocal(name);
    },
    stop: () => outbox.stop(),
  };
}
