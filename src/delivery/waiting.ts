/** How many messages wait in localStorage: known at once, but without what was written in a minute in which the browser was killed. */
export function countWaiting(name = 'askwell'): number {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${name}:out/`)).length;
  } catch {
    return 0;
  }
}
