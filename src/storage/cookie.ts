import { storeOver, type Area, type Store, type Trouble } from './store.js';

/** Browsers cut the life of a cookie at 400 days. Seconds. */
export const LIFE = 34_560_000;

/** Twelve asks are some 3,000 bytes; a browser keeps 4,096 a cookie. Where surveys have long names there is room for fewer. */
const MOST = [12, 6, 3, 1];

/**
 * A first-party cookie, which subdomains can share: `domain` is theirs in common, e.g. `example.org`. It travels with every
 * request to that domain. `Secure` wherever the page itself came by HTTPS, `SameSite=Lax` always.
 */
export function cookieStore(domain?: string): Store {
  const area: Area = {
    get: (key) => {
      const cookie = document.cookie.split('; ').find((one) => one.startsWith(encodeURIComponent(key) + '='));
      return cookie && decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
    },
    set: (key, text) => {
      const cookie =
        `${encodeURIComponent(key)}=${encodeURIComponent(text)};path=/;max-age=${text ? LIFE : 0};samesite=lax` +
        (location.protocol === 'https:' ? ';secure' : '') +
        (domain ? `;domain=${domain}` : '');
      // WebKit would keep more, which every request had to carry.
      if (cookie.length <= 4096) document.cookie = cookie;
    },
  };
  const stores = MOST.map((most) => storeOver(area, most));
  return {
    ...stores[0]!,
    merge(key, added) {
      let trouble: Trouble | undefined;
      for (const store of stores) {
        trouble = store.merge(key, added);
        if (trouble !== 'full') break;
      }
      return trouble;
    },
  };
}
