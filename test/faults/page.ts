/** The outbox from the sources alone on a page, for designs that are known to lose. */
import type { Kept } from '../../src/asking/ask.js';
import { uuidv7 } from '../../src/core/id.js';
import { createOutbox } from '../../src/delivery/outbox.js';
import { openDurable, type Durable } from '../../src/storage/indexed-db.js';
import type { CampaignPage, Design } from './campaign-page.js';

const search = new URLSearchParams(location.search);

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
    endpoint: { url: search.get('endpoint')! },
    survey: 'nps',
    version: '1.0.0',
    now: () => Date.now() + campaign.skew,
    random: Math.random,
  }),
);

const answer = async (id: string, revision: number, score: number, comment?: string): Promise<Kept> =>
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
    ...(comment && { comment }),
    shown: { question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'corner', at: new Date().toISOString() },
    sampling: { probability: 1 },
    lib: { name: 'askwell', version: '1.0.0' },
  });

let id: string;
let given: number;
const campaign: CampaignPage = {
  ready: outbox,
  skew: +(search.get('skew') ?? 0),
  storage: 'none',
  ask: async () => (id = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))),
  score(value) {
    void answer(id, 1, (given = value));
    return true;
  },
  send: (comment) => answer(id, 2, given, comment),
  left: async () => {
    const { waiting, dead } = await (await outbox).diagnostics();
    return waiting.length + dead.length;
  },
  revive: async () => (await outbox).retryFailed(),
};
Object.assign(window, { campaign });
