import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { personHash } from '../../src/core/person.js';
import { hash, probability, WHOLE } from '../../src/core/sampling.js';
import { waveOf } from '../../src/core/wave.js';
import { DAY, facts, NOW, rules } from './facts.js';

/** Made by an independent program: FNV-1a of the UTF-8 bytes, then fmix32. */
const VECTORS: { input: string; fmix32_hex: string; slot_of_90: number; unit: number }[] = JSON.parse(
  readFileSync(new URL('./hash-vectors.json', import.meta.url), 'utf8'),
);

/** Pearson's statistic of counts that ought to be equal. */
function chiSquare(counts: number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The 99.9 % point of χ² with `df` degrees of freedom, after Wilson and Hilferty (1931). */
const critical = (df: number): number => df * (1 - 2 / (9 * df) + 3.0902 * Math.sqrt(2 / (9 * df))) ** 3;

const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

describe('the hash', () => {
  for (const { input, fmix32_hex, slot_of_90, unit } of VECTORS) {
    it(`of “${input}” is what the independent program says`, () => {
      assert.equal(hash(input).toString(16).padStart(8, '0'), fmix32_hex);
      assert.equal(hash(input) % 90, slot_of_90);
      assert.ok(Math.abs(hash(input) / WHOLE - unit) < 1e-15);
    });
  }

  for (const prefix of ['user-', 'nps:2026-Q4:', 'a@example.com', '']) {
    it(`spreads 90,000 consecutive ids that begin with “${prefix}” evenly over 90 days and over 100 shares`, () => {
      const slots = new Array<number>(90).fill(0);
      const shares = new Array<number>(100).fill(0);
      for (const found of ids(prefix, 90_000).map(hash)) {
        slots[found % 90]!++;
        shares[Math.floor((found / WHOLE) * 100)]!++;
      }
      assert.ok(chiSquare(slots) < critical(89), `χ² ${chiSquare(slots)}`);
      assert.ok(chiSquare(shares) < critical(99), `χ² ${chiSquare(shares)}`);
    });
  }

  it('gives those who are drawn at 10 % due days as even as everybody’s', () => {
    const slots = new Array<number>(92).fill(0);
    for (const found of ids('nps:2026-Q4:u', 100_000).map(hash)) if (found / WHOLE < 0.1) slots[found % 92]!++;
    assert.ok(chiSquare(slots) < critical(91), `χ² ${chiSquare(slots)}`);
  });

  it('draws the people of one wave independently of those of the next', () => {
    const cells = [0, 0, 0, 0];
    for (const id of ids('u', 40_000)) {
      cells[+(hash(`nps:2026-Q4:${id}`) / WHOLE < 0.5) * 2 + +(hash(`nps:2027-Q1:${id}`) / WHOLE < 0.5)]!++;
    }
    assert.ok(chiSquare(cells) < critical(3), `χ² ${chiSquare(cells)}`);
  });
});

describe('a share', () => {
  const isDrawn = (id: string, rate: number, now = NOW) =>
    decide(facts({ sampleId: id }), rules({ rate }), now).gates.find(({ code }) => code === 'sampling')!.pass;

  it('that is raised only adds people', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, a, b) => {
          if (isDrawn(id, Math.min(a, b))) assert.ok(isDrawn(id, Math.max(a, b)));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('is decided once for a wave, however often it is asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: waveOf('quarter', NOW).start, max: waveOf('quarter', NOW).end - 1 }),
        (id, now) => assert.equal(isDrawn(id, 0.5, now), isDrawn(id, 0.5)),
      ),
      { numRuns: 10_000 },
    );
  });

  for (const [rate, asked] of [
    [0, 0],
    [0.1, 500],
    [0.5, 2500],
    [1, 5000],
  ] as const) {
    it(`of ${rate} draws about ${asked} of 5,000 people`, () => {
      const drawn = ids('person-', 5000).filter((id) => isDrawn(id, rate)).length;
      assert.ok(Math.abs(drawn - asked) <= 4 * Math.sqrt(5000 * rate * (1 - rate)), `${drawn}`);
    });
  }

  it('asks everybody of a spread wave once, on days that differ', () => {
    const { start, end } = waveOf('quarter', NOW);
    const days = new Array<number>((end - start) / DAY).fill(0);
    for (const id of ids('u', 20_000)) {
      const required = decide(facts({ sampleId: id }), rules({ spread: true }), NOW).gates.find(
        ({ code }) => code === 'cohort-day',
      )!.required;
      days[required as number]!++;
    }
    assert.ok(chiSquare(days) < critical(days.length - 1), `χ² ${chiSquare(days)}`);
  });

  it('says with what probability a person was asked', () => {
    assert.equal(probability({}), 1);
    assert.equal(probability({ rate: 0.25, holdout: 0.2 }), 0.2);
  });
});

describe('a wave', () => {
  const WAVES: [wave: string, now: string, name: string, start: string, end: string][] = [
    ['quarter', '2026-10-01T00:00:00.000Z', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['quarter', '2026-09-30T23:59:59.999Z', '2026-Q3', '2026-07-01', '2026-10-01'],
    ['quarter', '2028-02-29T12:00:00.000Z', '2028-Q1', '2028-01-01', '2028-04-01'],
    ['half', '2026-06-30T23:59:59.999Z', '2026-H1', '2026-01-01', '2026-07-01'],
    ['half', '2026-07-01T00:00:00.000Z', '2026-H2', '2026-07-01', '2027-01-01'],
    ['year', '2026-12-31T23:59:59.999Z', '2026', '2026-01-01', '2027-01-01'],
    ['launch', '2026-11-23T00:00:00.000Z', 'launch', '2026-10-01', '2027-01-01'],
    ['constructor', '2026-11-23T00:00:00.000Z', 'constructor', '2026-10-01', '2027-01-01'],
  ];
  for (const [wave, now, name, start, end] of WAVES) {
    it(`“${wave}” at ${now} is ${name}, from ${start} until ${end}`, () => {
      const found = waveOf(wave, Date.parse(now));
      assert.deepEqual(found, { name, start: Date.parse(start), end: Date.parse(end) });
    });
  }
});

describe('the name of a person in storage', () => {
  it('is 16 hex digits that do not contain the id', () => {
    assert.match(personHash('ana@example.com'), /^[0-9a-f]{16}$/);
    assert.equal(personHash('ana@example.com'), personHash('ana@example.com'));
  });

  it('is another one for each of 100,000 people', () => {
    assert.equal(new Set(ids('u', 100_000).map(personHash)).size, 100_000);
  });
});
