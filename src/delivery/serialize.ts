/**
 * JSON for plain data, whatever the page did to `toJSON`: Prototype.js before 1.7 and MooTools give every array one that turns
 * `[1]` into `"[1]"`. `JSON.stringify` never looks it up on a string, a number or a boolean, so it is only asked for those.
 * `undefined` members are left out. Throws on cycles.
 */
export function serialize(value: unknown): string | undefined {
  if (!value || typeof value !== 'object') {
    return typeof value === 'bigint' ? `${value}` : JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  let json = '';
  if (Array.isArray(value)) {
    for (const item of value) json += `,${serialize(item) ?? null}`;
    return `[${json.slice(1)}]`;
  }
  for (const key of Object.keys(value)) {
    const member = serialize((value as Record<string, unknown>)[key]);
    if (member) json += `,${JSON.stringify(key)}:${member}`;
  }
  return `{${json.slice(1)}}`;
}
