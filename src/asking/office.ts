import { createAsk, type Ask, type Kept } from './ask.js';
import type { AskFacts } from '../core/compose.js';
import type { AskRecord, AskState } from '../core/history.js';
import { uuidv7 } from '../core/id.js';
import { quiet } from '../core/quiet.js';
import type { Message } from '../core/message.js';
import { probability } from '../core/sampling.js';
import { waveOf } from '../core/wave.js';
import { readDrafts, removeDraft } from '../delivery/draft.js';
import { createOutbox, type Diagnostics } from '../delivery/outbox.js';
import { whereAmI } from '../page/address.js';
import type { StagePorts } from './stage.js';
import type { Claims } from '../storage/claims.js';
import { openExisting, whole } from '../storage/indexed-db.js';
import { reportPrivacy, type PrivacyReport } from '../storage/report.js';
import { VERSION } from '../version.js';

/** What the stage lends to its office. */
export interface OfficePorts extends StagePorts {
  durable: Claims;
  /** Writes how far an ask came into the history, and when (epoch ms). */
  mark(record: AskRecord, state: AskState, at: number): void;
  /** The ask of this id was claimed by this page. */
  isOurs(id: string): boolean;
}

/** One showing, before anything was said. */
export interface Opening {
  record: AskRecord;
  trigger: string;
  prefill?: number;
  signal: AbortSignal;
  now(): number;
  /** Called once, when the ask has ended. */
  done(): void;
}

/** Makes asks, posts what is said in them, and tells what lies around. */
export interface Office {
  open(opening: Opening): Ask;
  diagnostics(): Promise<Diagnostics & { version: string }>;
  privacyReport(): Promise<PrivacyReport>;
  retryFailed(): Promise<unknown>;
  /** Forgets what waits. */
  forget(): void;
  stop(): void;
}

export async function openOffice(ports: OfficePorts): Promise<Office> {
  const { config, emit, kept, mark, name, now, preview, remember } = ports;
  const durable = whole(ports.durable);
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
    onError(error) {
      console.error(`[askwell] ${error}`);
      emit('askwell-error', { errors: [error] });
    },
  });
  const post = (message: Message): Promise<Kept> => {
    const posted = outbox.post(message);
    if (kept && ports.hurry) removeDraft(name, durable, message.id);
    return posted;
  };

  /** The random name of an anonymous person, made when first needed and never for an employee. */
  const anonymousId = (): string => {
    let { anonymousId: id } = ports.history();
    if (!id)
      remember({ v: 1, asks: [], anonymousId: (id = uuidv7(now(), crypto.getRandomValues(new Uint8Array(16)))) });
    return id;
  };

  const factsOf = (record: AskRecord, trigger: string): AskFacts => {
    // Where somebody else has taken over meanwhile, it is nobody's.
    const user = !record.by || record.by === ports.person() ? ports.user() : undefined;
    const { kind, survey, wave } = config;
    const nameless = kind === 'employee' || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
    return {
      id: record.id,
      survey: { id: survey, kind, wave: waveOf(wave, record.at).name, trigger },
      probability: probability(config.sampling),
      version: VERSION,
      ...(!nameless && {
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

  const open = ({ record, trigger, ...opening }: Opening, told = emit, facts = factsOf(record, trigger)): Ask =>
    createAsk({
      ...opening,
      config,
      preview,
      emit: told,
      post,
      facts,
      mark: (state) => preview || mark(record, state, opening.now()),
    });

  /** What was said on a page that left before this file was there is said now, as of then. */
  for (const { record, trigger, said } of kept ? await readDrafts(name, durable, config.survey) : []) {
    if (ports.isOurs(record.id)) continue;
    const { person, context: _, ...facts } = factsOf(record, trigger);
    let at = 0;
    const opening = { record, trigger, signal: new AbortController().signal, now: () => at, done: () => {} };
    // Somebody else may be here now, on another page of the site.
    const isTheirs = record.by === ports.person();
    const ask = open(opening, () => true, { ...facts, ...(isTheirs && person && { person }) });
    for (const [method, given, then] of said) {
      at = then;
      // Whoever wrote it down: what cannot be said is left out, also where that shows only later.
      void quiet(() => (ask[method as 'comment'] as (...all: unknown[]) => unknown)(...given))();
    }
    removeDraft(name, durable, record.id);
  }

  return {
    open,
    diagnostics: () => outbox.diagnostics().then((found) => ({ version: VERSION, ...found })),
    // What an earlier page view was allowed to store is there, even if this one may store nothing.
    privacyReport: async () => reportPrivacy(ports.history(), kept ? durable : await openExisting(name)),
    retryFailed: () => outbox.retryFailed(),
    forget: () => outbox.erase(),
    stop: () => outbox.stop(),
  };
}
