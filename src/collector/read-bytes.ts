import { Refusal } from './refusal.js';

/** Bytes of what a person or another system sends that is no message. */
const SMALL = 16_384;
export const READ_MS = 10_000;

/**
 * The bytes of a body, refused as soon as there are too many of them.
 *
 * @throws Refusal 413 over the limit, 408 when the sender is slower than `milliseconds`, 400 when the body breaks off.
 */
export async function readBytes(
  request: Request,
  limit: number,
  milliseconds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get('content-length');
  if (Number(announced) > limit) throw tooLarge(limit);
  let late!: (refusal: Refusal) => void;
  const deadline = new Promise<never>((_, reject) => (late = reject));
  const timer = setTimeout(() => late(new Refusal(408, 'The body came too slowly.')), milliseconds);
  try {
    if (announced === null) return await readStream(request, limit, deadline);
    // No server takes more than was announced, so this body can be had whole, without the cost of a stream.
    const bytes = new Uint8Array(await Promise.race([request.arrayBuffer(), deadline]));
    if (bytes.byteLength > limit) throw tooLarge(limit);
    return bytes;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, 'The body broke off.', '');
  } finally {
    clearTimeout(timer);
  }
}

const tooLarge = (limit: number): Refusal => new Refusal(413, `A body has at most ${limit} bytes.`);

/** A body of unknown length, given up where it passes the limit. */
async function readStream(request: Request, limit: number, deadline: Promise<never>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), deadline]);
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    throw error;
  }
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A form of the report page. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, SMALL, READ_MS)));
}

/** @throws Refusal 400 when it is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, SMALL, READ_MS);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'is not JSON in UTF-8', '');
  }
}

export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
