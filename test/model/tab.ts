import { decide, type Facts, type Rules } from '../../src/core/decide.js';
import { REFUSING, type Decision } from '../../src/core/decision.js';
import { adoptHistory, mergeHistory, type AskRecord, type AskState, type History } from '../../src/core/history.js';
import { visited } from '../../src/page/visits.js';
import { storeOver, type Store } from '../../src/storage/store.js';

/** What one browser keeps, and what is wrong with it. */
export interface Device {
  /** localStorage: what a tab writes, every other one reads. */
  local: Store;
  /** The durable asks by key; a claim is one transaction. Undefined: denied. */
  durable: Map<number, AskRecord> | undefined;
  /** Held until then, where the durable store is denied. */
  lockedUntil: number;
  /** What this device's clock shows. */
  now(): number;
  /** A host's own storage for signed-in people, if there is one. */
  host?: Map<string, History>;
}

export const localOver = (texts: Map<string, string>, isBroken: () => boolean): Store =>
  storeOver({
    get: (key) => {
      if (isBroken()) throw new Error('denied');
      return texts.get(key);
    },
    set: (key, text) => {
      if (!isBroken()) texts.set(key, text);
    },
  });

/** The parts of `src/core`, `src/storage` and `src/page/visits` put together as the session and the stage put them together. */
export class Tab {
  history: History = { v: 1, asks: [] };

  constructor(
    readonly device: Device,
    public person: string | undefined,
    readonly facts: () => Partial<Facts>,
  ) {
    this.recall(true);
    this.remember(visited(this.history, device.now()));
    this.adopt();
  }

  private remember(added: History): void {
    this.history = mergeHistory(this.history, added);
    this.device.local.merge('askwell:device', this.history);
    if (this.person && this.device.host) {
      const mine = { ...this.history, asks: this.history.asks.filter(({ by }) => by === this.person) };
      const known = this.device.host.get(this.person);
      this.device.host.set(this.person, known ? mergeHistory(known, mine) : mine);
    }
  }

  recall(withHost = false): void {
    const copies = [this.device.local.read('askwell:device')];
    if (withHost && this.person) copies.push(this.device.host?.get(this.person));
    for (const copy of copies) if (copy) this.history = mergeHistory(this.history, copy);
  }

  private adopt(): void {
    if (this.person) this.remember(adoptHistory(this.history, this.person));
  }

  identify(person: string | undefined): void {
    this.person = person;
    this.recall(true);
    this.adopt();
  }

  decide(rules: Rules): Decision {
    return decide(
      { history: this.history, person: this.person, consent: true, path: true, ...this.facts() },
      rules,
      this.device.now(),
    );
  }

  refused(rules: Rules): string[] {
    const { gates } = this.decide(rules);
    return gates.filter(({ pass, code }) => !pass && REFUSING.includes(code as never)).map(({ code }) => code);
  }

  /** One transaction: reads what others claimed, decides again, writes. */
  claim(rules: Rules, id: string): AskRecord | undefined {
    const { device } = this;
    this.recall();
    const at = device.now();
    const record: AskRecord = {
      id,
      survey: rules.survey,
      state: 'claimed',
      at,
      until: at,
      ...(this.person && { by: this.person }),
      ...(this.history.latest! > at && { known: this.history.latest }),
    };
    if (device.durable) {
      this.history = mergeHistory(this.history, { v: 1, asks: [...device.durable.values()] });
      if (!this.decide(rules).eligible) return undefined;
      device.durable.set(device.durable.size, { ...record });
    } else {
      if (at < device.lockedUntil || !this.decide(rules).eligible) return undefined;
      device.lockedUntil = at + 250;
    }
    this.remember({ v: 1, asks: [{ ...record }] });
    return record;
  }

  mark(record: AskRecord, state: AskState): void {
    const next = { ...record, state, until: this.device.now() };
    for (const [key, { id }] of this.device.durable ?? []) if (id === record.id) this.device.durable!.set(key, next);
    this.remember({ v: 1, asks: [next] });
  }
}
