import { createAsker, type AskerPorts, type Askwell } from './asking/asker.js';
import { arrive, type Presence } from './asking/presence.js';
import type { AskwellConfig } from './config/config.js';
import { resolveAloud } from './config/resolve-aloud.js';
import { AskWellElement } from './element/ask-well.js';
import type { CreateAskwell } from './element/attributes.js';
import { forgiving } from './element/own-interface.js';
import { loadMessages, resolveLocale, type Messages } from './locales/index.js';
import { watchGestures } from './page/gestures.js';
import { isAskedHere } from './page/navigation.js';
import { activated, isPrerendered } from './page/lifecycle.js';
import { openStore } from './storage/open.js';

/** What `createAskwell` needs from a host with its own user interface. Without `present` nobody is asked. */
export type Ports = Partial<Pick<AskerPorts, 'present' | 'target' | 'preview' | 'prefill'>>;

function create(config: AskwellConfig, ports: Pick<AskerPorts, 'present' | 'presence'> & Ports): Askwell {
  const resolve = (wanted: AskwellConfig) => resolveAloud(wanted, () => import('./config/say-findings.js'));
  return createAsker(config, {
    target: new EventTarget(),
    ...ports,
    // A page that is being prerendered has no reader yet: nothing is read, stored or counted before it is shown.
    resolve: (wanted) => (isPrerendered() ? activated().then(() => resolve(wanted)) : resolve(wanted)),
    openStore,
    watchGestures,
    isAskedHere,
    backroom: () => import('./asking/backroom.js'),
    explain: () => import('./schema/explain.js'),
    loadFormat: async (name) => (await import('./delivery/formats.js')).loadFormat(name),
  });
}

/**
 * The same rules with a user interface of the host's own: `present` gets an `Ask` when somebody is to be asked. Events go out on
 * `target`, by default one that only `on()` hears. In a browser only; importing it anywhere is safe.
 */
export const createAskwell = (config: AskwellConfig, ports: Ports = {}): Askwell =>
  create(config, { ...ports, present: async (ask) => ports.present!(forgiving(ask)) });

/** Out of the page and in again, it is the same person who sits before an element. */
const presences = new WeakMap<EventTarget, Presence>();

/** The custom element, not registered: `customElements.define('my-survey', class extends AskWell {})`. */
export class AskWell extends AskWellElement {
  static override createAskwell: CreateAskwell = (config, ports) => {
    const presence = presences.get(ports.target) ?? arrive();
    presences.set(ports.target, presence);
    return create(config, { ...ports, presence });
  };
  static override loadLocale = (wanted: readonly string[]): Promise<Messages> => loadMessages(resolveLocale(wanted));
}

export { AskwellEvent } from './asking/events.js';
export type { AskwellEventFields, AskwellEventMap, AskwellEventName } from './asking/events.js';
export type { Ask, DismissReason, Kept, Shown } from './asking/ask.js';
export type { Askwell } from './asking/asker.js';
export type {
  AskwellConfig,
  Endpoint,
  EndpointObject,
  HistoryStore,
  Manners,
  Thanks,
  Throttle,
  Trigger,
  User,
} from './config/config.js';
export type { Decision, Gate, GateCode } from './core/decision.js';
export type { History } from './core/history.js';
export type { Category } from './core/category.js';
export type { Kind, Message, MessageType } from './core/message.js';
export type { Messages };
export { lint } from './config/lint.js';
export { collectorHistory } from './storage/remote.js';
