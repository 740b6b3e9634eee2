/** What can be said about JSON bytes without parsing them. */
export interface Outline {
  /** Greatest nesting of arrays and objects. */
  depth: number;
  /** Bytes of the longest element of the outermost array, or of the whole when it is not an array. */
  largest: number;
  /** Elements of the outermost array; 1 when it is not an array. */
  count: number;
}

const QUOTE = 0x22,
  BACKSLASH = 0x5c,
  COMMA = 0x2c,
  OPEN = 0x5b,
  OPEN_OBJECT = 0x7b,
  CLOSE = 0x5d,
  CLOSE_OBJECT = 0x7d;

/**
 * Measures JSON before it is parsed, so that neither deep nesting nor one huge message among small ones reaches the parser.
 * Looks at bytes: all of JSON's own signs are ASCII, and no byte of a longer UTF-8 sequence is. Malformed JSON gives some
 * outline; the parser refuses it afterwards.
 */
export function outline(bytes: Uint8Array): Outline {
  const isArray = bytes.find((byte) => byte > 0x20 && byte < 0x80) === OPEN;
  let depth = 0,
    deepest = 0,
    inString = false,
    largest = 0,
    count = 1,
    from = 0;
  const element = (end: number): void => {
    largest = Math.max(largest, end - from);
    from = end + 1;
  };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === OPEN || byte === OPEN_OBJECT) {
      if (isArray && depth === 0) from = i + 1;
      deepest = Math.max(deepest, ++depth);
    } else if (byte === CLOSE || byte === CLOSE_OBJECT) {
      if (isArray && depth === 1) element(i);
      depth--;
    } else if (byte === COMMA && isArray && depth === 1) {
      element(i);
      count++;
    }
  }
  // An array that never closes still has a last element, or a body could hide behind a missing bracket.
  if (depth > 0 || !isArray) largest = Math.max(largest, isArray ? bytes.length - from : bytes.length);
  return { depth: deepest, largest, count };
}
