import { storeOver, type Store } from './store.js';

/** Browsers cut the life of a cookie at 400 days. Seconds. */
const LIFE = 34_560_000;

/** Twelve asks are some 3,000 bytes; a browser keeps 4,096 a cookie. */
const MOST = 12;

/**
 * A first-party cookie, which subdomains can share: `domain` is theirs in common, e.g. `example.org`. It travels with every
 * request to that domain. `Secure` wherever the page itself came by HTTPS, `SameSite=Lax` always.
 */
export const cookieStore = (domain?: string): Store =>
  storeOver(
    {
      get: (key) => {
        const cookie = document.cookie.split('; ').find((one) => one.startsWith(encodeURIComponent(key) + '='));
        return cookie && decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
      },
      set: (key, text) => {
        document.cookie =
          `${encodeURIComponent(key)}=${encodeURIComponent(text)};path=/;max-age=${text ? LIFE : 0};samesite=lax` +
          (location.protocol === 'https:' ? ';secure' : '') +
          (domain ? `;domain=${domain}` : '');
      },
    },
    MOST,
  );
