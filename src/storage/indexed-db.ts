import { everything, openClaims, write, type Claims } from './claims.js';

/** The durable store with all that delivery and reports need of it; see `Claims`. */
export interface Durable extends Omit<Claims, 'run'> {
  get<T>(key: string): Promise<T | undefined>;
  delete(key: string): Promise<boolean>;
  /** In the order of the keys. */
  entries<T>(prefix: string): Promise<[key: string, value: T][]>;
}

/** The same store, with what is not needed to ask somebody. */
export const whole = (claims: Claims): Durable =>
  Object.assign(Object.create(claims) as Claims, {
    get: <T>(key: string) => claims.run<T>('readonly', (store) => [store.get(key)]).then((found) => found?.[0]),
    delete: (key: string) => write(claims.run, (store) => store.delete(key)),
    async entries<T>(prefix: string) {
      const [keys, values] = (await claims.run<any[]>('readonly', (store) => everything(store, prefix))) ?? [[], []];
      return keys!.map((key, index): [string, T] => [key, values![index]]);
    },
  });

/** Opens the whole store of that name; see `openClaims`. */
export const openDurable = async (name?: string, timeoutMs?: number): Promise<Durable> =>
  whole(await openClaims(name, timeoutMs));

/** The database of that name, if there is one; to look whether it is there makes none. */
export async function openExisting(name: string): Promise<Durable> {
  const found = await indexedDB.databases().catch(() => []);
  return openDurable(found.some((one) => one.name === name) ? name : undefined);
}
