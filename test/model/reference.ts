import type { Rules } from '../../src/core/decide.js';

/**
 * The rules once more, slowly and in another way: no records, states or merges, only the list of what people went through.
 * It knows everything that happened and takes all clocks to be right.
 */

export type Outcome = 'shown' | 'snoozed' | 'dismissed' | 'answered' | 'opted-out';

/** One question that somebody saw. */
export interface Seen {
  survey: string;
  /** Where it is known: the device on which it was seen, and those that learned of it. */
  devices: Set<number>;
  /** The signed-in person it belongs to, or nobody. */
  owner?: string;
  outcome: Outcome;
  outcomeAt: number;
}

/** One claim that has not yet become visible, or never will. */
export interface Planned {
  devices: Set<number>;
  owner?: string;
  at: number;
}

export interface Situation {
  device: number;
  person?: string;
  sampleId: string;
  /** When each visit of this device began. */
  visits: number[];
  createdAt?: number;
  seen: Seen[];
  planned: Planned[];
}

const HOURS = 3_600_000;

/** FNV-1a and fmix32 by the book, on big integers. */
function slowHash(text: string): bigint {
  const mask = 0xffff_ffffn;
  let h = 0x811c_9dc5n;
  for (const byte of Buffer.from(text, 'utf8')) h = ((h ^ BigInt(byte)) * 0x0100_0193n) & mask;
  h = ((h ^ (h >> 16n)) * 0x85eb_ca6bn) & mask;
  h = ((h ^ (h >> 13n)) * 0xc2b2_ae35n) & mask;
  return h ^ (h >> 16n);
}

/** The calendar quarter, found by walking through the calendar. */
function quarter(now: number): { name: string; start: number; days: number } {
  for (let year = 2020; ; year++) {
    for (let q = 1; q <= 4; q++) {
      const start = Date.parse(`${year}-${String(q * 3 - 2).padStart(2, '0')}-01T00:00:00Z`);
      const end =
        q === 4
          ? Date.parse(`${year + 1}-01-01T00:00:00Z`)
          : Date.parse(`${year}-${String(q * 3 + 1).padStart(2, '0')}-01T00:00:00Z`);
      if (now < end) return { name: `${year}-Q${q}`, start, days: (end - start) / (24 * HOURS) };
    }
  }
}

/** The codes of the gates that are closed, or none: this person may be asked. */
export function closedGates(now: number, rules: Rules, situation: Situation): string[] {
  const { device, person, visits, seen, planned, createdAt, sampleId } = situation;
  const { throttle, survey } = rules;
  const daysSince = (time: number) => (now - time) / (24 * HOURS);
  const closed: string[] = [];

  const concerns = (one: { devices: Set<number>; owner?: string }): boolean =>
    one.devices.has(device) && (person === undefined || one.owner === undefined || one.owner === person);
  const mine = seen.filter(concerns);
  const ofThis = mine.filter((one) => one.survey === survey);
  const tooSoon = (list: Seen[], days: number) => list.some((one) => daysSince(one.outcomeAt) < days);
  const ended = (outcome: Outcome) => ofThis.filter((one) => one.outcome === outcome);

  if (mine.some(({ outcome }) => outcome === 'opted-out')) closed.push('opted-out');

  const chance = (text: string) => Number(slowHash(text)) / Number(1n << 32n);
  const wave = quarter(now);
  if (chance(`holdout:${sampleId}`) < rules.holdout) closed.push('holdout');
  if (chance(`${survey}:${wave.name}:${sampleId}`) >= rules.rate) closed.push('sampling');
  if (rules.spread) {
    const dueDay = Number(slowHash(`${survey}:${wave.name}:${sampleId}`) % BigInt(Math.round(wave.days)));
    if (daysSince(wave.start) < dueDay || ofThis.some((one) => one.outcomeAt >= wave.start)) closed.push('cohort-day');
  }

  if (daysSince(createdAt ?? Math.min(...visits)) < throttle.firstAskAfterDays) closed.push('first-ask-delay');
  if (visits.length < throttle.minVisits) closed.push('min-visits');

  if (tooSoon(ended('answered'), throttle.afterAnswerDays)) closed.push('after-answer');
  if (tooSoon(ended('dismissed'), throttle.afterDismissDays)) closed.push('after-dismiss');
  if (tooSoon(ended('snoozed'), throttle.afterSnoozeDays)) closed.push('after-snooze');
  if (tooSoon(ended('shown'), throttle.afterIgnoreDays)) closed.push('after-ignore');

  const latestReaction = Math.max(
    -Infinity,
    ...ofThis.filter(({ outcome }) => outcome !== 'shown').map((one) => one.outcomeAt),
  );
  const ignored = ended('shown').filter((one) => one.outcomeAt > latestReaction);
  if (ignored.length >= throttle.maxIgnores && tooSoon(ignored, throttle.afterDismissDays)) closed.push('max-ignores');

  if (
    tooSoon(
      mine.filter((one) => one.survey !== survey),
      throttle.betweenSurveysDays,
    )
  )
    closed.push('between-surveys');
  if (planned.some((one) => concerns(one) && now - one.at < 24 * HOURS)) closed.push('other-tab');
  return closed;
}
