/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of epoch milliseconds, then 74 random bits.
 *
 * @param now epoch milliseconds. For an anonymous survey pass the start of the day: the id would tell the instant otherwise.
 * @param bytes 16 random bytes, which become those of the UUID.
 */
export function uuidv7(now: number, bytes: Uint8Array): string {
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
