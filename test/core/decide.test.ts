import { expect } from '@open-wc/testing';
import { decide, type Facts, type Rules } from '../../src/core/decide.js';
import type { GateCode } from '../../src/core/decision.js';
import { hash, WHOLE } from '../../src/core/sampling.js';
import { throttleFor } from '../../src/core/throttle.js';
import { waveOf } from '../../src/core/wave.js';
import { ask, DAY, facts, history, NOW, rules } from './facts.js';

const failing = (found: Facts, wanted: Rules, now: number): GateCode[] =>
  decide(found, wanted, now)
    .gates.filter(({ pass }) => !pass)
    .map(({ code }) => code);

const gateOf = (code: GateCode, found: Facts, wanted: Rules, now: number) =>
  decide(found, wanted, now).gates.find((gate) => gate.code === code)!;

const iso = (time: number) => new Date(time).toISOString();

describe('a decision', () => {
  it('lets a regular visitor through whom nothing speaks against', () => {
    expect(decide(facts(), rules(), NOW)).to.include({ eligible: true, nextEligibleAt: undefined });
  });

  it('changes nothing that it was given', () => {
    const found = facts({ history: history([ask('shown', NOW + 400 * DAY), ask('answered', NOW - DAY)]) });
    const before = structuredClone(found);
    decide(found, rules({ spread: true, rate: 0.3 }), NOW);
    expect(found).to.deep.equal(before);
  });
});

describe('what counts as asked', () => {
  it('does not count an ask that was given back', () => {
    expect(decide(facts({ history: history([ask('returned', NOW)]) }), rules(), NOW).eligible).to.equal(true);
  });

  it('does not count a claim of its own', () => {
    const claim = ask('claimed', NOW);
    expect(failing(facts({ history: history([claim]), own: claim.id }), rules(), NOW)).to.deep.equal([]);
    expect(failing(facts({ history: history([claim]), own: 'another' }), rules(), NOW)).to.deep.equal(['other-tab']);
  });

  it('counts as answered from the answer on, not from the claim', () => {
    const answered = ask('answered', NOW, { until: NOW + DAY });
    expect(decide(facts({ history: history([answered]) }), rules(), NOW + 90 * DAY).eligible).to.equal(false);
    expect(decide(facts({ history: history([answered]) }), rules(), NOW + 91 * DAY).eligible).to.equal(true);
  });

  it('starts the count of ignored asks anew after a reaction', () => {
    const asks = [
      ask('shown', NOW - 40 * DAY),
      ask('shown', NOW - 30 * DAY),
      ask('snoozed', NOW - 20 * DAY),
      ask('shown', NOW - 8 * DAY),
    ];
    expect(gateOf('max-ignores', facts({ history: history(asks) }), rules(), NOW)).to.include({
      pass: true,
      actual: 1,
    });
    expect(gateOf('max-ignores', facts({ history: history(asks.slice(0, 2)) }), rules(), NOW)).to.include({
      pass: true,
      actual: 2,
    });
  });

  it('runs the clock of a survey and the clock between surveys apart', () => {
    const weekly = [1, 8, 15, 22].map((days) => ask('answered', NOW - days * DAY, { survey: 'weekly' }));
    const found = facts({ history: history([...weekly, ask('answered', NOW - 100 * DAY)]) });
    expect(failing(found, rules(), NOW)).to.deep.equal(['between-surveys']);
    expect(
      failing(found, rules({ throttle: throttleFor('relational', { betweenSurveysDays: 1 }) }), NOW),
    ).to.deep.equal([]);
  });

  it('takes the word of the host over an older history, and the history over the word of the host about the same ask', () => {
    const old = history([ask('dismissed', NOW - 100 * DAY)]);
    expect(failing(facts({ history: old, lastAskedAt: NOW - 40 * DAY }), rules(), NOW)).to.deep.equal(['after-answer']);
    const same = history([ask('dismissed', NOW - 40 * DAY)]);
    expect(failing(facts({ history: same, lastAskedAt: NOW - 40 * DAY - 5000 }), rules(), NOW)).to.deep.equal([]);
    // A later ask that the history knows does not make the one that it does not know undone.
    const later = history([ask('shown', NOW - 10 * DAY), ask('answered', NOW - 100 * DAY)]);
    expect(failing(facts({ history: later, lastAskedAt: NOW - 40 * DAY }), rules(), NOW)).to.deep.equal([
      'after-answer',
    ]);
    expect(
      gateOf('after-answer', facts({ history: later, lastAskedAt: NOW - 40 * DAY }), rules(), NOW).actual,
    ).to.equal(40);
    // Nor does an old word of the host undo a later answer.
    const answered = history([ask('answered', NOW - 20 * DAY)]);
    expect(
      gateOf('after-answer', facts({ history: answered, lastAskedAt: NOW - 40 * DAY }), rules(), NOW).actual,
    ).to.equal(20);
  });

  it('takes the word of the host for that of an ask up to two days after it and one day before, to the millisecond', () => {
    const told = (lastAskedAt: number) =>
      failing(facts({ history: history([ask('dismissed', NOW - 40 * DAY)]), lastAskedAt }), rules(), NOW)[0];
    expect(told(NOW - 42 * DAY)).to.equal(undefined);
    expect(told(NOW - 42 * DAY - 1)).to.equal('after-answer');
    expect(told(NOW - 39 * DAY)).to.equal(undefined);
    expect(told(NOW - 39 * DAY + 1)).to.equal('after-answer');
  });
});

