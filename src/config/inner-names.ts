/** Members that have members again, as attributes name them: `data-thanks-link-href`, `data-user-traits-plan`. */
const INNER = /^(link|detractor|passive|promoter|question|followUpBy|properties|traits|options)([A-Z])(.*)/;
/** The keys in which they are. */
const OUTER = /^(endpoint|reasons|thanks|user|text|context)$/;
/** The host's own data. */
const DATA = /^(traits|properties)$/;

/**
 * Data that is told as text: a number is one only as JavaScript would write it, for `01234` and `1.10` name something; an attribute
 * without a value is a switch.
 */
function dataOf(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  if (text === '' || text === 'true' || text === 'false') return text !== 'false';
  return String(+text) === text ? +text : text;
}

/** Puts each member whose name leads further where it leads. */
function unfold(members: any): unknown {
  if (typeof members !== 'object' || !members || !Object.keys(members).some((name) => INNER.test(name))) return members;
  const result: any = { __proto__: null };
  const opened = new Set<string>();
  for (const [name, value] of Object.entries(members)) {
    const [, key = name, initial, rest] = INNER.exec(name) ?? [];
    if (!initial) {
      result[key] = value;
      continue;
    }
    const before = result[key];
    const inner = DATA.test(key) ? dataOf(value) : value;
    result[key] = {
      ...(typeof before === 'string' ? { url: before } : before),
      [initial.toLowerCase() + rest]: inner,
    };
    if (!DATA.test(key)) opened.add(key);
  }
  for (const key of opened) result[key] = unfold(result[key]);
  return { ...result };
}

/**
 * A configuration as the attributes of a script tag name it, with names that lead further (`text.questionNamed`) followed to their
 * end (`text.question.named`). A glance has no use for those, so `readAttributes` leaves them to the whole check. Never throws: what
 * cannot be read is left for the check to name.
 */
export function unfoldNames<T>(config: T): T {
  try {
    const entries = Object.entries(config as object).map(([key, value]) => [
      key,
      OUTER.test(key) ? unfold(value) : value,
    ]);
    return Object.assign(Object.create(null), Object.fromEntries(entries));
  } catch {
    return config;
  }
}
