import { readAttributes } from '../config/attributes.js';
import type { AskwellConfig, User } from '../config/config.js';
import { quickConfig, type QuickConfig } from '../config/quick.js';
import type { Visits } from '../core/history.js';
import { countKept, countWaiting } from '../delivery/waiting.js';
import { now } from '../page/clock.js';
import { viewed } from '../page/navigation.js';
import { hasConsent, keyOf, knownRight, noteVisit, refusalOf } from './glance.js';

const COMMANDS = 'init on track identify consent ask explain privacyReport diagnostics retryFailed reset';

/** One command, as a queue has it. */
export type Call = [name: string, ...args: any[]];

/** `window.askwell`: a command for everything, and each method by its name. Before this file is loaded, a queue of calls. */
interface Command {
  (...call: Call): unknown;
  q?: Iterable<Call>;
  [method: string]: unknown;
}

/**
 * The script tag. Most page views end here: the configuration is right, a glance at the storage says that nobody is to be asked
 * yet, and nothing else is fetched: when the moment comes, that is said in an event. Who may be asked waits here for the moment,
 * too; then the asker is fetched and takes over, with every call that was made until then.
 */
function load(script: HTMLScriptElement | null): void {
  const page = window as unknown as { askwell?: Command; navigation?: EventTarget };
  const queued = page.askwell;
  // The tag stands twice on the page, or a tag manager loaded it again: the first one goes on.
  if (queued?.explain) return;

  const base = script?.src || location.href;
  const written = readAttributes(script?.dataset);
  /** What the asker has to know of when it takes over; the first `old` came in earlier views. */
  const calls: Call[] = [];
  let old = 0;
  /** For so long the page was visible in this view. */
  let seconds = 0;
  let given: AskwellConfig | undefined;
  let config: QuickConfig | undefined;
  let visits: Visits | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let wait: number | undefined;
  let asker: Promise<any> | undefined;
  /** Names this configuration with this person, for the glances of later page views. */
  const restKey = (user?: User): number => keyOf({ ...given, user });

  const halt = (): void => (timer = clearInterval(timer) as undefined);

  /** When the file cannot be had, nobody is asked in this page view, and the next one tries again. */
  const wake = (): Promise<any> =>
    (asker ??= (async () => {
      // In here, because an address that none can be relative to throws.
      const { serve } = await import(/* @vite-ignore */ new URL('askwell-asker.js', base).href);
      const awake = await serve(given, base, quickConfig, calls, () => [old, seconds]);
      halt();
      return awake;
    })().catch(() => (asker = undefined)));

  /** Has the event of a trigger come as often as it wants, and once at least in this view? */
  const isDue = ({ event, count = 1 }: any): boolean => {
    const isIt = (call: Call) => call[1] === event;
    return calls.filter(isIt).length >= count && calls.slice(old).some(isIt);
  };

  /** The moment has come: a person who is surely out costs an event, everybody else the asker. */
  const decide = (): unknown => {
    halt();
    const detail = refusalOf(config!, restKey(config!.user), visits!, now());
    const event = new Event('askwell-decision', { bubbles: true, composed: true });
    return detail ? document.dispatchEvent(Object.assign(event, detail, { detail })) : wake();
  };

  /** Sleeps, waits for the moment, or wakes; nothing before there is a configuration, or once the asker is on its way. */
  const look = (): unknown => {
    if (asker || !given) return undefined;
    // What else was said before the configuration was there cannot wait: was consent withdrawn, nothing may be stored.
    if (!config || calls.some(([said]) => !/^[ti]/.test(said))) return wake();
    visits = noteVisit(config, now());
    if (hasConsent(config)) {
      const kept = 'askwell' + (config.kind === 'employee' ? '-employee' : '');
      if (countWaiting(kept)) return wake();
      // What only the durable storage still knows must not wait until this person may be asked again.
      countKept(kept).then(
        (count) => count && command('diagnostics'),
        () => {},
      );
    }
    // Scrolling, leaving and idling are watched by the asker; who is surely out hears at once that they will not count.
    wait =
      config.when[0] &&
      Math.min(...config.when.map((one: any) => one.seconds ?? (one.event && !isDue(one) ? 1 / 0 : 0)));
    if (!wait) return decide();
    // A look a second is coarse and cheap, and a page that is frozen or in the background costs nothing.
    if (wait < 1 / 0) timer ??= setInterval(() => document.hidden || ++seconds < wait! || decide(), 1000);
  };

  const command = ((...call) => {
    let [name, first, second] = call;
    // A page that is being prerendered has no reader yet: nothing is read, stored, counted or said before it is shown.
    if ((document as { prerendering?: boolean }).prerendering) {
      return new Promise((resolve) => document.addEventListener('prerenderingchange', resolve)).then(() =>
        command(...call),
      );
    }
    if (name === 'on') return document.addEventListener(first, second);
    if (name === 'init') {
      // The latest word on who is here counts.
      if (given && first?.user) calls.push(['identify', first.user]);
      name = 'update';
      first = given = { ...written, ...first } as AskwellConfig;
      given.when ??= [{ seconds: 20 }];
      config = quickConfig(given, knownRight() === restKey(given.user));
      if (!asker) return look();
    }
    if (!given || (asker ? /^[ic]/ : /^[tic]/).test(name)) calls.push([name, first]);
    if (name === 'identify') written.user = first;
    if (given && (asker || !/^[ti]/.test(name)))
      return wake()
        .then((awake) => awake?.[name](first))
        .catch(() => {});
    if (name !== 'identify') return config?.when.some((one: any) => one.event === first && isDue(one)) && decide();
    if (config) config.user = first;
    return look();
  }) as Command;
  for (const name of COMMANDS.split(' ')) {
    command[name] = async (...args: unknown[]) => command(name, ...args);
  }
  page.askwell = command;

  // Wherever in the queue it was said: who listens hears of the first decision too, and who is here and what they allow counts.
  const isInit = ([name]: Call): any => name === 'init';
  const queue = [...(queued?.q ?? [])].sort((a, b) => isInit(a) - isInit(b));
  if (Object.keys(written)[0] && !queue.some(isInit)) queue.push(['init']);
  for (const call of queue) command(...call);

  let last = viewed();
  /** The next view of a single-page application. Once the asker is here, it watches by itself. */
  const onward = () => {
    if (last === (last = viewed())) return;
    halt();
    seconds = 0;
    old = calls.length;
    look();
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
