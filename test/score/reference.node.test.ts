import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  categorize,
  compare,
  format,
  nps,
  sampleSizeForChange,
  sampleSizeForMargin,
  suppress,
  tally,
  trend,
  weighted,
  type Interval,
  type Method,
} from '../../src/score/index.js';
import { close, counts } from './close.js';
// Figures of the R package NPS, checked by an independent program; on −1…1, the library is on −100…100.
import reference from './nps-reference.json' with { type: 'json' };

/** The reference has 15 digits, so a figure that cancels to nearly nothing has no more than these after the point. */
function closeEnds(actual: Interval | undefined, [low, high]: readonly number[], relative: number): void {
  const clamp = (value: number): number => Math.min(100, Math.max(-100, 100 * value));
  close(actual?.low, clamp(low as number), relative);
  close(actual?.high, clamp(high as number), relative);
}

const INTERVALS: [Method, 'wald' | 'aw3T' | 'iterative_independent' | 'iterative' | 'dirichlet_jeffreys', number][] = [
  ['wald', 'wald', 1e-9],
  ['adjusted-wald', 'aw3T', 1e-9],
  ['score', 'iterative_independent', 1e-9],
  ['score', 'iterative', 1e-5],
  ['bayes', 'dirichlet_jeffreys', 1e-5],
];

describe('Agreement with the R package NPS and an independent program: one sample', () => {
  it('leaves no case of the reference out', () => {
    const { one_sample, two_sample, published_package_tests: own, suppression_cases } = reference;
    const { sample_size_precision, sample_size_comparison, presentation_rounding, trend: periods } = reference;
    const found = [
      one_sample,
      two_sample,
      own.exact,
      own['nps_se_tolerance_0.001_relative'],
      sample_size_precision,
      sample_size_comparison,
      presentation_rounding,
      suppression_cases.cases,
      periods.periods,
    ];
    assert.deepEqual(
      found.map(({ length }) => length),
      [12, 6, 9, 7, 18, 4, 5, 2, 8],
    );
    for (const { intervals } of one_sample)
      assert.deepEqual(
        intervals.map(({ conf }) => conf),
        [0.8, 0.9, 0.95, 0.99],
      );
  });

  for (const { counts: triple, n, nps: score, variance, se, intervals } of reference.one_sample) {
    it(`${triple.join(', ')}: score, variance, standard error and all intervals at all levels`, () => {
      for (const { conf: level, ...ends } of intervals) {
        for (const [method, key, relative] of INTERVALS) {
          const found = nps(counts(triple), { method, level });
          assert.deepEqual([found.n, found.method, found.level], [n, method, level]);
          close(found.score, 100 * score);
          close(found.variance, 1e4 * variance);
          close(found.standardError, 100 * se);
          closeEnds(found.interval, ends[key], relative);
        }
      }
    });
  }

  it("its own tests' scores, variances and standard errors", () => {
    for (const { fn, counts: triple, expect } of reference.published_package_tests.exact) {
      const found = nps(counts(triple));
      if (fn === 'nps_') close(found.score, 100 * expect);
      else close(found.variance, 1e4 * expect);
    }
    for (const { counts: triple, expect } of reference.published_package_tests['nps_se_tolerance_0.001_relative']) {
      // Given to three decimals.
      assert.equal(((nps(counts(triple)).standardError as number) / 100).toFixed(3), expect.toFixed(3));
    }
    const raw = reference.published_package_tests.raw.filter(({ breaks }) => breaks === undefined);
    assert.equal(raw.length, 2);
    for (const { fn, scores, expect } of raw) {
      const found = nps(tally(scores));
      close(fn === 'nps' ? found.score : found.variance, (fn === 'nps' ? 100 : 1e4) * expect);
    }
  });

  it('examples that others published', () => {
    const examples = reference.other_published_examples.filter((example) => example.counts);
    assert.equal(examples.length, 3);
    for (const { counts: triple, nps: score } of examples)
      close(nps(counts(triple as number[])).score, 100 * (score as number));
  });

  it("the package's thousand test scores and their four segments", () => {
    const data = reference.cran_nps_1_1_testdata;
    const scores = (histogram: number[]): number[] =>
      histogram.flatMap((n, score) => Array.from({ length: n }, () => score));
    const all = nps(tally(scores(data.histogram)), { method: 'wald' });
    close(all.score, 100 * data.nps);
    close(all.variance, 1e4 * data.nps_var);
    close(all.standardError, 100 * data.nps_se);
    // Version 1.1 returns the upper end first.
    closeEnds(all.interval, data.wald95_as_returned.toReversed(), 1e-9);
    for (const segment of data.segments) {
      const counted = tally(scores(segment.histogram));
      assert.deepEqual(counted, counts(segment.counts));
      const found = nps(counted, { method: 'wald' });
      closeEnds(found.interval, segment.wald95, 1e-9);
      close(found.score, 100 * segment.nps);
      close(found.variance, 1e4 * segment.var);
      close(found.standardError, 100 * segment.se);
    }
  });

  it('the category of every score', () => {
    const found = reference.category_of_score_0_to_10.map((_, score) => categorize(score));
    assert.deepEqual(
      found,
      reference.category_of_score_0_to_10.map((name) => name.toLowerCase()),
    );
  });
});

