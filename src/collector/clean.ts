// C0 controls except tab and line feed, and DEL. NUL cannot be stored in a Postgres text at all.
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/g;
const HALVES = /\p{Surrogate}/gu;

/** Text as it is stored: NFC, no control signs but tab and line feed, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(HALVES, '\ufffd').normalize('NFC');
}

/** The same JSON value with every text and key cleaned; its objects have no prototype that a key could reach. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (typeof value !== 'object' || value === null) return value;
  const clean = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) clean[cleanText(key)] = cleanJson(item);
  return clean;
}
