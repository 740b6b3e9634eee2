import { REFUSED_KEY } from '../config/plain.js';

/** Nothing that could need cleaning; most texts are like this, and looking is cheaper than doing. */
const PLAIN = /^[\t\n -~]*$/;
// C0 controls except tab and line feed, and DEL. NUL cannot be stored in a Postgres text at all.
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/g;
const HALVES = /\p{Surrogate}/gu;

/** Text as it is stored: NFC, no control signs but tab and line feed, no half of a surrogate pair. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(HALVES, '\ufffd').normalize('NFC');
}

/**
 * Cleans every text and key of a value that was just parsed, in place: nobody else holds it, and a batch has thousands of them.
 *
 * @throws UnsafeKey for a key that reaches the prototype of an object.
 */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = cleanJson(value[i]);
    return value;
  }
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const cleanKey = cleanText(key);
    if (REFUSED_KEY.test(cleanKey)) throw new UnsafeKey();
    const member = cleanJson(members[key]);
    if (cleanKey !== key) delete members[key];
    members[cleanKey] = member;
  }
  return members;
}

export class UnsafeKey extends Error {}
