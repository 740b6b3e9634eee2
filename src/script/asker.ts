import type { Ask } from '../asking/ask.js';
import { createAsker, type Askwell } from '../asking/asker.js';
import type { Backroom } from '../asking/backroom.js';
import type { AskwellConfig } from '../config/config.js';
import { withDefaults } from '../config/defaults.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { now } from '../page/clock.js';
import { openLocal } from '../storage/here.js';
import { forgetRests, noteRest, noteRight, noteVisit } from './glance.js';
import type { Early } from './loader.js';

/**
 * The asker of the script tag, which fetches the rest of itself from the folder of `base` when it is needed: at once for a
 * configuration that a glance cannot judge, with another storage, with triggers that watch what the person does, or with `debug`, where the
 * linter has its say as well.
 */
export async function serve(given: AskwellConfig, { quick, restKey, ...early }: Early, base: string): Promise<Askwell> {
  const get = <T>(file: string): Promise<T> => import(/* @vite-ignore */ new URL(file, base).href);
  const backroom = (): Promise<Backroom> => get('askwell-backroom.js');
  const simple = quick(given);
  const plain = simple?.when.every((one: any) => one.event || one.seconds >= 0) ? simple : undefined;
  let more = plain ? undefined : await backroom();
  const check = async (config: AskwellConfig) => (more ??= await backroom()).resolveConfig(config, base);

  const config = plain ? withDefaults(plain) : await check(given);
  /** May a glance of a later page view find a note of it? */
  const isNoted = (about?: ResolvedConfig): about is ResolvedConfig =>
    about?.storage === 'local' && about.consent === 'granted';
  // Whoever debugs wants to hear of each decision.
  if (isNoted(config) && !simple && !config.debug) noteRight(restKey(given.user));
  return createAsker(given, {
    ...early,
    visit: (about) => (isNoted(about) ? noteVisit(about, now()) : undefined),
    onDecision(decision, about, user, asked) {
      if (!isNoted(about)) return;
      if (asked) forgetRests(about);
      noteRest(about, restKey(user), decision, now());
    },
    resolve: (wanted) => (wanted === given ? config : check(wanted)),
    target: document,
    // A later configuration may want what the first one could do without.
    open: (about, allowed) => (more?.openStore ?? openLocal)(about, allowed),
    get watchGestures() {
      return more?.watchGestures;
    },
    hurry: true,
    present: async (ask: Ask) =>
      (await get<typeof import('./view.js')>('askwell-view.js')).show(ask, backroom, new URL('locales/', base).href),
    backroom,
    explain: () => get<typeof import('../schema/explain.js')>('askwell-explain.js'),
    loadFormat: async (name) =>
      (await get<typeof import('../delivery/formats/form.js')>(`formats/as-${name}.js`)).format,
  });
}
