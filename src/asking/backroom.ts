/**
 * What is not needed to show the English question of a default configuration: what comes after the score, delivery, reports, the
 * whole check of a configuration, other languages, storages and triggers. A file of its own for the script tag, so that nobody waits for it to see the question.
 */
import type { AskwellConfig } from '../config/config.js';
import { unfoldNames } from '../config/inner-names.js';
import { resolveAloud, type Linter } from '../config/resolve-aloud.js';
import type { ResolvedConfig } from '../config/resolve.js';
export { answer } from '../element/answer.js';
export { resolveLocale } from '../locales/resolve.js';
export { openOffice } from './office.js';
export { watchGestures } from '../page/gestures.js';
export { isAskedHere } from '../page/navigation.js';
export { claimByLock } from '../storage/claim-by-lock.js';
export { openStore } from '../storage/open.js';

/** The whole check of a configuration; the linter, for `debug`, comes from the folder of `base`. */
export const resolveConfig = (given: AskwellConfig, base: string): ResolvedConfig | undefined =>
  resolveAloud(
    unfoldNames(given),
    () => import(/* @vite-ignore */ new URL('askwell-lint.js', base).href) as Promise<Linter>,
  );

export type Backroom = typeof import('./backroom.js');
