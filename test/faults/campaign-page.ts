import type { Kept } from '../../src/asking/ask.js';

/** `local-full`: setItem throws. `local-deaf`: it does nothing. `database-full`: writes are aborted. `all`: both are full. */
export type StorageFault = 'none' | 'local-full' | 'local-deaf' | 'database-full' | 'all';

/**
 * `product`: the built script tag. The two others are known to lose answers, to show that the campaign would notice: `local-only`
 * keeps them in localStorage alone, `delete-first` forgets what it sends.
 */
export type Design = 'product' | 'local-only' | 'delete-first';

/** What the campaign does with a page, whichever design is on it. In the page it is `campaign`. */
export interface CampaignPage {
  ready: Promise<unknown>;
  /** Milliseconds by which the clock of the machine is wrong. */
  skew: number;
  storage: StorageFault;
  /** Puts the question to this person, by the product's own view or (not by hand) by one of the host's. Resolves to its id. */
  ask(person: string, byHand: boolean): Promise<string | undefined>;
  /** Gives this score. False: the question had been taken away before. */
  score(value: number): boolean;
  /** Sends the answer with these words. Resolves to what the person was promised. */
  send(comment: string): Promise<Kept>;
  /** How much still waits, dead letters included. */
  left(): Promise<number>;
  revive(): Promise<unknown>;
}

/** Storage that fails when the campaign wants it to: `campaign.storage` says how. */
export const STORAGE_FAULTS = `
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...args) {
    if (/local-full|all/.test(campaign.storage)) throw new DOMException('full', 'QuotaExceededError');
    if (campaign.storage !== 'local-deaf') setItem.apply(this, args);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const request = put.apply(this, args);
    if (/database-full|all/.test(campaign.storage)) this.transaction.abort();
    return request;
  };
`;
