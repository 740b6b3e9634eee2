/**
 * The network that a request came from, as a key for the rate limit: /24 of IPv4, /48 of IPv6. A network and not an address,
 * because whoever has one address of a network has many. It is never stored or logged.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (plain.includes('.')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right]
    .slice(0, 3)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Who sent a request that came through proxies: the last address of `X-Forwarded-For` that is not one of theirs. What stands
 * to the left of it was written by the sender and counts for nothing.
 *
 * @param socket address of the machine at the other end of the connection.
 * @param proxies addresses of the host's own proxies; empty when there are none, and then the header is not read.
 */
export function senderOf(socket: string, forwarded: string | null, proxies: ReadonlySet<string>): string {
  const hops = [
    ...(forwarded
      ?.split(',')
      .map((hop) => hop.trim())
      .filter(Boolean) ?? []),
    socket,
  ];
  let sender = hops.pop()!;
  while (proxies.has(sender) && hops.length) sender = hops.pop()!;
  return sender;
}
