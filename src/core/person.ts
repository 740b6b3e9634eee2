import { hash } from './sampling.js';

/**
 * The name under which a signed-in person's asks are kept on the device: 64 bits, 16 hex digits, from two differently seeded
 * hashes. It keeps the id itself out of storage and tells the people of one device apart. It is no secret: who can read the
 * storage and guess an id can confirm the guess. Give an opaque id, not an e-mail address.
 */
export const personHash = (id: string): string =>
  ['a:', 'b:']
    .map((seed) =>
      hash(seed + id)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
