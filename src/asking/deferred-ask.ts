import { WITHDRAWN, type Ask } from './ask.js';
import type { Said } from '../delivery/draft.js';

type Shell = Pick<Ask, 'id' | 'kind' | 'config' | 'preview' | 'prefill' | 'signal'>;

/**
 * An ask whose makings are still to be fetched, for a view that shall not wait for them. The first word said in it has them
 * fetched. What is said until they are here is told to `keep`, and passed on then, in order and with the instant at which it was
 * said (`clock`, epoch ms); a call that would return something returns a promise of it, which waits for ever when they never come.
 * Afterwards it is the ask itself. When it is aborted because consent was `WITHDRAWN`, nothing of it is passed on.
 */
export function deferAsk(
  shell: Shell,
  make: (clock: () => number) => Promise<Ask>,
  now: () => number,
  keep: (said: Said[]) => void,
): Ask {
  const said: Said[] = [];
  let at: number | undefined;
  let making: Promise<Ask> | undefined;
  let made: Ask | undefined;
  const say =
    (name: keyof Ask) =>
    (...given: never[]): Promise<unknown> => {
      const then = now();
      said.push([name, given, then]);
      keep(said);
      making ??= make(() => at ?? now());
      return making.then(
        (ask) => {
          if (shell.signal.reason === WITHDRAWN) return undefined;
          made = ask;
          at = then;
          try {
            return (ask[name] as (...all: never[]) => unknown)(...given);
          } finally {
            at = undefined;
          }
        },
        () => new Promise(() => {}),
      );
    };
  return new Proxy(shell as Ask, {
    get: (_, name: keyof Ask) =>
      // No words: a promise takes anything with a `then` for one of its own, a log calls `toJSON`, and a text symbols.
      name in shell || typeof name !== 'string' || /^(then|toJSON)$/.test(name)
        ? shell[name as keyof Shell]
        : made
          ? made[name]
          : say(name),
  });
}
