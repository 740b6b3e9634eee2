import type { Ask } from './ask.js';
import { createAsker, type Askwell } from './asker.js';
import type { Backroom } from './backroom.js';
import type { AskwellConfig } from './config/config.js';
import type { Early } from './loader.js';
import { openLocal } from './storage/here.js';

/**
 * The asker of the script tag, which fetches the rest of itself from the folder of `base` when it is needed: at once for a
 * configuration with another storage or with triggers that watch what the person does.
 */
export async function serve(given: AskwellConfig, early: Early, base: string): Promise<Askwell> {
  const get = <T>(file: string): Promise<T> => import(/* @vite-ignore */ new URL(file, base).href);
  const backroom = (): Promise<Backroom> => get('askwell-backroom.js');
  const config = early.resolve(given);
  const isPlain = !config || (config.storage === 'local' && config.when.every((one) => 'seconds' in one || 'event' in one));
  const more = isPlain ? undefined : await backroom();
  return createAsker(given, {
    ...early,
    target: document,
    open: more?.openStore ?? openLocal,
    watchGestures: more?.watchGestures,
    hurry: true,
    present: async (ask: Ask) =>
      (await get<typeof import('./view.js')>('askwell-view.js')).show(ask, backroom, new URL('locales/', base).href),
    backroom,
    explain: async () => (await get<typeof import('./schema/explain.js')>('askwell-explain.js')).explainConfig,
    loadFormat: async (name) => (await get<typeof import('./delivery/formats/form.js')>(`formats/${name}.js`)).format,
  });
}
