import { expect } from '@open-wc/testing';
import { judge, retryAfter, waitAfter, type Verdict } from '../../src/delivery/retry.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;

describe('judging a reply', () => {
  const table: Record<Verdict, number[]> = {
    delivered: [200, 201, 202, 204, 206, 299],
    retry: [0, 408, 409, 425, 429, 500, 501, 502, 503, 504, 505, 507, 511, 599],
    dead: [400, 413, 415, 422],
    wrong: [300, 301, 302, 303, 307, 308, 401, 402, 403, 404, 405, 406, 410, 414, 418, 451],
  };
  for (const [verdict, statuses] of Object.entries(table)) {
    it(`${verdict}: ${statuses.join(' ')}`, () => {
      for (const status of statuses) expect(judge(status), `${status}`).to.equal(verdict);
    });
  }
});

describe('Retry-After', () => {
  const table: [value: string | null | undefined, milliseconds: number][] = [
    ['3', 3000],
    ['0', 0],
    [' 120 ', 120_000],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['999999999', 24 * HOUR],
    ['Sun, 22 Nov 2099 10:00:00 GMT', 24 * HOUR],
    ['abc', 0],
    ['-5', 0],
    ['', 0],
    ['1e3', 0],
    [null, 0],
    [undefined, 0],
  ];
  for (const [value, milliseconds] of table) {
    it(`${JSON.stringify(value) ?? 'absent'} is ${milliseconds} ms`, () => {
      expect(retryAfter(value, NOW)).to.equal(milliseconds);
    });
  }
});

describe('the wait before the next try', () => {
  it('is full jitter over 1 s, 2 s, 4 s … up to 5 minutes', () => {
    const longest = [1, 2, 3, 4, 5, 8, 9, 10, 20, 2000].map((tries) => waitAfter(503, tries, 0, () => 1));
    expect(longest).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 128_000, 256_000, 300_000, 300_000, 300_000]);
    expect(waitAfter(503, 9, 0, () => 0)).to.equal(0);
  });

  it('is distributed uniformly: Kolmogorov–Smirnov over 10,000 waits', () => {
    // A fixed generator (mulberry32), so that the test says the same every time.
    let seed = 7;
    const random = () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const n = 10_000;
    for (const tries of [1, 5, 12]) {
      const most = waitAfter(0, tries, 0, () => 1);
      const waits = Array.from({ length: n }, () => waitAfter(0, tries, 0, random) / most).sort((a, b) => a - b);
      const distance = Math.max(
        ...waits.map((wait, i) => Math.max(Math.abs(wait - i / n), Math.abs(wait - (i + 1) / n))),
      );
      // 1.63 / √n is the 1 % point.
      expect(distance, `after try ${tries}`).to.be.below(1.63 / Math.sqrt(n));
    }
  });

  it('is never shorter than the endpoint asked for', () => {
    expect(waitAfter(429, 1, 30_000, () => 0)).to.equal(30_000);
    expect(waitAfter(503, 10, 5000, () => 1)).to.equal(300_000);
  });

  it('is an hour for a wrong endpoint', () => {
    for (const status of [300, 401, 403, 404, 405, 410])
      expect(
        waitAfter(status, 1, 0, () => 0),
        `${status}`,
      ).to.equal(HOUR);
  });
});