describe('Agreement with the R package NPS and an independent program: the rest', () => {
  for (const pair of reference.two_sample) {
    it(`${pair.x.join(', ')} against ${pair.y.join(', ')}`, () => {
      const adjusted = compare(counts(pair.x), counts(pair.y), { level: pair.conf });
      close(adjusted.difference, 100 * pair.signed_delta_aw3T);
      close(adjusted.standardError, 100 * pair.aw3T_se);
      close(adjusted.z, pair.z_aw3T);
      close(adjusted.p, pair.aw3T_p);
      close(adjusted.interval?.low, 100 * (pair.signed_int_aw3T[0] as number));
      close(adjusted.interval?.high, 100 * (pair.signed_int_aw3T[1] as number));
      const wald = compare(counts(pair.x), counts(pair.y), { level: pair.conf, method: 'wald' });
      close(wald.difference, 100 * pair.signed_delta_wald);
      close(wald.standardError, 100 * pair.wald_se);
      close(wald.interval?.low, 100 * (pair.signed_int_wald[0] as number));
      close(wald.interval?.high, 100 * (pair.signed_int_wald[1] as number));
      if (pair.wald_p === null) assert.equal(wald.p, undefined);
      else close(wald.p, pair.wald_p);
    });
  }

  it('two segments of the test scores, compared with the sign that R leaves out', () => {
    const data = reference.cran_nps_1_1_testdata;
    const [apples, , , berries] = data.segments.map((segment) => counts(segment.counts));
    const { delta_abs, se, int, p } = data.two_sample_apples_vs_berries;
    const found = compare(berries as NonNullable<typeof berries>, apples as NonNullable<typeof apples>, {
      method: 'wald',
    });
    close(found.difference, -100 * delta_abs);
    close(found.standardError, 100 * se);
    close(found.p, p);
    close(found.interval?.low, -100 * (int[1] as number));
    close(found.interval?.high, -100 * (int[0] as number));
  });

  it('a trend over eight periods', () => {
    const { trend: expected } = reference;
    const found = trend(expected.periods.map((at, k) => ({ at, counts: counts(expected.counts[k] as number[]) })));
    close(found.slope, 100 * expected.wls_slope);
    close(found.standardError, 100 * expected.wls_slope_se_known_var);
    close(found.z, expected.wls_z);
    close(found.p, expected.wls_p);
    close(found.q?.value, expected.cochran_Q);
    assert.equal(found.q?.df, expected.cochran_df);
    close(found.q?.p, expected.cochran_p);
    assert.equal(found.kendall?.s, expected.mann_kendall_S);
    close(found.kendall?.p, expected.kendall_exact_p);
  });

  it('weights', () => {
    const { scores, weights, nps: score, kish_neff, se_linearised } = reference.weighted;
    const found = weighted(scores.map((value, k) => ({ score: value, weight: weights[k] as number })));
    close(found.score, 100 * score);
    close(found.standardError, 100 * se_linearised);
    close(found.effectiveN, kish_neff);
    close(found.unweighted, 100 / 12);
  });

  it('sample sizes', () => {
    for (const { variance, conf: level, margin, aw3_n, wald_n_fpc_N1000 } of reference.sample_size_precision) {
      const plan = { margin: 100 * margin, level, variance: 1e4 * variance };
      assert.equal(sampleSizeForMargin(plan), aw3_n);
      assert.equal(sampleSizeForMargin({ ...plan, population: 1000 }), wald_n_fpc_N1000);
    }
    for (const { var_each, alpha, power, min_difference, n_per_group_aw3 } of reference.sample_size_comparison) {
      const plan = { change: 100 * min_difference, level: 1 - alpha, power, variance: 1e4 * var_each };
      assert.equal(sampleSizeForChange(plan), n_per_group_aw3);
    }
  });

  it('rounding', () => {
    const values = reference.presentation_rounding.filter((entry) => entry.value !== undefined);
    assert.equal(values.length, 3);
    for (const { value, half_away_from_zero, shown } of values)
      assert.equal(format(value), String(half_away_from_zero ?? shown));
    assert.equal(format(nps(counts([2, 1, 4])).score), '29');
  });

  it('small cells', () => {
    const { k, cases } = reference.suppression_cases;
    for (const { cells, hidden } of cases) assert.deepEqual(suppress(cells, { minimum: k }), hidden);
  });
});
