import { quiet } from '../core/quiet.js';

/** Listens to these types (with spaces between) all over the page, before the page itself hears them, until the signal. */
export function listen(types: string, heard: (event: any) => unknown, signal: AbortSignal): void {
  for (const type of types.split(' ')) addEventListener(type, quiet(heard), { capture: true, passive: true, signal });
}
