import { createAsker, type AskerPorts, type Askwell } from './asker.js';
import type { Ask } from './ask.js';
import { readAttributes } from './config/attributes.js';
import type { AskwellConfig } from './config/config.js';

type Call = [command: string, ...args: unknown[]];
interface Command extends Partial<Askwell> {
  (...call: Call): unknown;
  q?: Iterable<Call>;
}

/** What an element of the page's own is given by the script tag. */
type Serve = (config: AskwellConfig, ports: Pick<AskerPorts, 'present' | 'target'>) => Askwell;

const page = globalThis as unknown as { askwell?: Command };

const METHODS = ['track', 'identify', 'consent', 'ask', 'explain', 'privacyReport', 'diagnostics', 'retryFailed', 'reset'] as const;

/** A page can replace `document.currentScript` with an `<img name="currentScript">`; the prototype's getter cannot be clobbered. */
const ownScript = (): HTMLScriptElement | null =>
  Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')!.get!.call(document);

/** Runs as the script tag: configuration from its attributes and from the commands that were queued before it loaded. */
function start(script: HTMLScriptElement | null): void {
  const early = page.askwell;
  // The tag stands twice on the page, or a tag manager loaded it again: the first one goes on.
  if (early?.explain) return;

  const near = (file: string): string => new URL(file, script?.src || location.href).href;
  const get = <T>(file: string): Promise<T> => import(/* @vite-ignore */ near(file));
  let asker: Askwell | undefined;

  const serve: Serve = (config, ports) => createAsker(config, {
    ...ports,
    stage: async () => (await get<typeof import('./stage.js')>('askwell-stage.js')).createStage,
    explain: async () => (await get<typeof import('./schema/explain.js')>('askwell-explain.js')).explainConfig,
    loadFormat: async (name) => (await get<typeof import('./delivery/formats/form.js')>(`formats/${name}.js`)).format,
  });

  const present = async (ask: Ask): Promise<void> =>
    (await get<typeof import('./view.js')>('askwell-view.js')).show(ask, serve, near('locales/'));

  const written = readAttributes(script?.attributes);

  const command: Command = (name, ...args) => {
    if (name === 'on') return document.addEventListener(args[0] as string, args[1] as EventListener);
    if (name !== 'init') return (command as unknown as Record<string, (...all: unknown[]) => unknown>)[name]?.(...args);
    const config = { when: [{ seconds: 20 }], ...written, ...(args[0] as AskwellConfig) };
    if (asker) asker.update(config);
    else asker = serve(config, { present, target: document });
  };
  for (const name of METHODS) {
    command[name] = (...args: never[]) => (asker?.[name] as ((...all: never[]) => never) | undefined)?.(...args) as never;
  }
  page.askwell = command;

  // Who listens wants to hear of the first decision too, wherever in the queue that was said.
  const queue = [...(early?.q ?? [])].map((call): Call => [...call]);
  const said = (name: string): Call[] => queue.filter((call) => call[0] === name);
  for (const call of said('on')) command(...call);
  const inits = said('init');
  if (!inits.length && Object.keys(written).length) inits.push(['init']);
  for (const call of inits) command(...call);
  for (const call of queue) if (call[0] !== 'on' && call[0] !== 'init') command(...call);
}

try {
  start(ownScript());
} catch {
  // Whatever the page has done to its globals: it must not learn of us by an exception.
}
