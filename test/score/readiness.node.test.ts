import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, readiness, type Loop, type ReadinessFacts } from '../../src/score/index.js';
import { counts } from './close.js';

const GOOD: ReadinessFacts = {
  counts: counts([100, 200, 300]),
  eligible: 10_000,
  shown: 3000,
  answered: 610,
  periods: 4,
  loop: { new: 3, contacted: 5, resolved: 20, declined: 2 },
};
const reasons = (change: Partial<ReadinessFacts>): string[] => readiness({ ...GOOD, ...change }).reasons;

describe('A number may carry a decision', () => {
  it('when everything is known and nothing stands against it', () => {
    assert.deepEqual(readiness(GOOD), { ready: true, reasons: [] });
    assert.deepEqual(readiness({ ...GOOD, periods: [{}, {}, {}], loop: 0.5 }), { ready: true, reasons: [] });
  });

  const table: [Partial<ReadinessFacts>, string][] = [
    [{ counts: counts([0, 0, 0]) }, 'There are no answers yet.'],
    [{ counts: counts([0, 0, 1]) }, 'There is only 1 answer: read the comments, wait for the number.'],
    [{ counts: counts([1, 2, 6]) }, 'There are only 9 answers: read the comments, wait for the number.'],
    [
      { counts: counts([10, 20, 30]) },
      'The score is 33, but anything from 13 to 50 fits the answers. About 211 answers, instead of 60, would bring it to ± 10.',
    ],
    [{ counts: counts([0, 0, 10]) }, 'The score is 100, but anything from 48 to 100 fits the answers.'],
    [{ answered: 599 }, 'The score counts 600 answers, but 599 people answered: some are counted twice.'],
    [
      { eligible: undefined },
      'It is not known how many people could have been asked, so nor is whom the answers stand for.',
    ],
    [{ eligible: 2999 }, '3000 people saw the question, but only 2999 could have been asked: mend the counting.'],
    [{ shown: undefined }, 'The response rate is not known. Count who saw the question as well as who answered it.'],
    [{ answered: undefined }, 'The response rate is not known. Count who saw the question as well as who answered it.'],
    [{ shown: 609 }, '610 people answered, but only 609 saw the question: mend the counting.'],
    [
      { shown: 8000 },
      'Of those who saw the question, 7.6 % answered; under 10 % the silent ones decide the true score. Ask at a better moment.',
    ],
    [{ periods: undefined }, 'It is not known over how many periods the answers were collected.'],
    [{ periods: 1 }, 'There is 1 period with answers; a direction shows from 3 on.'],
    [{ periods: [{}, {}] }, 'There are 2 periods with answers; a direction shows from 3 on.'],
    [{ loop: undefined }, 'It is not known whether unhappy customers are called back.'],
    [
      { loop: { new: 30, resolved: 10 } },
      '25 % of the unhappy customers who may be called were. Close that loop before the score becomes a target.',
    ],
  ];
  for (const [change, reason] of table) {
    it(`but not yet: ${reason}`, () => {
      assert.deepEqual(reasons(change), [reason]);
      assert.equal(readiness({ ...GOOD, ...change }).ready, false);
    });
  }

  it('on each boundary', () => {
    assert.deepEqual(reasons({ shown: 6100 }), []);
    assert.deepEqual(reasons({ periods: 3 }), []);
    assert.deepEqual(reasons({ loop: { open: 1, closed: 1 } }), []);
    assert.deepEqual(reasons({ loop: {} }), []);
    assert.deepEqual(reasons({ loop: { total: 10, resolved: 5 } }), []);
    assert.equal(reasons({ loop: { total: 11, resolved: 5 } }).length, 1);
  });

  it('says all that stands against it, not the first only', () => {
    assert.equal(readiness({ counts: counts([1, 2, 3]) }).reasons.length, 5);
  });

  it('refuses impossible facts by name', () => {
    const wrong: [Partial<ReadinessFacts>, RegExp][] = [
      [{ shown: -1 }, /^shown: -1 is not a count/],
      [{ eligible: 1.5 }, /^eligible: 1\.5/],
      [{ answered: NaN }, /^answered: NaN/],
      [{ periods: 0.5 }, /^periods: 0\.5/],
      [{ loop: 50 }, /^loop: 50 is not a share; write a number from 0 to 1/],
      [{ loop: { lost: 3 } as Loop }, /^loop\.lost is not a state; .+ new, open, contacted/],
      [{ loop: { new: -3 } }, /^loop\.new: -3 is not a count/],
    ];
    for (const [change, message] of wrong) assert.throws(() => reasons(change), { name: 'RangeError', message });
  });
});

describe('A shown value', () => {
  const table: [number | undefined, string][] = [
    [12.5, '13'],
    [-12.5, '-13'],
    [0.5, '1'],
    [-0.5, '-1'],
    [0.4, '0'],
    [-0.4, '0'],
    [-0, '0'],
    [28.499999999999996, '29'],
    [28.4999, '28'],
    [-100, '-100'],
    [33.333333333333336, '33'],
    [66.66666666666667, '67'],
    [undefined, '–'],
  ];
  for (const [value, text] of table)
    it(`${Object.is(value, -0) ? '−0' : value} reads ${text}`, () => assert.equal(format(value), text));

  it('is never what is no number', () => {
    for (const value of [NaN, Infinity, '5', null]) assert.throws(() => format(value as number), RangeError);
  });
});
