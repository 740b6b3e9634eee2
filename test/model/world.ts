import assert from 'node:assert/strict';
import type { Rules } from '../../src/core/decide.js';
import type { AskRecord, History } from '../../src/core/history.js';
import { throttleFor } from '../../src/core/throttle.js';
import { randomFrom, type Random } from './random.js';
import { closedGates, type Outcome, type Planned, type Seen } from './reference.js';
import { localOver, Tab, type Device } from './tab.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

export const MODES = ['sound', 'sound', 'sound', 'shared', 'local fails', 'durable fails'] as const;
export type Mode = (typeof MODES)[number];

/** Gates that guard against asking too soon: no fault of one store may open them. */
const GUARDS = [
  'opted-out',
  'after-answer',
  'after-dismiss',
  'after-snooze',
  'after-ignore',
  'max-ignores',
  'between-surveys',
  'other-tab',
];

export interface Outcomes {
  decisions: number;
  asks: number;
  crashes: number;
  waits: number;
}

interface Place extends Device {
  texts: Map<string, string>;
  visits: number[];
  lastView: number;
  anonymous: string;
  tabs: Tab[];
}

const OUTCOMES: Outcome[] = ['shown', 'shown', 'snoozed', 'dismissed', 'answered', 'answered'];

function anyRules(random: Random, mode: Mode): Rules[] {
  const days = (most: number) => random.pick([0, 1, 3, most / 2, most]);
  const throttle = throttleFor(
    random.pick(['relational', 'transactional'] as const),
    random.chance(0.4)
      ? {}
      : {
          firstAskAfterDays: days(7),
          minVisits: random.below(4),
          afterAnswerDays: days(90),
          afterDismissDays: days(30),
          afterSnoozeDays: days(7),
          afterIgnoreDays: days(7),
          maxIgnores: 1 + random.below(3),
          betweenSurveysDays: days(14),
        },
  );
  const one: Rules = {
    survey: 'nps',
    throttle,
    wave: 'quarter',
    rate: random.pick([1, 1, 0.5]),
    holdout: random.pick([0, 0, 0.2]),
    spread: random.chance(0.2),
  };
  // Where localStorage fails nobody knows when the first visit was, and these two would keep everybody out; and the visits that
  // a host's own storage adds up over devices are no matter of who is asked too often.
  if (mode === 'local fails' || mode === 'shared') Object.assign(throttle, { firstAskAfterDays: 0, minVisits: 0 });
  return random.chance(0.5) ? [one] : [one, { ...one, survey: 'support' }];
}

