import type { Deliver, EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';
import type { Format, LoadFormat } from './format.js';
import { serialize } from './serialize.js';

/** `status` 0: no reply. 300: a redirect, which is never followed, because it would turn the POST into a GET. */
export interface Reply {
  status: number;
  retryAfter?: string | null;
}

/** Sends one message once. `leaving`: the page goes away, so the request must outlive it. Never rejects. */
export type Send = (message: Message, leaving?: boolean) => Promise<Reply>;

/** Milliseconds until a request counts as lost. */
const TIMEOUT = 10_000;

/** A body of so many UTF-16 units stays within the 64 KiB that all keepalive requests of a page share. */
const KEEPALIVE_LENGTH = 20_000;

/** The browser's own `fetch`, where the page has put something in its place. */
function nativeFetch(): typeof fetch {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.head.append(frame);
  const native = (frame.contentWindow as unknown as typeof globalThis).fetch;
  frame.remove();
  return native.bind(globalThis);
}

/**
 * Posts to an endpoint in its format: `auto` is JSON, declared as such to the page's own origin and as `text/plain` to another,
 * where it needs no preflight.
 */
export function createSend(endpoint: EndpointObject | Deliver, loadFormat?: LoadFormat): Send {
  // After a failure the next request goes without keepalive, and the one after that with it again: some browsers cannot combine
  // it with a preflight, and the page's other scripts may have used up its budget.
  let keepalive = true;
  // A `fetch` that throws, or gives back no promise, is none: the page has replaced it, and did it badly.
  let bypass = false;
  let format: Format | undefined;

  const post = async (to: EndpointObject, message: Message, leaving: boolean, signal: AbortSignal) => {
    const { format: wanted = 'auto' } = to;
    const url = new URL(to.url!, location.href);
    const same = url.origin === location.origin;
    let shape;
    if (wanted === 'json' || wanted === 'text' || wanted === 'auto') {
      const simple = wanted === 'text' || (wanted === 'auto' && !same);
      const type = simple ? 'text/plain;charset=UTF-8' : 'application/json';
      shape = { body: serialize(message)!, headers: { 'Content-Type': type } };
    } else {
      format ??= typeof wanted === 'function' ? wanted : await loadFormat!(wanted);
      shape = format(message, to);
      if (!shape) return { status: 200 };
    }
    const bypassed = bypass;
    bypass = true;
    const reply = (bypassed ? nativeFetch() : fetch)(shape.url ?? url.href, {
      method: 'POST',
      body: shape.body,
      headers: {
        ...shape.headers,
        ...to.headers,
        ...((same || wanted === 'json') && { 'Idempotency-Key': `${message.id}.${message.revision}` }),
      },
      credentials: to.credentials ?? 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'strict-origin',
      keepalive: (leaving || keepalive) && shape.body.length < KEEPALIVE_LENGTH,
      signal,
    }).then((got) => got);
    bypass = bypassed;
    return reply;
  };

  return async (message, leaving = false) => {
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const own = typeof endpoint === 'function';
      const reply: any = await Promise.race([
        own ? endpoint(message) : post(endpoint, message, leaving, signal),
        // A replaced fetch may not know of signals.
        new Promise((_, reject) => {
          signal.onabort = reject;
        }),
      ]);
      // A host's own function may resolve to whatever it likes; only a Response says something about success.
      if (own && reply?.ok === undefined) return { status: 200 };
      return {
        status: reply.type === 'opaqueredirect' ? 300 : reply.status,
        retryAfter: reply.headers?.get('Retry-After'),
      };
    } catch {
      keepalive = !keepalive;
      return { status: 0 };
    }
  };
}
