const encoder = new TextEncoder();
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** HMAC-SHA-256 under one secret, in hex. */
export interface Signer {
  sign(text: string): Promise<string>;
  /** Is `signature` that of the text? Takes as long for a wrong one as for a right one. */
  verify(text: string, signature: string): Promise<boolean>;
}

export function createSigner(secret: string): Signer {
  // Imported once: importing costs as much as signing.
  let key: Promise<CryptoKey> | undefined;
  const imported = (): Promise<CryptoKey> =>
    (key ??= crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['sign', 'verify']));
  return {
    sign: async (text) => toHex(await crypto.subtle.sign('HMAC', await imported(), encoder.encode(text))),
    verify: async (text, signature) =>
      /^[\da-f]{64}$/i.test(signature) &&
      (await crypto.subtle.verify('HMAC', await imported(), fromHex(signature), encoder.encode(text))),
  };
}

/**
 * Are two texts equal? Compares hashes under a key that is new each time, so that neither the first differing letter nor
 * the length shows in how long it takes.
 */
export async function equal(a: string, b: string): Promise<boolean> {
  const { sign, verify } = createSigner(randomSecret());
  return verify(a, await sign(b));
}

/** A secret that cannot be guessed: 192 bits, letters and digits only, so that it survives a shell and a form. */
export function randomSecret(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(24)).buffer);
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16));
}
