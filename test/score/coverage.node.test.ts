import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nps, type Interval, type Method } from '../../src/score/index.js';

/** Every sample of n answers, with its interval and the part of its probability that the true shares do not change. */
function samplesOf(
  n: number,
  method: Method,
): { d: number; a: number; q: number; orders: number; interval: Interval }[] {
  const factorial: number[] = [0];
  for (let k = 1; k <= n; k++) factorial.push((factorial[k - 1] as number) + Math.log(k));
  const of = (k: number): number => factorial[k] as number;
  const samples = [];
  for (let d = 0; d <= n; d++) {
    for (let q = 0; q + d <= n; q++) {
      const a = n - d - q;
      const { interval } = nps({ detractors: d, passives: a, promoters: q }, { method });
      samples.push({ d, a, q, orders: of(n) - of(d) - of(a) - of(q), interval: interval as Interval });
    }
  }
  return samples;
}

/** How often the 95 % interval holds the true score, for each of the 171 trinomials on a grid of 0.05 without empty shares. */
function coverages(n: number, method: Method): number[] {
  const samples = samplesOf(n, method);
  const found: number[] = [];
  for (let i = 1; i <= 18; i++) {
    for (let j = 1; i + j <= 19; j++) {
      const [pD, pQ] = [i / 20, j / 20];
      const pA = (20 - i - j) / 20;
      const truth = 5 * (j - i);
      let covered = 0;
      for (const { d, a, q, orders, interval } of samples) {
        if (interval.low > truth + 1e-9 || interval.high < truth - 1e-9) continue;
        covered += Math.exp(orders + d * Math.log(pD) + a * Math.log(pA) + q * Math.log(pQ));
      }
      found.push(100 * covered);
    }
  }
  return found;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('How often an interval that says 95 % holds the true score, by exact enumeration', () => {
  // Published for the same grid, to one decimal: mean, minimum.
  const table: [n: number, method: Method, mean: number, minimum: number][] = [
    [10, 'adjusted-wald', 95.5, 93.0],
    [20, 'adjusted-wald', 95.1, 93.9],
    [50, 'adjusted-wald', 95.0, 94.3],
    [10, 'score', 96.3, 94.0],
    [20, 'score', 95.5, 94.4],
    [10, 'wald', 88.0, 64.9],
    [20, 'wald', 92.0, 74.0],
  ];
  for (const [n, method, expectedMean, expectedMinimum] of table) {
    it(`${method} with ${n} answers: ${expectedMean} % on average, ${expectedMinimum} % at worst`, () => {
      const found = coverages(n, method);
      assert.equal(found.length, 171);
      assert.equal(mean(found).toFixed(1), expectedMean.toFixed(1));
      assert.equal(Math.min(...found).toFixed(1), expectedMinimum.toFixed(1));
    });
  }

  for (const n of [10, 20, 50]) {
    it(`the default interval holds with ${n} answers: 95 % on average, never under 93 %`, () => {
      const found = coverages(n, nps({ detractors: 0, passives: 0, promoters: 0 }).method);
      assert.ok(mean(found) >= 95, `${mean(found)}`);
      assert.ok(Math.min(...found) >= 93, `${Math.min(...found)}`);
    });
  }
});