/** A year of a few people on a few devices, held against the reference at every decision. */
export function liveThrough(seed: number): Outcomes {
  const random = randomFrom(seed);
  const mode = random.pick(MODES);
  // Devices tell each other when a page is opened, not at every moment, so that one may believe what another has taken back.
  const isExact = mode === 'sound';
  const surveys = anyRules(random, mode);
  const people = ['ann', 'ben', 'cy'].slice(0, 1 + random.below(3));
  const createdAt = Object.fromEntries(
    people.map((one) => [one, random.chance(0.3) ? START - random.below(10) * DAY : undefined]),
  );
  // What an anonymous person was asked is taken over by who signs in; where that may not be written down, nobody can tell later.
  const signedIn = mode === 'local fails' ? random.below(2) : 0.6;
  const someone = () => (random.chance(signedIn) ? random.pick(people) : undefined);
  const host = mode === 'shared' ? new Map<string, History>() : undefined;
  const seen: Seen[] = [];
  const planned: (Planned & { id: string })[] = [];
  const counts: Outcomes = { decisions: 0, asks: 0, crashes: 0, waits: 0 };
  let now = START;
  let made = 0;

  const places = Array.from({ length: 1 + random.below(mode === 'shared' ? 3 : 2) }, (_, index): Place => {
    const texts = new Map<string, string>();
    return {
      texts,
      visits: [],
      lastView: -Infinity,
      anonymous: `visitor-${index}`,
      tabs: [],
      lockedUntil: 0,
      now: () => now,
      host,
      local: localOver(texts, () => mode === 'local fails' && random.chance(0.5)),
      durable: mode === 'durable fails' ? undefined : new Map(),
    };
  });

  const where = `seed ${seed}, ${mode}`;
  const situation = (tab: Tab, ownId?: string) => {
    const device = places.indexOf(tab.device as Place);
    const place = places[device]!;
    return {
      device,
      person: tab.person,
      visits: place.visits,
      seen,
      createdAt: tab.person ? createdAt[tab.person] : undefined,
      sampleId: tab.person ?? place.anonymous,
      planned: planned.filter(({ id }) => id !== ownId),
    };
  };

  /** What the reference knows on a device after a tab has looked into the host's own storage and taken over what is nobody's. */
  const learn = (tab: Tab): void => {
    const device = places.indexOf(tab.device as Place);
    for (const one of [...seen, ...planned]) {
      if (!tab.person) continue;
      if (mode === 'shared' && one.owner === tab.person) one.devices.add(device);
      if (one.devices.has(device)) one.owner ??= tab.person;
    }
  };

  const open = (place: Place): Tab => {
    if (now - place.lastView >= 30 * MINUTE) place.visits.push(now);
    place.lastView = now;
    const tab: Tab = new Tab(place, someone(), () => ({
      sampleId: tab?.person ?? place.anonymous,
      createdAt: tab?.person ? createdAt[tab.person] : undefined,
    }));
    learn(tab);
    place.tabs.push(tab);
    return tab;
  };

  const compare = (tab: Tab, rules: Rules): boolean => {
    counts.decisions++;
    tab.recall();
    const ours = tab.refused(rules);
    if (isExact) {
      const theirs = closedGates(now, rules, situation(tab)).sort();
      assert.deepEqual(ours.sort(), theirs, `${where} at ${new Date(now).toISOString()}`);
      const { nextEligibleAt } = tab.decide(rules);
      if (nextEligibleAt) {
        const at = Date.parse(nextEligibleAt);
        assert.ok(at > now, where);
        assert.deepEqual(closedGates(at, rules, situation(tab)), [], `${where}: the named date`);
        assert.notDeepEqual(closedGates(at - 1, rules, situation(tab)), [], `${where}: just before the named date`);
        counts.waits++;
      }
    }
    return !ours.length;
  };

  /** One ask of one tab, in steps between which the other tabs and the crash may come. */
  function* ask(tab: Tab, rules: Rules): Generator<void> {
    if (!compare(tab, rules)) return;
    yield;
    const record = tab.claim(rules, `ask-${made++}`);
    if (!record) return;
    const guards = closedGates(now, rules, situation(tab, record.id)).filter(
      (code) => isExact || GUARDS.includes(code),
    );
    assert.deepEqual(guards, [], `${where}: asked at ${new Date(now).toISOString()}`);
    counts.asks++;
    const device = places.indexOf(tab.device as Place);
    planned.push({ id: record.id, devices: new Set([device]), owner: tab.person, at: now });
    yield;
    const plan = planned.splice(
      planned.findIndex(({ id }) => id === record.id),
      1,
    )[0]!;
    if (random.chance(0.1)) return tab.mark(record, 'returned');
    tab.mark(record, 'shown');
    const one: Seen = {
      survey: rules.survey,
      devices: plan.devices,
      owner: plan.owner,
      outcome: 'shown',
      outcomeAt: now,
    };
    seen.push(one);
    yield;
    finish(tab, record, one);
  }

  function finish(tab: Tab, record: AskRecord, one: Seen): void {
    const outcome = random.chance(0.02) ? 'opted-out' : random.pick(OUTCOMES);
    if (outcome === 'shown') return;
    tab.mark(record, outcome);
    Object.assign(one, { outcome, outcomeAt: now });
  }

  while (now < START + 365 * DAY) {
    const place = random.pick(places);
    if (random.chance(0.5)) place.tabs = [];
    const tabs = [open(place), ...place.tabs.slice(0, 2)];
    if (random.chance(0.2)) {
      const tab = random.pick(tabs);
      tab.identify(someone());
      learn(tab);
    }
    if (isExact && random.chance(0.01)) {
      // The person clears the site's data: what only this device knew is gone, and so is the reference's knowledge of it.
      const device = places.indexOf(place);
      for (const one of [...seen, ...planned]) one.devices.delete(device);
      place.texts.clear();
      place.durable = new Map();
      Object.assign(place, { visits: [], lastView: -Infinity, tabs: [] });
      continue;
    }
    let running = tabs.map((tab) => ask(tab, random.pick(surveys)));
    while (running.length) {
      const one = random.pick(running);
      if (one.next().done) running = running.filter((other) => other !== one);
      else if (random.chance(0.05)) {
        counts.crashes++;
        running = running.filter((other) => other !== one);
      }
      if (random.chance(0.3)) now += random.below(2 * MINUTE);
    }
    now += random.pick([MINUTE, 10 * MINUTE, 30 * MINUTE, 6 * 60 * MINUTE, DAY, DAY, 3 * DAY, 7 * DAY]);
  }
  return counts;
}
