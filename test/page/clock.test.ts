import { expect } from '@open-wc/testing';
import { CLOCK, now } from '../../src/page/clock.js';

const page = globalThis as { [CLOCK]?: () => number };

describe('the clock', () => {
  const { now: real } = Date;
  afterEach(() => {
    delete page[CLOCK];
    Date.now = real;
  });

  it('is the time of the day', () => expect(Math.abs(now() - real.call(Date))).to.be.lessThan(1000));

  it('is what a test has put there', () => {
    page[CLOCK] = () => 42;
    expect(now()).to.equal(42);
  });

  for (const [what, broken] of [
    ['NaN', () => NaN],
    ['a text', () => '12'],
    ['nothing', () => undefined],
  ] as const) {
    it(`still tells the time on a page whose Date.now returns ${what}`, () => {
      Date.now = broken as () => number;
      expect(Math.abs(now() - real.call(Date))).to.be.lessThan(1000);
    });
  }
});
