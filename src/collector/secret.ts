const encoder = new TextEncoder();

/** Hex HMAC-SHA-256 of a text. */
export async function hmac(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

/**
 * Are two texts equal? Compares hashes under a key that is new each time, so that neither the first differing letter nor
 * the length shows in how long it takes.
 */
export async function equal(a: string, b: string): Promise<boolean> {
  const once = crypto.randomUUID();
  const [left, right] = await Promise.all([hmac(once, a), hmac(once, b)]);
  let difference = 0;
  for (let i = 0; i < left.length; i++) difference |= left.charCodeAt(i) ^ right.charCodeAt(i);
  return difference === 0;
}

/** A secret that cannot be guessed: 192 bits, letters and digits only, so that it survives a shell and a form. */
export function randomSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(24)).buffer);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
