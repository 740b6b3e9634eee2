import type { Ask } from './ask.js';

type Shell = Pick<Ask, 'id' | 'kind' | 'config' | 'preview' | 'prefill' | 'signal'>;

/**
 * An ask whose makings are still being fetched, for a view that shall not wait for them: what is said before they are here is
 * passed on then, in order, and a call that would return something returns a promise of it. Afterwards it is the ask itself.
 */
export function deferAsk(shell: Shell, making: Promise<Ask>): Ask {
  let made: Ask | undefined;
  void making.then(
    (ask) => (made = ask),
    () => {},
  );
  return new Proxy(shell as Ask, {
    get: (_, name: keyof Ask) =>
      // A view is handed it by promises, which would take anything with a `then` for one of theirs.
      name in shell || (name as string) === 'then'
        ? shell[name as keyof Shell]
        : made
          ? made[name]
          : (...args: never[]) => making.then((ask) => (ask[name] as (...all: never[]) => unknown)(...args)),
  });
}
