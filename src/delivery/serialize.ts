/**
 * JSON for plain data, whatever the page did to `toJSON`: Prototype.js before 1.7 and MooTools give every array one that turns
 * `[1]` into `"[1]"`. `JSON.stringify` never looks it up on a string, a number or a boolean, so it is only asked for those.
 * `undefined` members are left out. Throws on cycles.
 */
export function serialize(value: unknown): string | undefined {
  if (value instanceof Date) value = value.toISOString();
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  const list = Array.isArray(value);
  let json = '';
  for (const key of Object.keys(value)) {
    const member = serialize((value as Record<string, unknown>)[key]);
    if (list) json += `,${member ?? null}`;
    else if (member) json += `,${JSON.stringify(key)}:${member}`;
  }
  json = json.slice(1);
  return list ? `[${json}]` : `{${json}}`;
}
