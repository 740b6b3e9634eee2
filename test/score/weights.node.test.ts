import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nps, poststratified, weighted, type Stratum } from '../../src/score/index.js';
import { close, counts } from './close.js';

const answers = [10, 9, 8, 7, 6, 10, 3].map((score) => ({ score, weight: 1 }));

describe('A weighted score', () => {
  it('with equal weights is the plain one, with the same standard error and all answers effective', () => {
    const plain = nps(counts([2, 2, 3]));
    for (const weight of [1, 0.1, 1e-200, 1e200]) {
      const found = weighted(answers.map(({ score }) => ({ score, weight })));
      close(found.score, plain.score as number);
      close(found.standardError, plain.standardError as number);
      close(found.effectiveN, 7);
      close(found.unweighted, plain.score as number);
    }
  });

  it('leaves out answers of weight 0, which still count in the plain score', () => {
    const found = weighted([{ score: 0, weight: 0 }, ...answers, { score: 0, weight: 0 }]);
    assert.deepEqual({ ...found, unweighted: 0 }, { ...weighted(answers), unweighted: 0 });
    close(found.unweighted, (100 * (3 - 4)) / 9);
  });

  it('is undefined without answers, or with no weight at all', () => {
    assert.deepEqual(weighted([]), { score: undefined, effectiveN: 0, unweighted: undefined });
    assert.deepEqual(weighted([{ score: 9, weight: 0 }]), { score: undefined, effectiveN: 0, unweighted: 100 });
  });

  it('refuses a wrong score or weight, and says where', () => {
    for (const weight of [-1, NaN, Infinity, '1', undefined]) {
      assert.throws(() => weighted([...answers, { score: 9, weight: weight as number }]), {
        name: 'RangeError',
        message: /^answers\[7\]\.weight: .+ is not a weight; write a number from 0\.$/,
      });
    }
    for (const score of ['', null, 3.5, 11, '9', NaN]) {
      assert.throws(() => weighted([...answers, { score: score as number, weight: 1 }]), {
        name: 'RangeError',
        message: /^answers\[7\]\.score: A score is an integer from 0 to 10, not /,
      });
    }
  });
});

describe('A poststratified score', () => {
  const strata = [
    { population: 5000, counts: counts([30, 40, 80]) },
    { population: 3000, counts: counts([20, 15, 25]) },
    { population: 200, counts: counts([10, 5, 5]) },
  ];

  it('weighs each stratum by its people, with the finite population correction', () => {
    const found = poststratified(strata);
    // Worked out with numpy.
    close(found.score, 22.76422764227642);
    close(found.standardError, 5.636875734164834);
    close(found.effectiveN, 211.0041841004184);
    close(found.unweighted, (100 * (110 - 60)) / 230);
  });

  it('of one large stratum is the plain score, with the error of the unbiased variance', () => {
    const plain = nps(counts([30, 40, 80]));
    const found = poststratified([{ population: 2 ** 50, counts: counts([30, 40, 80]) }]);
    close(found.score, plain.score as number);
    close(found.standardError, Math.sqrt((plain.variance as number) / 149));
    close(found.effectiveN, 150);
  });

  it('has no error where everybody answered', () => {
    const census = [
      { population: 60, counts: counts([20, 15, 25]) },
      { population: 1, counts: counts([0, 0, 1]) },
    ];
    const { standardError, score } = poststratified(census);
    assert.equal(standardError, 0);
    close(score, nps(counts([20, 15, 26])).score as number);
  });

  it('has no standard error when one of many answered', () => {
    const found = poststratified([...strata, { population: 50, counts: counts([0, 0, 1]) }]);
    assert.equal('standardError' in found, false);
    assert.ok((found.score as number) > 22.7);
  });

  it('passes over a stratum without people, and of none at all is undefined', () => {
    const none = { population: 0, counts: counts([0, 0, 0]) };
    assert.deepEqual(poststratified([none, ...strata]), poststratified(strata));
    for (const given of [[], [none]]) {
      assert.deepEqual(poststratified(given), { score: undefined, effectiveN: 0, unweighted: undefined });
    }
  });

  it('refuses what cannot be, and names the stratum', () => {
    const wrong: [Stratum, RegExp][] = [
      [{ population: 10.5, counts: counts([1, 1, 1]) }, /^strata\[3\]\.population: 10\.5 is not a number of people/],
      [{ population: 2, counts: counts([1, 1, 1]) }, /^strata\[3\]: 3 answers from a population of 2/],
      [{ population: 40, counts: counts([0, 0, 0]) }, /^strata\[3\]: none of 40 people answered; merge/],
      [{ population: 40, counts: counts([0, 0.5, 0]) }, /^strata\[3\]\.counts\.passives: 0\.5 is not/],
    ];
    for (const [stratum, message] of wrong)
      assert.throws(() => poststratified([...strata, stratum]), { name: 'RangeError', message });
  });
});
