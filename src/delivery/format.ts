import type { EndpointObject } from '../config/config.js';
import type { Message } from '../core/message.js';

/** One POST, as a format wants it. Without a `Content-Type` a text body goes out as `text/plain;charset=UTF-8`. */
export interface Shape {
  body: string;
  headers?: Record<string, string>;
  /** Instead of the endpoint's own address. */
  url?: string;
}

/** Turns a message into a request. `undefined`: there is nothing to post (a message that the receiver has no place for). */
export type Format = (message: Message, endpoint: EndpointObject) => Shape | undefined;

/** Gets a format by its name (one of `formats/`), when it is first needed. Rejects when it cannot be had now. */
export type LoadFormat = (name: string) => Promise<Format>;
