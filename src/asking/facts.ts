import type { User } from '../config/config.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Facts } from '../core/decide.js';
import type { History } from '../core/history.js';
import { personHash } from '../core/person.js';
import type { isAskedHere } from '../page/navigation.js';

/** The name under which a signed-in person's asks are kept; absent for an anonymous one. */
export const nameOf = (user?: User): string | undefined => (user?.id ? personHash(user.id) : undefined);

const instant = (time?: User['createdAt']): number | undefined => (time == null ? undefined : +new Date(time));

/**
 * What a decision is about: this person, with what is remembered of them, on this page. `isHere` is needed for a configuration with
 * `where`.
 */
export const factsOf = (
  { where }: ResolvedConfig,
  user: User | undefined,
  history: History,
  isHere?: typeof isAskedHere,
): Omit<Facts, 'consent' | 'manners'> => ({
  history,
  person: nameOf(user),
  sampleId: user?.id ?? history.anonymousId,
  path: !where || isHere!(where, location.pathname),
  createdAt: instant(user?.createdAt),
  lastAskedAt: instant(user?.lastAskedAt),
});
