/**
 * The address of a link that a host configured, or nothing when it is not absolute or leads anywhere but to a web page over
 * TLS or a mail programme. The URL parser decides, because it reads `\tJaVaScRiPt:` as the browser would.
 */
export function safeLink(href: unknown): string | undefined {
  try {
    const url = new URL(String(href));
    return /^(https|mailto):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