describe('on a shared device', () => {
  const asks = [ask('answered', NOW - DAY, { by: 'ann' }), ask('dismissed', NOW - 2 * DAY)];

  it('the person who was asked stays asked', () => {
    expect(failing(facts({ history: history(asks), person: 'ann' }), rules(), NOW)).to.deep.equal([
      'after-answer',
      'after-dismiss',
    ]);
  });

  it('logging out resets nothing', () => {
    expect(failing(facts({ history: history(asks) }), rules(), NOW)).to.deep.equal(['after-answer', 'after-dismiss']);
  });

  it('the next person inherits only what is nobody’s', () => {
    expect(failing(facts({ history: history(asks), person: 'ben' }), rules(), NOW)).to.deep.equal(['after-dismiss']);
  });
});

describe('sampling', () => {
  const drawn = (id: string, wave: string) => hash(`nps:${wave}:${id}`) / WHOLE;

  it('lets through exactly those whose number lies below the rate, and says number and rate', () => {
    const share = drawn('ann', '2026-Q4');
    expect(gateOf('sampling', facts({ sampleId: 'ann' }), rules({ rate: share }), NOW)).to.include({
      pass: false,
      actual: share,
      required: share,
    });
    expect(gateOf('sampling', facts({ sampleId: 'ann' }), rules({ rate: share + 1e-9 }), NOW).pass).to.equal(true);
  });

  it('draws anew in the next wave, and names the first one that draws the person', () => {
    const id = Array.from({ length: 1000 }, (_, i) => `u${i}`).find(
      (one) => drawn(one, '2026-Q4') > 0.5 && drawn(one, '2027-Q1') > 0.5 && drawn(one, '2027-Q2') < 0.5,
    )!;
    const decision = decide(facts({ sampleId: id }), rules({ rate: 0.5 }), NOW);
    expect(decision.nextEligibleAt).to.equal('2027-04-01T00:00:00.000Z');
    expect(decide(facts({ sampleId: id }), rules({ rate: 0.5 }), Date.UTC(2027, 3, 1)).eligible).to.equal(true);
  });

  it('names no date where the wave has a name of its own, because it never ends by itself', () => {
    const id = Array.from({ length: 1000 }, (_, i) => `u${i}`).find((one) => drawn(one, 'launch') > 0.5)!;
    expect(decide(facts({ sampleId: id }), rules({ rate: 0.5, wave: 'launch' }), NOW).nextEligibleAt).to.equal(
      undefined,
    );
  });

  it('holds out the same people in every wave and every survey', () => {
    const held = hash('holdout:ann') / WHOLE;
    for (const wanted of [rules(), rules({ survey: 'support' }), rules({ wave: 'year' })]) {
      expect(failing(facts({ sampleId: 'ann' }), { ...wanted, holdout: held }, NOW)).to.deep.equal([]);
      expect(failing(facts({ sampleId: 'ann' }), { ...wanted, holdout: held + 1e-9 }, NOW)).to.deep.equal(['holdout']);
    }
  });
});

describe('spread', () => {
  const wave = waveOf('quarter', NOW);
  const dueDay = (id: string, name = wave.name) => hash(`nps:${name}:${id}`) % 92;
  const id = Array.from({ length: 1000 }, (_, i) => `u${i}`).find((one) => dueDay(one) === 60)!;
  const wanted = rules({ spread: true });

  it('opens on the due day of the wave and stays open', () => {
    const due = wave.start + 60 * DAY;
    expect(gateOf('cohort-day', facts({ sampleId: id }), wanted, due - 1)).to.include({
      pass: false,
      required: 60,
      nextEligibleAt: iso(due),
    });
    expect(gateOf('cohort-day', facts({ sampleId: id }), wanted, due)).to.include({ pass: true, actual: 60 });
    expect(gateOf('cohort-day', facts({ sampleId: id }), wanted, wave.end - 1).pass).to.equal(true);
  });

  it('is over for this wave once the person was asked', () => {
    const asked = wave.start + 61 * DAY;
    const found = facts({ sampleId: id, history: history([ask('snoozed', asked)]) });
    const next = waveOf('quarter', wave.end);
    const due = next.start + (hash(`nps:${next.name}:${id}`) % 90) * DAY;
    expect(decide(found, wanted, asked + 8 * DAY).nextEligibleAt).to.equal(iso(due));
    expect(decide(found, wanted, due).eligible).to.equal(true);
    expect(decide(found, wanted, due - 1).eligible).to.equal(false);
  });

  it('is over for this wave even for whom the next wave’s due day is its first', () => {
    const next = waveOf('quarter', wave.end);
    const first = Array.from({ length: 10_000 }, (_, i) => `u${i}`).find(
      (one) => hash(`nps:${next.name}:${one}`) % 90 === 0,
    )!;
    const found = facts({ sampleId: first, history: history([ask('snoozed', wave.end - 10 * DAY)]) });
    expect(gateOf('cohort-day', found, wanted, wave.end - 1)).to.include({
      pass: false,
      nextEligibleAt: iso(wave.end),
    });
    expect(gateOf('cohort-day', found, wanted, wave.end)).to.include({ pass: true });
  });

  it('lets a later throttle decide in which wave the due day counts', () => {
    const found = facts({ sampleId: id, history: history([ask('answered', wave.start - 20 * DAY)]) });
    const { nextEligibleAt } = decide(found, wanted, wave.start);
    expect(decide(found, wanted, Date.parse(nextEligibleAt!)).eligible).to.equal(true);
    expect(decide(found, wanted, Date.parse(nextEligibleAt!) - 1).eligible).to.equal(false);
  });
});
