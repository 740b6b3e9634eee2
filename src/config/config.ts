import type { Kind, Message } from '../core/message.js';
import type { Category } from '../core/category.js';
import type { History } from '../core/history.js';

/** Any one of the triggers fires. Time counts only while the page is visible. */
export type Trigger =
  | { event: string; count?: number }
  | { seconds: number }
  | { scroll: number }
  | { exit: true }
  | { idle: number };

/** Names of the shapes that a message can take on its way to an endpoint (`delivery/formats/`). */
export type FormatName =
  | 'auto'
  | 'json'
  | 'text'
  | 'form'
  | 'cloudevents'
  | 'segment'
  | 'posthog'
  | 'mixpanel'
  | 'amplitude'
  | 'plausible'
  | 'hubspot'
  | 'supabase'
  | 'data-layer';

/** A host's own format: turns a message into the body and headers of a POST. */
export type FormatFunction = (message: Message) => { body: string; headers?: Record<string, string>; url?: string };

export interface EndpointObject {
  url?: string;
  format?: FormatName | FormatFunction;
  /** `responses` leaves out `asked`, `dismissed`, `snoozed` and `opted-out`. */
  messages?: 'all' | 'responses';
  headers?: Record<string, string>;
  credentials?: RequestCredentials;
  /** What a vendor's format needs besides the address: write key, token, project, form id. See the format's page. */
  options?: Record<string, string>;
}

/** An own way out. The answer stays in the outbox until the promise resolves. */
export type Deliver = (message: Message) => Promise<unknown>;

export type Endpoint = string | EndpointObject | Deliver;

export interface User {
  id?: string;
  /** Hex HMAC-SHA-256 of `id`, made by the host's backend, for a collector with `identitySecret`. */
  proof?: string;
  createdAt?: string | number | Date;
  lastAskedAt?: string | number | Date;
  traits?: Record<string, unknown>;
}

/** All in whole or fractional days, except the two counts. A `throttle` key left out keeps its default for the `kind`. */
export interface Throttle {
  firstAskAfterDays: number;
  minVisits: number;
  afterAnswerDays: number;
  afterDismissDays: number;
  afterSnoozeDays: number;
  afterIgnoreDays: number;
  maxIgnores: number;
  betweenSurveysDays: number;
}

export interface Manners {
  modal: boolean;
  typing: boolean;
  media: boolean;
  error: boolean;
  automation: boolean;
  hidden: boolean;
  busy?: string;
  veto?: () => boolean;
}

export interface Thanks {
  text?: string;
  link?: { href: string; text: string };
}

/** `read` and `merge` of a host's own storage; either may be async, slow, or fail. */
export interface HistoryStore {
  read(key: string): History | undefined | Promise<History | undefined>;
  merge(key: string, history: History): unknown;
}

/** What a host writes. Every key may be left out. The keys are the public contract of PRODUCT §3. */
export interface AskwellConfig {
  survey?: string;
  kind?: Kind;
  product?: string;
  endpoint?: Endpoint;
  user?: User;
  layout?: 'corner' | 'bar' | 'modal' | 'inline';
  placement?: 'end' | 'start';
  locale?: string;
  theme?: 'auto' | 'light' | 'dark';
  text?: Record<string, unknown>;
  reasons?: string[] | Partial<Record<Category, string[]>>;
  contact?: boolean;
  thanks?: Thanks | Partial<Record<Category, Thanks>>;
  when?: Trigger[];
  where?: { include?: string[]; exclude?: string[] };
  throttle?: Partial<Throttle>;
  sampling?: { rate?: number; holdout?: number; spread?: boolean };
  wave?: string;
  manners?: Partial<Manners>;
  consent?: 'granted' | 'required';
  storage?: 'local' | 'cookie' | 'memory' | HistoryStore;
  cookieDomain?: string;
  context?: { url?: 'path' | 'full' | 'none'; properties?: Record<string, unknown> };
  debug?: boolean;
}
