import { readAttributes } from '../config/attributes.js';
import type { AskwellConfig, User } from '../config/config.js';
import { quickConfig, type QuickConfig } from '../config/quick.js';
import type { Visits } from '../core/history.js';
import { countKept, countWaiting } from '../delivery/waiting.js';
import { now } from '../page/clock.js';
import { viewed } from '../page/navigation.js';
import { hasConsent, keyOf, knownRight, noteVisit, refusalOf } from './glance.js';

const COMMANDS = 'init on track identify consent ask explain privacyReport diagnostics retryFailed reset';

type Call = [name: string, ...args: any[]];

/** `window.askwell`: a command for everything, and each method by its name. Before this file is loaded, a queue of calls. */
interface Command {
  (...call: Call): unknown;
  q?: Iterable<Call>;
  [method: string]: unknown;
}

/** What the asker is given when it takes over. */
export interface Early {
  quick: typeof quickConfig;
  /** Names this configuration with this person, for the glances of later page views. */
  restKey(user?: User): number;
  /** For so many seconds the page was visible so far. */
  seconds: number;
}

/**
 * The script tag. Most page views end here: the configuration is right, a glance at the storage says that nobody is to be asked
 * yet, and nothing else is fetched: when the moment comes, that is said in an event. Who may be asked waits here for the moment,
 * too; then the asker is fetched and takes over, with every call that was made until then.
 */
function load(script: HTMLScriptElement | null): void {
  const page = globalThis as unknown as { askwell?: Command; navigation?: EventTarget };
  const early = page.askwell;
  // The tag stands twice on the page, or a tag manager loaded it again: the first one goes on.
  if (early?.explain) return;

  const base = script?.src || location.href;
  const written = readAttributes(script?.dataset);
  const calls: Call[] = [];
  let given: AskwellConfig | undefined;
  let config: QuickConfig | undefined;
  let visits: Visits | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let seconds = 0;
  let asker: Promise<any> | undefined;

  /** Resolves to nothing when the file cannot be had: then nobody is asked in this page view. */
  const wake = (): Promise<any> =>
    (asker ??= (async () => {
      // In here, because an address that none can be relative to throws.
      const { serve } = await import(/* @vite-ignore */ new URL('askwell-asker.js', base).href);
      clearInterval(timer);
      const restKey = (user?: User) => keyOf({ ...given, user });
      const awake = await serve(given, { quick: quickConfig, restKey, seconds } satisfies Early, base);
      for (const [name, argument] of calls) awake[name](argument);
      return awake;
    })().catch(() => {}));

  /** Has the event of a trigger come as often as it wants? */
  const isDue = ({ event, count = 1 }: any): boolean => calls.filter((call) => call[1] === event).length >= count;

  /** The moment has come: a person who is surely out costs an event, everybody else the asker. */
  const decide = (): unknown => {
    clearInterval(timer);
    const refused = refusalOf(config!, keyOf(given), visits!, now());
    if (!refused) return wake();
    const event = new Event('askwell-decision', { bubbles: true, composed: true });
    return document.dispatchEvent(Object.assign(event, refused, { detail: refused }));
  };

  /** Sleeps, waits for the moment, or wakes. `again`: events that came in an earlier view have been looked at. */
  const look = (again?: boolean): unknown => {
    clearInterval(timer);
    if (!config) return wake();
    visits = noteVisit(config, now());
    if (hasConsent(config)) {
      const kept = config.kind === 'employee' ? 'askwell-employee' : 'askwell';
      if (countWaiting(kept)) return wake();
      // What only the durable storage still knows must not wait until this person may be asked again.
      countKept(kept).then(
        (count) => count && command('diagnostics'),
        () => {},
      );
    }
    // Scrolling, leaving and idling are watched by the asker; who is surely out hears at once that they will not count.
    const wait = Math.min(
      ...config.when.map((one: any) => one.seconds ?? (one.event && (again || !isDue(one)) ? 1 / 0 : 0)),
      config.when[0] ? 1 / 0 : 0,
    );
    if (!wait) return decide();
    // A look a second is coarse and cheap, and a page that is frozen or in the background costs nothing.
    if (wait < 1 / 0) timer = setInterval(() => document.hidden || ++seconds < wait || decide(), 1000);
  };

  const command = ((...call) => {
    const [name, first, second] = call;
    // A page that is being prerendered has no reader yet: nothing is read, stored, counted or said before it is shown.
    if ((document as { prerendering?: boolean }).prerendering) {
      return new Promise((resolve) => document.addEventListener('prerenderingchange', resolve)).then(() =>
        command(...call),
      );
    }
    if (name === 'on') return document.addEventListener(first, second);
    if (name === 'init') {
      given = { when: [{ seconds: 20 }], user: given?.user, ...written, ...first };
      config = quickConfig(given, knownRight() === keyOf(given));
      return asker ? asker.then((awake) => awake?.update(given)) : look();
    }
    if (!/^(track|identify)$/.test(name) || asker)
      return (
        given &&
        wake()
          .then((awake) => awake?.[name](first))
          .catch(() => {})
      );
    calls.push([name, first]);
    if (name === 'identify') {
      given = { ...given, user: first };
      if (config) config.user = first;
      return config && look();
    }
    return visits && config!.when.some((one: any) => one.event === first && isDue(one)) && decide();
  }) as Command;
  for (const name of COMMANDS.split(' ')) {
    command[name] = (...args: unknown[]) => command(name, ...args);
  }
  page.askwell = command;

  const queue = [...(early?.q ?? [])];
  if (Object.keys(written)[0] && !queue.some(([name]) => name === 'init')) queue.push(['init']);
  // Wherever in the queue it was said: who listens hears of the first decision too, who is here counts in it, and an event
  // counts only under a configuration.
  const order = ([name]: Call): number => 'init identify on'.indexOf(name);
  for (const call of queue.sort((a, b) => order(b) - order(a))) command(...call);

  let last = viewed();
  /** The next view of a single-page application. Once the asker is here, it watches by itself. */
  const onward = () => {
    if (last === (last = viewed())) return;
    seconds = 0;
    if (visits && !asker) look(true);
  };
  addEventListener('popstate', onward);
  page.navigation?.addEventListener('currententrychange', onward);
}

try {
  // A page can replace `document.currentScript` with an `<img name="currentScript">`; the prototype's getter cannot be clobbered.
  load(Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null);
} catch {
  // Whatever the page has done to its globals: it must not learn of us by an exception.
}
