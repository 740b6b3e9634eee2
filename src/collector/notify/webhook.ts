/** Where news of the loop go: an address of the operator's own, never one that came in a message. */
export interface WebhookOptions {
  /** `https:`, or `http:` to this machine. */
  url: string;
  /** `whsec_` and base64 of 24 to 64 bytes, as the Standard Webhooks specification has it. */
  secret: string;
}

const TIMEOUT_MS = 15_000;
/**
 * Link-local and unspecified addresses, and where clouds keep the secrets of a machine; `URL` has already written every
 * notation of an address in one way. Names that resolve to such an address need no check: whoever sits there cannot show a
 * certificate for the name, and redirects are not followed.
 */
const INSIDE =
  /^(169\.254\.[\d.]+|0\.0\.0\.0|\[::\]|\[fe[89ab][\da-f]:.*\]|\[fd00:ec2:.*\]|\[::ffff:(a9fe:[\da-f]+|0:0)\]|metadata\.google\.internal)$/;

/** @throws TypeError that names the option and the mend. */
export function checkWebhook({ url, secret }: WebhookOptions): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && near))
    throw new TypeError("webhook: 'url' must begin with https://.");
  if (INSIDE.test(hostname))
    throw new TypeError("webhook: 'url' must be a service of yours, not the machine's own link or metadata address.");
  const key = keyOf(secret);
  if (!key || key.length < 24 || key.length > 64) {
    throw new TypeError("webhook: 'secret' must be whsec_ and the base64 of 24 to 64 random bytes.");
  }
}

/**
 * Sends one event as Standard Webhooks 1.0: `webhook-id` is the same at every try, so that a receiver that heard it twice
 * knows; the signature is HMAC-SHA-256 of id, time and body.
 *
 * @param now epoch milliseconds; a receiver refuses a signature that is more than five minutes off.
 * @throws Error with the status when the answer is not 2xx. A redirect is a failure: the body would go to a stranger.
 */
export async function sendWebhook(
  { url, secret }: WebhookOptions,
  id: string,
  event: object,
  now: number,
): Promise<void> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(now / 1000));
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${await sign(secret, `${id}.${timestamp}.${body}`)}`,
    },
    body,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`status ${response.status}`);
}

async function sign(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', keyOf(secret)!, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
