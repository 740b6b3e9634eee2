import type { Ask } from '../asking/ask.js';
import { createAsker, type AskerPorts, type Askwell } from '../asking/asker.js';
import { arrive } from '../asking/presence.js';
import type { Backroom } from '../asking/backroom.js';
import type { AskwellConfig } from '../config/config.js';
import { withDefaults } from '../config/defaults.js';
import type { quickConfig } from '../config/quick.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { now } from '../page/clock.js';
import { openLocal } from '../storage/here.js';
import { forgetRests, keyOf, noteRest, noteRight, noteVisit } from './glance.js';
import type { Call } from './loader.js';

/**
 * The asker of the script tag, which fetches the rest of itself from the folder of `base` when it is needed: at once for a
 * configuration that a glance cannot judge, with another storage, with `where`, with triggers that watch what the person does, or
 * with `debug`, where the linter has its say as well.
 *
 * It goes on where the tag has come to: `calls` is what the page has said of events, of who is here and of consent, of which the
 * first `old` came in earlier views, and for `seconds` the page was visible in this one.
 */
export async function serve(
  given: AskwellConfig,
  base: string,
  quick: typeof quickConfig,
  calls: Call[],
  past: () => [old: number, seconds: number],
): Promise<Askwell> {
  const get = <T>(file: string): Promise<T> => import(/* @vite-ignore */ new URL(file, base).href);
  const backroom = (): Promise<Backroom> => get('askwell-backroom.js');
  const simple = quick(given);
  /** What watches the person, reads patterns or stores elsewhere is fetched with the whole check, and then is there for all. */
  const check = (wanted: AskwellConfig): Promise<ResolvedConfig | undefined> | ResolvedConfig | undefined => {
    const found = wanted === given ? simple : quick(wanted);
    return !found?.where && found?.when.every((one: any) => one.event || one.seconds >= 0)
      ? withDefaults(found)
      : backroom().then((fetched) => Object.assign(ports, fetched).resolveConfig(wanted, base));
  };
  const presence = arrive();
  const ports: AskerPorts = {
    presence,
    visit: (about) => (isNoted(about) ? noteVisit(about, now()) : undefined),
    onDecision(decision, about, user, asked, wanted) {
      if (!isNoted(about)) return;
      if (asked) forgetRests(about);
      noteRest(about, keyOf({ ...wanted, user }), decision, now());
    },
    resolve: (wanted) => (wanted === given ? config : check(wanted)),
    target: document,
    openStore: openLocal,
    hurry: true,
    present: async (ask: Ask) =>
      (await get<typeof import('./view.js')>('askwell-view.js')).show(ask, backroom, new URL('locales/', base).href),
    backroom,
    explain: () => get<typeof import('../schema/explain-attributes.js')>('askwell-explain.js'),
    loadFormat: async (name) =>
      (await get<typeof import('../delivery/formats/form.js')>(`formats/as-${name}.js`)).format,
  };

  const config = await check(given);
  /** May a glance of a later page view find a note of it? */
  const isNoted = (about?: ResolvedConfig): about is ResolvedConfig =>
    about?.storage === 'local' && about.consent === 'granted';
  // Whoever debugs wants to hear of each decision.
  if (isNoted(config) && !simple && !config.debug) noteRight(keyOf(given));
  const asker = createAsker(given, ports);
  const [old, seconds] = past();
  presence.progress.seen = seconds * 1000;
  const { counts } = presence.progress;
  const latest = new Map(calls.map(([name, argument], index) => [name === 'track' && argument, index]));
  calls.forEach(([name, argument], index) => {
    // An event of an earlier view only counts, and so does one that came again.
    if (name !== 'track' || (index >= old && latest.get(argument) === index)) void (asker as any)[name]?.(argument);
    else counts.set(argument, (counts.get(argument) ?? 0) + 1);
  });
  // From now on it hears by itself.
  calls.push = () => 0;
  return asker;
}
