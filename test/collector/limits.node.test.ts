import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf, senderOf } from '../../src/collector/address.js';
import { createLimiter } from '../../src/collector/rate.js';
import { outline } from '../../src/collector/scan.js';

describe('the network of an address', () => {
  const cases: [string, string][] = [
    ['192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['2001:0DB8:0001::9', '2001:db8:1'],
    ['::1', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['', ''],
  ];
  for (const [address, network] of cases)
    it(`${address} is in ${network}`, () => assert.equal(networkOf(address), network));
});

describe('J13: the sender behind proxies', () => {
  const proxies = new Set(['10.0.0.1', '10.0.0.2']);
  const cases: [string, string, string | null, ReadonlySet<string>, string][] = [
    ['is the other end without proxies, whatever it claims', '203.0.113.9', '198.51.100.1', new Set(), '203.0.113.9'],
    ['is the other end when that is no proxy of ours', '203.0.113.9', '198.51.100.1', proxies, '203.0.113.9'],
    ['is what our proxy saw', '10.0.0.1', '198.51.100.1', proxies, '198.51.100.1'],
    ['is what our first proxy saw', '10.0.0.1', '198.51.100.1, 10.0.0.2', proxies, '198.51.100.1'],
    ['is not what the sender wrote in front', '10.0.0.1', '1.1.1.1, 198.51.100.1', proxies, '198.51.100.1'],
    ['is our proxy when it says nothing', '10.0.0.1', null, proxies, '10.0.0.1'],
  ];
  for (const [name, socket, forwarded, known, sender] of cases) {
    it(name, () => assert.equal(senderOf(socket, forwarded, known), sender));
  }
});

describe('the limiter', () => {
  it('lets a burst through, then as many as trickle in, and says how long to wait', () => {
    let now = 0;
    const limit = createLimiter({ perSecond: 2, burst: 10 }, () => now);
    assert.deepEqual(
      Array.from({ length: 11 }, () => limit('a', 1)),
      [...Array(10).fill(0), 1],
    );
    now = 500;
    assert.deepEqual([limit('a', 1), limit('a', 1)], [0, 1]);
    now = 60_000;
    assert.deepEqual([limit('a', 10), limit('a', 4)], [0, 2]);
  });
  it('counts each sender for itself', () => {
    const limit = createLimiter({ perSecond: 1, burst: 1 }, () => 0);
    assert.deepEqual([limit('a', 1), limit('b', 1), limit('a', 1)], [0, 0, 1]);
  });
  it('lets a batch through that is larger than the burst, when the bucket is full', () => {
    const limit = createLimiter({ perSecond: 1, burst: 10 }, () => 0);
    assert.equal(limit('a', 100), 0);
    assert.ok(limit('a', 1) > 80);
  });
  it('takes such a batch in two payments, as it is read, and again after the wait that it named', () => {
    let now = 0;
    const limit = createLimiter({ perSecond: 1, burst: 30 }, () => now);
    const pay = (): number => limit('a', 1) || limit('a', 99, 1);
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      waits.push(pay());
      now += waits.at(-1)! * 1000;
    }
    // A debt of 70 is worked off; one is paid to be told that the bucket is not full; a full one takes the batch.
    assert.deepEqual(waits, [0, 71, 30, 0]);
  });
  it('is not fooled by a clock that goes back', () => {
    let now = 10_000;
    const limit = createLimiter({ perSecond: 1, burst: 1 }, () => now);
    limit('a', 1);
    now = 0;
    assert.equal(limit('a', 1), 1);
  });
  it('keeps its memory flat under a million senders', () => {
    const limit = createLimiter({ perSecond: 1, burst: 5 }, () => 0);
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 1_000_000; i++) limit(`sender ${i}`, 1);
    assert.ok(process.memoryUsage().heapUsed - before < 100e6);
  });
});

describe('the outline of JSON', () => {
  const cases: [string, { depth: number; largest: number; count: number }][] = [
    ['{}', { depth: 1, largest: 2, count: 1 }],
    ['[{},{"a":[1,2]}]', { depth: 3, largest: 11, count: 2 }],
    [' [ 1 , 22 ] ', { depth: 1, largest: 4, count: 2 }],
    ['{"a":"[[[["}', { depth: 1, largest: 12, count: 1 }],
    ['["a\\"],[","b"]', { depth: 1, largest: 8, count: 2 }],
    ['[1,2', { depth: 1, largest: 1, count: 2 }],
    ['[[[[', { depth: 4, largest: 3, count: 1 }],
    ['"é,é"', { depth: 0, largest: 7, count: 1 }],
    ['', { depth: 0, largest: 0, count: 1 }],
  ];
  for (const [json, expected] of cases) {
    it(json || 'nothing', () => assert.deepEqual(outline(new TextEncoder().encode(json)), expected));
  }
});
