import { Complaint } from './io.js';
import type { Source } from './csv.js';

/** What the first bytes give away, and what to do about it. */
const FOREIGN: [magic: number[], mend: string][] = [
  [[0x50, 0x4b, 3, 4], 'is an Excel workbook; save it as CSV first.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel workbook; save it as CSV first.'],
  [[0x1f, 0x8b], 'is compressed; give what gunzip -c makes of it as standard input.'],
];

/**
 * The text of a source in pieces, without a byte-order mark and with `\n` for `\r\n`.
 *
 * @throws Complaint that names the source: no text, or an unknown encoding.
 */
export async function* textOf({ name, bytes }: Source, encoding?: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  // A `\r` at the end of a piece may be half of a line end.
  let held = '';
  for await (const given of bytes) {
    const piece = typeof given === 'string' ? Buffer.from(given) : given;
    decoder ??= decoderFor(name, piece, encoding);
    const text = held + decoder.decode(piece, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield (held ? text.slice(0, -1) : text).replaceAll('\r\n', '\n');
  }
  yield held + (decoder?.decode() ?? '');
}

function decoderFor(name: string, first: Uint8Array, encoding?: string): TextDecoder {
  for (const [magic, mend] of FOREIGN)
    if (magic.every((byte, k) => first[k] === byte)) throw new Complaint(`${name} ${mend}`);
  const marked =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding ?? (marked === 'utf-8' && !isUtf8(first) ? 'windows-1252' : marked));
  } catch {
    throw new Complaint(
      `--encoding: '${encoding}' is not known; write utf-8, utf-16le or windows-1252, for example.`,
      2,
    );
  }
}

/** Excel saves “CSV” in the encoding of the country, which is this one in the west; its letters are no UTF-8. */
function isUtf8(piece: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}
