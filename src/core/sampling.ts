/**
 * 32 bits from a text, evenly spread: FNV-1a over its UTF-8 bytes, then the finalizer of MurmurHash3 (fmix32), because FNV
 * alone leaves the high bits of short, similar texts alike. Not a secret-keeping hash.
 */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * How many hashes there are. `hash(…) / WHOLE` goes from 0 to just under 1; a person for whom it is below the rate is in, so a
 * higher rate only adds people.
 */
export const WHOLE = 2 ** 32;

/** The chance that a person of the whole population is asked in a wave, for `message.sampling.probability`. Weight an answer by 1/p. */
export const probability = ({ rate = 1, holdout = 0 }: { rate?: number; holdout?: number }): number =>
  rate * (1 - holdout);
