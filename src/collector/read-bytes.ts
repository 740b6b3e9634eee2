import { Refusal } from './refusal.js';

/**
 * The bytes of a body, refused as soon as there are too many of them.
 *
 * @throws Refusal 413 over the limit, 408 when the sender is slower than `milliseconds`, 400 when the body breaks off.
 */
export async function readBytes(request: Request, limit: number, milliseconds: number): Promise<Uint8Array> {
  const tooLarge = new Refusal(413, `A body has at most ${limit} bytes.`);
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  let late!: (refusal: Refusal) => void;
  const deadline = new Promise<never>((_, reject) => (late = reject));
  const timer = setTimeout(() => late(new Refusal(408, 'The body came too slowly.')), milliseconds);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), deadline]);
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw tooLarge;
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    throw error instanceof Refusal ? error : new Refusal(400, 'The body broke off.', '');
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
