/** What the configuration lets leave the page about its address. Query and hash stay here unless the host said `full`. */
export interface AddressRules {
  url: 'path' | 'full' | 'none';
  properties?: Record<string, unknown>;
}

/** `message.context`: the path, the whole address, or neither, and the host's own properties. */
export const whereAmI = ({ url, properties }: AddressRules): Record<string, unknown> => ({
  ...(url !== 'none' && { path: location.pathname }),
  ...(url === 'full' && { url: location.href }),
  ...(properties && { properties }),
});

/**
 * The score that an e-mail's link brings (`?askwell-score=9`): an integer 0–10, else `undefined`. It only preselects, because
 * mail scanners open links too.
 */
export function prefilledScore(search = location.search): number | undefined {
  const text = new URLSearchParams(search).get('askwell-score') ?? '';
  return /^(\d|10)$/.test(text) ? +text : undefined;
}
