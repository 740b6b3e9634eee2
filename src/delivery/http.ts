import type { Deliver, EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';
import type { Format } from './format.js';
import { format as json } from './formats/json.js';
import { format as text } from './formats/text.js';

/** `status` 0: no reply. 300: a redirect, which is never followed, because it would turn the POST into a GET. */
export interface Reply { status: number; retryAfter?: string | null }

export type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

/** Sends one message once. `leaving`: the page goes away, so the request must outlive it. Never rejects. */
export type Send = (message: Message, leaving?: boolean) => Promise<Reply>;

export interface SendPorts {
  /** Gets a format that is not built in. */
  loadFormat?: (name: string) => Promise<Format>;
  timers?: Timers;
}

/** Milliseconds until a request counts as lost. */
const TIMEOUT = 10_000;

/** A body of so many UTF-16 units stays within the 64 KiB that all keepalive requests of a page share, even three at once. */
const KEEPALIVE_LENGTH = 20_000;

/** The browser's own `fetch`, also where the page has replaced it. */
const nativeFetch = (): typeof fetch => {
  if (/\[native code/.test(Function.prototype.toString.call(fetch))) return fetch;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.head.append(frame);
  const native = (frame.contentWindow as typeof globalThis | null)?.fetch;
  frame.remove();
  return native ?? fetch;
};

export function createSend(endpoint: EndpointObject | Deliver, { loadFormat, timers = globalThis }: SendPorts): Send {
  // After a failure the next request goes the other way: without keepalive (some browsers cannot combine it with a preflight,
  // and the page's other scripts may have used its budget up) and past a replaced fetch.
  let otherWay = false;
  let format: Format | undefined;
  let loading: Promise<Format> | undefined;

  const post = async (to: EndpointObject, message: Message, leaving: boolean, signal: AbortSignal) => {
    const name = to.format ?? 'auto';
    const url = new URL(to.url!, location.href);
    const same = url.origin === location.origin;
    if (!format) {
      if (typeof name === 'function') format = name;
      else if (name === 'text' || (name === 'auto' && !same)) format = text;
      else if (name === 'json' || name === 'auto') format = json;
      else format = await (loading ??= loadFormat!(name).catch((error) => {
        loading = undefined;
        throw error;
      }));
    }
    const shape = format(message, to);
    if (!shape) return { status: 200 };
    const send = otherWay && !leaving ? nativeFetch() : fetch;
    return send.call(globalThis, shape.url ?? url.href, {
      method: 'POST',
      body: shape.body,
      headers: {
        ...shape.headers,
        ...to.headers,
        ...((same || name === 'json') && { 'Idempotency-Key': `${message.id}.${message.revision}` }),
      },
      credentials: to.credentials ?? 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'strict-origin',
      keepalive: (leaving || !otherWay) && shape.body.length < KEEPALIVE_LENGTH,
      signal,
    });
  };

  return async (message, leaving = false) => {
    const abort = new AbortController();
    let timer;
    let status = 0;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = timers.setTimeout(() => {
          abort.abort();
          reject();
        }, TIMEOUT);
      });
      const own = typeof endpoint === 'function';
      const reply: any = await Promise.race([own ? endpoint(message) : post(endpoint, message, leaving, abort.signal), late]);
      // A host's own function may resolve to whatever it likes; only a Response says something about success.
      if (own && !(reply && 'ok' in reply)) return { status: 200 };
      status = reply.type === 'opaqueredirect' ? 300 : +reply.status || 0;
      return { status, retryAfter: reply.headers?.get('Retry-After') };
    } catch {
      return { status };
    } finally {
      timers.clearTimeout(timer);
      if (!status) otherWay = !otherWay;
    }
  };
}
