/*
 * What the quick check and the schema both ask of a value: one writing, so that they cannot disagree. A test may throw on what
 * it cannot read; that counts as no.
 */

const ADDRESS = /^(https?:\/\/|[^\s\\@:/?#]*([/?#]|$))[^\s\\@]*$/i;

/**
 * An address to send to: http, https, or relative to the page. No name or password, no white space, no backslash (browsers read
 * it as a slash); a relative one has no colon in its first segment, so it names no other scheme.
 */
export const isAddress = (value: string): boolean => ADDRESS.test(value) && !!new URL(value, 'https://page.example');

/** An address that a page served over TLS may not call: the browser blocks it as mixed content. The own machine is exempt. */
export const INSECURE = /^http:\/\/(?!(localhost|127[\d.]+|\[::1])([:/]|$))/i;

/** A place to go to from the thanks. */
export const isLink = (value: string): boolean => /^(https:\/\/|mailto:)[^\s\\]+$/i.test(value) && !!new URL(value);

/** Half of a surrogate pair cannot be compared with the path of any page. */
export const isPath = (value: string): boolean => !!encodeURI(value);

/** Where there is no document to ask, any text. */
export const isSelector = (value: string): boolean =>
  !globalThis.document || document.createDocumentFragment().querySelector(value) === null;

export const DOMAIN = /^\.?[\w-]+(\.[\w-]+)*$/;

/** The formats; those of the second group know their own address. */
export const FORMAT =
  /^(auto|json|text|form|cloudevents|posthog|supabase|(segment|mixpanel|amplitude|plausible|hubspot|data-layer))$/;

export const isCode = (value: unknown): boolean => typeof value === 'function';

/** The host's own data: what JSON can carry, no key that reaches a prototype, and no more than fits into a message. */
export const isData = (value: unknown): boolean => {
  const json = JSON.stringify(value);
  return json[0] === '{' && json.length <= 4000 && !/"(__proto__|constructor|prototype)":/.test(json);
};

/** The constructor throws on what no request may carry. */
export const isHeaders = (value: any): boolean => isData(value) && !!new Headers(value);

/** A date and perhaps a time of ISO 8601, epoch milliseconds, or a Date; not before 1970. */
export const isInstant = (value: any): boolean =>
  (typeof value === 'number' || value instanceof Date || /^\d{4}-/.test(value)) && +new Date(value) >= 0;

/** A host's own storage: an object, perhaps of a class, with the two methods. */
export const isStore = (value: any): boolean => isCode(value.read) && isCode(value.merge);
