/** The page of the campaign: the product's outbox on the browser's real storage, and switches for what can go wrong with it. */
import type { Kept } from '../../src/asking/ask.js';
import type { FormatName } from '../../src/config/config.js';
import { createOutbox } from '../../src/delivery/outbox.js';
import { openDurable, type Durable } from '../../src/storage/indexed-db.js';

/** `local-full`: setItem throws. `local-deaf`: it does nothing. `database-full`: writes are aborted. `all`: both are full. */
export type StorageFault = 'none' | 'local-full' | 'local-deaf' | 'database-full' | 'all';

/**
 * `product`, or one of two designs that are known to lose answers, to show that the campaign would notice: `local-only` keeps
 * them in localStorage alone, `delete-first` forgets what it sends.
 */
export type Design = 'product' | 'local-only' | 'delete-first';

export interface CampaignPage {
  ready: Promise<unknown>;
  /** Milliseconds by which the clock of the machine is wrong. */
  skew: number;
  storage: StorageFault;
  answer(id: string, revision: number, score: number): Promise<Kept>;
  left(): Promise<number>;
  revive(): Promise<unknown>;
}

const search = new URLSearchParams(location.search);

const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (...args) {
  if (/local-full|all/.test(page.storage)) throw new DOMException('full', 'QuotaExceededError');
  if (page.storage !== 'local-deaf') setItem.apply(this, args);
};
const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...args) {
  const request = put.apply(this, args);
  if (/database-full|all/.test(page.storage)) this.transaction.abort();
  return request;
};

const design = search.get('design') as Design;
const { fetch } = window;
const worsen = (durable: Durable): Durable => {
  if (design === 'delete-first') {
    window.fetch = async (...args) => {
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
      for (const [key] of await durable.entries('out/')) await durable.delete(key);
      return fetch(...args);
    };
  }
  return design === 'local-only' ? { ...durable, put: async () => true, entries: async () => [] } : durable;
};

const outbox = openDurable('askwell').then((durable) =>
  createOutbox({
    durable: worsen(durable),
    local: () => localStorage,
    endpoint: { url: search.get('endpoint')!, format: (search.get('format') ?? 'auto') as FormatName },
    survey: 'nps',
    version: '1.0.0',
    now: () => Date.now() + page.skew,
    random: Math.random,
  }),
);

const page: CampaignPage = {
  ready: outbox,
  skew: +(search.get('skew') ?? 0),
  storage: 'none',
  answer: async (id, revision, score) =>
    (await outbox).post({
      schema: 'askwell/1',
      type: 'response',
      id,
      revision,
      final: revision > 1,
      at: new Date().toISOString(),
      survey: { id: 'nps', kind: 'relational', wave: '2026-Q4', trigger: 'campaign' },
      score,
      category: score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor',
      ...(revision > 1 && { comment: `revision ${revision}` }),
      shown: { question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'corner', at: new Date().toISOString() },
      sampling: { probability: 1 },
      lib: { name: 'askwell', version: '1.0.0' },
    }),
  left: async () => {
    const { waiting, dead } = await (await outbox).diagnostics();
    return waiting.length + dead.length;
  },
  revive: async () => (await outbox).retryFailed(),
};
Object.assign(window, { page });

// For engines that are driven by addresses alone: answers, and goes elsewhere in the same task.
const leaving = search.get('leave');
if (leaving) {
  void outbox.then(() => {
    void page.answer(leaving, 1, 9);
    location.href = '/elsewhere';
  });
}
